import { existsSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { Plugin } from "vite";
import {
  componentFolder,
  ownComponentFolder,
  proseFolder,
  replaceable,
} from "#files/replaceable.ts";
import { numberedRules } from "#styles/numbered.ts";
import {
  defaultTokens,
  readMark,
  readTokensFile,
  themeFolder,
  toCoverFile,
} from "#theme/files.ts";
import { readFonts } from "#theme/fonts.ts";
import { collectionsFile } from "#site-source.ts";
import { collections } from "./content.ts";

/** A path as in Vite's module ids: with forward slashes, on Windows too. */
const toId = (...parts: string[]) => join(...parts).replaceAll(sep, "/");
const engine = toId(import.meta.dirname);
const components = toId(componentFolder);
const styles = toId(defaultTokens);

/** Where Vite's copy of a module finds the collections. */
const place = Symbol.for("gatepost.collections");
(globalThis as { [place]?: typeof collections })[place] = collections;

/**
 * A Vite plugin that resolves a publication's own files: its `src/site.ts`, its theme, its replacements of the engine's
 * components, and `#components/X.astro` in MDX articles, which is in its `src/components/` or else one of the engine's.
 * @param root the publication's absolute path
 * @param rules CSS that depends on the publication's settings
 */
export function ownFiles(root: string, rules = ""): Plugin {
  const ownFolder = toId(root, ownComponentFolder);
  /** The code of the engine's modules that are not compiled from their files. */
  const modules: Record<string, () => string | Promise<string>> = {
    "own-site.ts": () =>
      `import * as all from ${JSON.stringify(toId(root, "src/site.ts"))}; export const own = all.site;`,
    "own-collections.ts": () => {
      const file = toId(root, collectionsFile);
      return `${existsSync(file) ? `import * as all from ${JSON.stringify(file)}; export const own = all.collections;` : "export const own = {};"}
export const placeOf = () => ({ line: 1, column: 1 });`;
    },
    "own-theme.ts": async () =>
      `${Object.entries({
        root,
        tokens: readTokensFile(root),
        mark: readMark(root),
        fonts: (await readFonts(root)).fonts,
      })
        .map(
          ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
        )
        .join("\n")}
export { draw } from ${JSON.stringify(toId(toCoverFile(root)))};`,
    // Node has imported the collections and all rules; Vite would take a second to compile them.
    "content.ts": () =>
      `export const collections = globalThis[Symbol.for("${place.description}")];`,
  };
  const toReplacement = (file: string): string | undefined => {
    const name = file.slice(components.length + 1, -".astro".length);
    const own = `${ownFolder}/${name}.astro`;
    return dirname(file) === components &&
      replaceable.includes(name) &&
      existsSync(own)
      ? own
      : undefined;
  };
  return {
    name: "gatepost-own-files",
    enforce: "pre",
    async resolveId(source, importer, options) {
      const module = Object.keys(modules).find((name) =>
        [`#${name}`, `gatepost/${name}`, `${engine}/${name}`].includes(source),
      );
      if (module) return `\0gatepost/${module}`;
      if (!source.endsWith(".astro") || !importer) return undefined;
      const component = /^#components\/([A-Z]\w*\.astro)$/.exec(source)?.[1];
      if (component && importer.startsWith(toId(root, "src/")))
        return [toId(ownFolder, component), toId(proseFolder, component)].find(
          existsSync,
        );
      const resolved = await this.resolve(source, importer, {
        ...options,
        skipSelf: true,
      });
      const own = resolved && toReplacement(resolved.id);
      // A replacement may import the component that it replaces.
      return own && own !== importer.split("?")[0] ? own : resolved;
    },
    load(id) {
      if (id === styles || id === "\0gatepost/own-theme.ts")
        for (const name of ["tokens.css", "mark.svg"])
          this.addWatchFile(join(root, themeFolder, name));
      return id === styles
        ? readTokensFile(root) + numberedRules + rules
        : modules[id.replace("\0gatepost/", "")]?.();
    },
    configureServer(server) {
      /** The folders whose files modules list (see files/own-pages.ts). */
      const listed = ["src/pages", "src/content/pages", "public"].map(
        (folder) => `${toId(root, folder)}/`,
      );
      // Vite caches how imports resolve. A restart would lose the watchers that Astro added.
      const forget = (path: string) => {
        const folder = dirname(toId(path));
        if (
          !(folder === ownFolder && path.endsWith(".astro")) &&
          folder !== toId(root, themeFolder) &&
          !listed.some((one) => `${folder}/`.startsWith(one))
        )
          return;
        for (const { moduleGraph, hot } of Object.values(server.environments)) {
          moduleGraph.invalidateAll();
          hot.send({ type: "full-reload" });
        }
      };
      server.watcher.on("add", forget).on("unlink", forget);
    },
  };
}
