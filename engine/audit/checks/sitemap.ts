import type { Check } from "../site.ts";
import { isItself } from "./head.ts";

const robots = "robots.txt";
const refusal =
  /^User-agent:\s*\*\s*\n(?:(?!User-agent|Allow).*\n)*?Disallow:\s*\/\s*$/im;

/** Sitemaps and robots.txt, which should agree with the pages. */
export const sitemap: Check = function* (site) {
  const listed = new Set<string | undefined>();
  const sitemaps = [...site.texts].filter((file) =>
    /(?:^|\/)sitemap[^/]*\.xml$/.test(file),
  );
  for (const file of [...sitemaps, robots].filter((one) => site.texts.has(one)))
    for (const [, tag, url, line] of site
      .read(file)
      .toString()
      .matchAll(/<((?:image:)?loc)>\s*([^<]*?)\s*<|^Sitemap:\s*(\S+)/gm)) {
      const written = url ?? line ?? "";
      const address = written.replaceAll("&amp;", "&");
      const page = site.find(address)?.page;
      const isListed =
        page?.isIndexed && page.refresh === undefined && isItself(site, page);
      if (tag === "loc") listed.add(page?.file);
      if (site.isMissing(address))
        yield [file, "sitemap/missing", `${address} does not exist.`, written];
      if (page && tag === "loc" && !isListed)
        yield [
          file,
          "sitemap/hidden",
          `${address} is not to be listed.`,
          written,
        ];
    }
  for (const page of sitemaps.length > 0 ? site.indexed : [])
    if (isItself(site, page) && !listed.has(page.file))
      yield [page.file, "sitemap/absent", "The page is not in the sitemap."];
  if (site.texts.has(robots) && refusal.test(site.read(robots).toString()))
    yield [
      robots,
      "sitemap/robots",
      "Nobody may visit the site.",
      "Disallow: /",
    ];
};
