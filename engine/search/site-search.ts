import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { searchBeginning } from "#text/markers.ts";
import { addresses, toHref } from "#urls.ts";
import {
  indexPages,
  indexSite,
  toSearchPages,
  type SearchPage,
} from "./index-site.ts";

/** A page of the dev server only, with the text of every article and draft, for the index. */
const source = "/_search/";

/** Search: a build indexes its pages; the dev server keeps an index of the current articles in memory. */
export const siteSearch = (): AstroIntegration => ({
  name: "site-search",
  hooks: {
    "astro:config:setup": ({ command, injectRoute }) => {
      if (command === "dev")
        injectRoute({
          pattern: source,
          entrypoint: new URL("../routes/_search.astro", import.meta.url),
        });
    },
    "astro:build:done": async ({ dir }) => {
      const dist = fileURLToPath(dir);
      await indexSite(
        toSearchPages(globSync("**/index.html", { cwd: dist }), (file) =>
          readFileSync(join(dist, file), "utf8"),
        ),
        join(dist, addresses.searchIndex),
      );
    },
    "astro:server:setup": ({ server, logger }) => {
      const files = new Map<string, Uint8Array>();
      let indexed = "";
      let indexing: Promise<void> | undefined;
      const index = async () => {
        const { origin } = new URL(server.resolvedUrls?.local[0] ?? "");
        const response = await fetch(origin + toHref(source));
        const html = await response.text();
        if (!response.ok) throw new Error(`Search: ${response.statusText}`);
        if (html === indexed) return;
        // Old files stay for pages that are still open; the name of a fragment is a hash of its content.
        for (const [path, bytes] of await indexPages(splitPages(html)))
          files.set(path, bytes);
        indexed = html;
      };

      server.middlewares.use(async ({ url = "" }, response, next) => {
        const [path = ""] = url.split("?");
        const at = path.indexOf(addresses.searchIndex);
        if (at < 0) return next();
        const name = path.slice(at + addresses.searchIndex.length);
        // Every search starts with this file, so this is when the index is updated.
        if (name === "pagefind-entry.json" || files.size === 0)
          await (indexing ??= index()
            .catch((error: Error) => logger.error(error.message))
            .finally(() => (indexing = undefined)));
        const bytes = files.get(name);
        if (!bytes) return next();
        response.setHeader(
          "Content-Type",
          name.endsWith(".js") ? "text/javascript" : "application/octet-stream",
        );
        response.setHeader("Cache-Control", "no-store");
        response.end(bytes);
      });
    },
  },
});

/** Splits the page of all articles at the marks of `engine/routes/_search.astro`. */
export function splitPages(html: string): SearchPage[] {
  const [, ...parts] = html.split(searchBeginning.pattern);
  return parts.flatMap((address, index) =>
    index % 2 === 0
      ? {
          address,
          html: parts[index + 1] ?? "",
        }
      : [],
  );
}
