import type { Check } from "../site.ts";
import { isItself } from "./head.ts";

const refusal =
  /^User-agent:\s*\*\s*\n(?:(?!User-agent|Allow).*\n)*?Disallow:\s*\/\s*$/im;

export const sitemap: Check = (site, report) => {
  const listed = new Set<string | undefined>();
  const isListed = new Set(site.indexed.filter((page) => isItself(site, page)));
  const sitemaps = [...site.texts].filter((file) =>
    /(?:^|\/)sitemap[^/]*\.xml$/.test(file),
  );
  for (const file of sitemaps)
    for (const [, tag, written = ""] of site
      .readText(file)
      .matchAll(/<((?:image:)?loc)>\s*([^<]*?)\s*</g)) {
      const address = written.replaceAll("&amp;", "&");
      site.reportMissing(report, file, address);
      const page = tag === "loc" ? site.find(address)?.page : undefined;
      listed.add(page?.file);
      if (page && !isListed.has(page)) report(file, "sitemap/hidden", written);
    }
  for (const { file } of sitemaps.length > 0 ? isListed : [])
    if (!listed.has(file)) report(file, "sitemap/absent");
  const robots = "robots.txt";
  if (site.texts.has(robots) && refusal.test(site.readText(robots)))
    report(robots, "sitemap/robots", "Disallow: /");
};
