import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration, AstroPrerenderer } from "astro";
import type { Card } from "#cards/card.ts";
import { drawAhead } from "#cards/draw-ahead.ts";
import { isForeign, toStoredCollections } from "#check/astro-store.ts";
import {
  contentPlace,
  listPages,
  note,
  notePicture,
  place,
  shared,
  Surprise,
  toCall,
  toCodeDigest,
  toPaths,
  toUrl,
  type App,
  type Kept,
  type Path,
  type Renderer,
} from "./astro-renderer.ts";

/** The integrations that quick builds support. */
const known = [
  "gatepost",
  "gatepost-kept-renderer",
  "@astrojs/mdx",
  "@astrojs/sitemap",
  "content-overlay",
  "site-search",
];

/** Keeps the renderer of a build, and a key of each page, if `keepInto` was called before. */
export function keepRenderer(root: string): AstroIntegration {
  const name = "gatepost-kept-renderer";
  const kept = shared[place];
  if (!kept) return { name, hooks: {} };
  let styles: Map<string, { styles: unknown }> | undefined;
  let site: { folder: string; base: string } | undefined;
  return {
    name,
    hooks: {
      "astro:config:setup": ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [listOutside(root, kept)] } });
      },
      "astro:config:done": ({ config, buildOutput }) => {
        const other = config.integrations.find(
          ({ name }) => !known.includes(name),
        );
        if (other)
          kept.refusal = `astro.config has the integration ${other.name}`;
        if (Object.keys(config.redirects).length > 0 || config.i18n)
          kept.refusal = "astro.config has redirects or i18n";
        if (config.build.format !== "directory" || buildOutput !== "static")
          kept.refusal = "astro.config asks for another kind of output";
        site = {
          folder: fileURLToPath(new URL(".prerender/", config.outDir)),
          base: config.base,
        };
      },
      "astro:build:setup": ({ pages }) => {
        styles ??= pages as never;
      },
      "astro:build:start": ({ setPrerenderer }) => {
        setPrerenderer((own) =>
          watch(own, kept, () => {
            if (!site || !styles) throw new Surprise("Astro has other hooks");
            return {
              ...keepFiles(site.folder, kept.folder),
              styles: [...styles].map(([key, page]) => [
                key,
                { styles: page.styles },
              ]),
              origin: "",
              base: site.base,
              dist: join(site.folder, ".."),
              resized: {},
            };
          }),
        );
      },
    },
  };
}

const folders = new Set<string>();

/**
 * Writes a page synchronously, ten times as fast as Astro, which then has nothing left to write. Existing files from
 * public/ stay.
 */
async function writeNow(file: string, response: Response): Promise<Response> {
  const bytes = response.body ? await response.arrayBuffer() : undefined;
  if (!bytes || existsSync(file)) return new Response(bytes, response);
  const folder = dirname(file);
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
  writeFileSync(file, new Uint8Array(bytes));
  return new Response(null, { status: response.status });
}

/** A Vite plugin that lists the source files of the site outside the usual folders. */
const listOutside = (root: string, kept: Kept) => ({
  name: "gatepost-outside",
  buildEnd(this: { getModuleIds: () => Iterable<string> }) {
    for (const id of this.getModuleIds()) {
      const path = id.split("?")[0] as string;
      const file = relative(root, path).split(sep).join("/");
      if (
        !/^\0|\/node_modules\//.test(id) &&
        !/^(?:src|public|\.astro|\.build|\.cache)\//.test(file) &&
        !path.startsWith(join(import.meta.dirname, "..", sep)) &&
        existsSync(path)
      )
        kept.outside.push(file);
    }
  },
});

/** Copies a renderer and makes its content replaceable. */
function keepFiles(
  from: string,
  to: string,
): Pick<Renderer, "folder" | "entry" | "digest"> {
  cpSync(from, to, { recursive: true });
  const entries = readdirSync(to).filter((name) => name.endsWith(".mjs"));
  const chunks = readdirSync(join(to, "chunks")).filter((name) =>
    name.includes("data-layer-content"),
  );
  const [entry] = entries;
  if (!entry || entries.length > 1 || chunks.length !== 1)
    throw new Surprise("Astro's renderer has other parts");
  const chunk = join(to, "chunks", chunks[0] as string);
  const names = toStoredCollections(readFileSync(chunk, "utf8"));
  const other = names.find(isForeign);
  if (names.length === 0 || other)
    throw new Surprise(
      other
        ? `src/content.config.ts has the collection ${other}`
        : "Astro keeps content in another form",
    );
  writeFileSync(chunk, `export default globalThis["${contentPlace}"];\n`);
  return { folder: to, entry, digest: toCodeDigest(to) };
}

/** The cards of the engine's own route: paths of the publication's routes have no key. */
const toCards = ({ routeCache }: App, paths: readonly Path[]): Card[] =>
  paths.flatMap(({ key, file, pathname, route }) =>
    key && file.startsWith("cards/")
      ? (routeCache.get(route)?.staticPaths?.keyed.get(pathname)?.props as Card)
      : [],
  );

/** A prerenderer that records the inputs of each page. */
function watch(
  own: AstroPrerenderer,
  kept: Kept,
  keep: () => Renderer,
): AstroPrerenderer {
  let paths: Path[] = [];
  let next = 0;
  const refuse = (reason: string) => void (kept.refusal ??= reason);
  return {
    ...own,
    async setup() {
      await own.setup?.();
      try {
        const { resized } = (kept.renderer = keep());
        const add = shared.astroAsset?.addStaticImage;
        if (shared.astroAsset && add)
          shared.astroAsset.addStaticImage = (...call) => {
            const address = add(...call);
            resized[toCall(call)] = address;
            notePicture(address);
            return address;
          };
      } catch (error) {
        refuse((error as Error).message);
      }
    },
    async getStaticPaths() {
      const all = await own.getStaticPaths();
      const { app } = own as unknown as { app: App };
      paths = await toPaths(app, all as never);
      drawAhead(toCards(app, paths));
      return all;
    },
    async render(request, options) {
      const path = paths[next++];
      if (!path || path.route !== options.routeData) {
        refuse("Astro renders pages in another order");
        return own.render(request, options);
      }
      const { renderer } = kept;
      // Astro reads the origin before integrations set the site's address.
      if (renderer) renderer.origin ||= new URL(request.url).origin;
      if (renderer && toUrl(path, renderer).href !== request.url)
        refuse(`${request.url} has an unexpected address`);
      const { result, rendered } = await note(path, () =>
        own.render(request, options),
      );
      const response = result instanceof Response ? result : result.response;
      if (response.status >= 300 && response.status < 400)
        refuse(`${path.pathname} redirects`);
      kept.paths.push(rendered);
      return kept.refusal === undefined && renderer
        ? writeNow(join(renderer.dist, path.file), response)
        : response;
    },
    async teardown() {
      await own.teardown?.();
      listPages(kept.paths);
      if (next !== paths.length) refuse("Astro renders other pages");
    },
  };
}
