import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const ownFolder = "src/components";
const engineFolder = join(import.meta.dirname, "../components/prose");

/** The names of the components that MDX articles may use: the publication's own and the engine's, sorted. */
export const listComponents = (root: string): string[] =>
  [
    ...new Set(
      [join(root, ownFolder), engineFolder]
        .filter(existsSync)
        .flatMap((folder) => readdirSync(folder))
        .filter((name) => /^[A-Z]\w*\.astro$/.test(name))
        .map((name) => name.replace(/\.astro$/, "")),
    ),
  ].sort();

/** "one of the components for articles: Checklist, Compare." */
export const toChoice = (components: readonly string[]): string =>
  `${[`one of the components for articles`, components.join(", ")].filter(Boolean).join(": ")}.`;

/** What an import of a component is written as: #components/Verdict.astro */
export const componentPath = /^#components\/([A-Z]\w*)\.astro$/;
export const toImport = (component: string): string =>
  `import ${component} from "#components/${component}.astro";`;
