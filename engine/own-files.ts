import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const engine = import.meta.dirname;
const ownSite = "\0gatepost/own-site";

/**
 * Puts a publication's own files where the engine asks for them: its `src/site.ts`, and for the texts of its MDX
 * articles `#components/X.astro` from its `src/components/` or, failing that, from the engine's components for articles.
 * @param root of the publication, absolute
 */
export function ownFiles(root: string): Plugin {
  return {
    name: "gatepost-own-files",
    enforce: "pre",
    resolveId(source, importer) {
      if (source === "#own-site.ts" || source === join(engine, "own-site.ts"))
        return ownSite;
      const component = /^#components\/([A-Z]\w*\.astro)$/.exec(source)?.[1];
      if (component && importer?.startsWith(join(root, "src/")))
        return [
          join(root, "src/components", component),
          join(engine, "components/prose", component),
        ].find(existsSync);
      return undefined;
    },
    load(id) {
      return id === ownSite
        ? `export { site as own } from ${JSON.stringify(join(root, "src/site.ts"))};`
        : undefined;
    },
  };
}
