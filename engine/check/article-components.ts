import { join } from "node:path";
import {
  listComponents,
  ownComponentFolder,
  proseFolder,
  replaceable,
} from "#files/replaceable.ts";

/** The names of the components that MDX articles may use, sorted: the engine's for articles and the publication's own, but not its overrides. */
export const listArticleComponents = (root: string): string[] =>
  [
    ...new Set([
      ...listComponents(join(root, ownComponentFolder)).filter(
        (name) => !replaceable.includes(name),
      ),
      ...listComponents(proseFolder),
    ]),
  ].sort();

/** "one of the components for articles: Checklist, Compare." */
export const toChoice = (components: readonly string[]): string =>
  `one of the components for articles: ${components.join(", ")}.`;

/** How an article imports a component: #components/Compare.astro */
export const componentPath = /^#components\/([A-Z]\w*)\.astro$/;
export const toImport = (component: string): string =>
  `import ${component} from "#components/${component}.astro";`;
