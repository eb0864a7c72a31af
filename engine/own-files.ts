import { existsSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import type { Plugin } from "vite";
import {
  componentFolder,
  ownComponentFolder,
  proseFolder,
  replaceable,
} from "#files/replaceable.ts";
import {
  defaultTokens,
  readMark,
  readTokensFile,
  themeFolder,
  toCoverFile,
} from "#theme/files.ts";
import { readFonts } from "#theme/fonts.ts";

/** A path as in Vite's module ids: with forward slashes, on Windows too. */
const toId = (...parts: string[]): string =>
  join(...parts).replaceAll(sep, "/");
const engine = toId(import.meta.dirname);
const components = toId(componentFolder);
const styles = toId(defaultTokens);

/**
 * Resolves what a publication brings itself: its `src/site.ts`, its theme, the engine's components that it replaces, and
 * for the text of MDX articles `#components/X.astro` from its `src/components/` or, failing that, the engine's for articles.
 * @param root of the publication, absolute
 */
export function ownFiles(root: string): Plugin {
  const ownFolder = toId(root, ownComponentFolder);
  /** The modules that answer with a publication's own files, by their names in the engine. */
  const modules: Record<string, () => string | Promise<string>> = {
    "own-site.ts": () =>
      `import * as all from ${JSON.stringify(toId(root, "src/site.ts"))}; export const own = all.site;`,
    "own-theme.ts": async () =>
      `${Object.entries({
        root,
        tokens: readTokensFile(root).tokens,
        mark: readMark(root),
        fonts: (await readFonts(root)).fonts,
      })
        .map(
          ([name, value]) => `export const ${name} = ${JSON.stringify(value)};`,
        )
        .join("\n")}
export { draw } from ${JSON.stringify(toId(toCoverFile(root)))};`,
  };
  /** The publication's file for a component of the engine, if it has one. */
  const toOverride = (file: string): string | undefined => {
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
      const module = Object.keys(modules).find(
        (name) => source === `#${name}` || source === `${engine}/${name}`,
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
      const own = resolved && toOverride(resolved.id);
      // An override that imports the component it replaces wraps it.
      return own && own !== importer.split("?")[0] ? own : resolved;
    },
    load(id) {
      if (id === styles || id === "\0gatepost/own-theme.ts")
        for (const name of ["tokens.css", "mark.svg"])
          this.addWatchFile(join(root, themeFolder, name));
      return id === styles
        ? Object.values(readTokensFile(root)).join("\n")
        : modules[id.replace("\0gatepost/", "")]?.();
    },
    configureServer(server) {
      /** Where modules read which files there are (see files/own-pages.ts). */
      const listed = ["src/pages", "src/content/pages", "public"].map(
        (folder) => `${toId(root, folder)}/`,
      );
      // Vite remembers where an import led. Restarting it instead would lose the watchers that Astro added.
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
