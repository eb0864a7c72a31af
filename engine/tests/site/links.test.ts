import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readContent } from "#files/content.ts";
import { toSitePages } from "#check/site-pages.ts";
import { buildSite, makeSite, pageAt } from "../support/build-site.ts";
import { now, siteContent } from "../support/site-content.ts";

test("what check takes for the pages of a site is what a build makes of it, address by address and id by id", async () => {
  const root = makeSite(siteContent());
  mkdirSync(join(root, "public/files"), { recursive: true });
  writeFileSync(join(root, "public/files/list.txt"), "A file.");
  writeFileSync(join(root, "public/files/index.html"), "A page.");
  const pages = toSitePages(await readContent(root), new Date(now));
  const dist = await buildSite(root);

  const live = [...pages].filter(([, { notYet }]) => !notYet);
  const toPage = (address: string) => address.replace(/index\.html$/, "");
  // Only machines fetch these; check knows share images by their pages.
  const nobodyLinks =
    /^\/(?:_astro\/|pagefind\/|cards\/|sitemap-0|404|_redirects$|\.htaccess$|icon-)|\/(?:rss|atom|feed)-\d+\.(?:xml|json)$/;
  expect(
    live
      // A redirect from an old .html is a folder of that name.
      .map(([address]) => address.replace(/\.html$/, ".html/"))
      .sort(),
  ).toEqual(
    [...dist.keys()]
      .map((path) => toPage(`/${path}`))
      .filter((address) => !nobodyLinks.test(address))
      .sort(),
  );

  let ids = 0;
  for (const [address, { anchors = [] }] of live)
    for (const id of anchors) {
      ids++;
      expect(pageAt(dist, address), `${address}#${id}`).toContain(`id="${id}"`);
    }
  expect(ids).toBeGreaterThan(40);
});
