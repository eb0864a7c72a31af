import { join } from "node:path";
import type { Plugin, ViteDevServer } from "vite";
import { collectionNames } from "#model/collections.ts";
import { liveContent } from "#model/live-content.ts";

/** The collections in Astro's module of all entries, which devalue serialised. Empty if it has another form. */
export function toStoredCollections(code: string): string[] {
  const [, flat] = /JSON\.parse\((".*")\)(?:;|$)/m.exec(code) ?? [];
  const values = JSON.parse(JSON.parse(flat ?? '"[[]]"') as string) as [
    number[],
    ...unknown[],
  ];
  return values[0]
    .slice(1)
    .filter((_, index) => index % 2 === 0)
    .map((index) => String(values[index]))
    .filter((name) => name !== "meta::meta");
}

/** Whether the engine does not read a collection: it is only in src/content.config.ts. */
export const isForeign = (name: string): boolean =>
  !(collectionNames as string[]).includes(name);

/** Lets Astro's store read dev's content at once, not from a file that Astro writes, reads and compiles later. */
export const liveStore = (): Plugin => ({
  name: "gatepost-live-store",
  apply: "serve",
  // Before Astro's plugin, whose middleware answers the requests that are left to it.
  enforce: "pre",
  transform: {
    filter: { id: /^\0astro:data-layer-content$/ },
    handler: (code) => {
      const names = toStoredCollections(code);
      liveContent.isUsed = names.length > 0 && !names.some(isForeign);
      if (!liveContent.isUsed) return undefined;
      return `import { showNewest } from ${JSON.stringify(module)};\nexport default showNewest();`;
    },
  },
  // The returned function adds a middleware after Vite's own, so that it sees only requests for pages.
  configureServer: (server) => () => {
    server.middlewares.use((_, response, next) => {
      const { version } = liveContent;
      // A request that began before a change may have kept old paths after it.
      response.on("close", () => {
        if (version !== liveContent.version) showChanged(server);
      });
      next();
    });
  },
});

const module = join(import.meta.dirname, "../model/live-content.ts");

/** Makes pages show changed content: clears what Astro keeps of each route, and reloads open pages. */
export function showChanged({ environments }: ViteDevServer): void {
  const { client, ...others } = environments;
  for (const { hot } of Object.values(others))
    hot.send("astro:content-changed", {});
  client.hot.send({ type: "full-reload" });
}
