import { fileURLToPath } from "node:url";
import { join } from "node:path";
import type { AstroIntegration } from "astro";
import { addresses, toHref } from "#urls.ts";
import { indexPages, indexSite, type SearchPage } from "./index-site.ts";

/** Where the dev server alone shows every article with its text, drafts too, for the index to read. */
const source = "/_search/";

/** Search: a build gets its index from its own pages, a writer one in memory from the articles as they are now. */
export const siteSearch = (): AstroIntegration => ({
  name: "site-search",
  hooks: {
    "astro:config:setup": ({ command, injectRoute }) => {
      if (command === "dev")
        injectRoute({
          pattern: source,
          entrypoint: "./src/pages/_search.astro",
        });
    },
    "astro:build:done": async ({ dir }) => {
      await indexSite(fileURLToPath(dir));
    },
    "astro:server:setup": ({ server, logger }) => {
      const files = new Map<string, Uint8Array>();
      let indexing: Promise<void> | undefined;
      const index = async () => {
        const { origin } = new URL(server.resolvedUrls?.local[0] ?? "");
        const response = await fetch(origin + toHref(source));
        if (!response.ok) throw new Error(`Search: ${response.statusText}`);
        const pages = toSearchPages(await response.text());
        // What an open page has not asked for yet stays: a fragment's name is a hash of what it holds.
        for (const [path, bytes] of await indexPages(pages))
          files.set(path, bytes);
      };
      const content = join(server.config.root, "src/content");
      server.watcher.on("all", (_, path) => {
        if (path.startsWith(content)) indexing = undefined;
      });

      server.middlewares.use(async ({ url = "" }, response, next) => {
        const [path = ""] = url.split("?");
        const at = path.indexOf(addresses.searchIndex);
        if (at < 0) return next();
        try {
          await (indexing ??= index());
        } catch (error) {
          indexing = undefined;
          logger.error((error as Error).message);
        }
        const name = path.slice(at + addresses.searchIndex.length);
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

/** Takes the page of all articles apart where `src/pages/_search.astro` begins each one. */
export const toSearchPages = (html: string): SearchPage[] =>
  html
    .split("<hr data-search=")
    .slice(1)
    .map((part) => {
      const [address = "", ...rest] = part.split(">");
      const language = /<html lang="([^"]+)"/.exec(html)?.[1];
      return {
        address: address.replaceAll('"', ""),
        html: `<html lang="${language}"><body>${rest.join(">")}</body></html>`,
      };
    });
