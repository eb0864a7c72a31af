import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const componentFolder = "src/components/prose";

/** The names of the components that MDX may use. */
export const listComponents = (root: string): string[] =>
  existsSync(join(root, componentFolder))
    ? readdirSync(join(root, componentFolder)).map((name) =>
        name.replace(/\.astro$/, ""),
      )
    : [];

/** "one of the components in src/components/prose/: Verdict." */
export const toChoice = (components: readonly string[]): string =>
  `${[`one of the components in ${componentFolder}/`, components.join(", ")].filter(Boolean).join(": ")}.`;

/** What an import of a component is written as: #components/prose/Verdict.astro */
export const componentPath = /^#components\/prose\/([A-Z]\w*)\.astro$/;
export const toImport = (component: string): string =>
  `import ${component} from "#components/prose/${component}.astro";`;
