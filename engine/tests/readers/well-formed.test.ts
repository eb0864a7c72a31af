import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { addresses, toFeedAddress } from "#urls.ts";
import { launchBrowser } from "../support/browser.ts";
import { readDist } from "../support/build-site.ts";
import { toXmlProblem } from "../support/xml-problem.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
});
afterAll(() => browser.close());

test("a browser's XML parser accepts every XML document of the site", async () => {
  const page = await browser.newPage();
  expect(await toXmlProblem(page, "<feed>&nbsp;</feed>")).toContain("nbsp");

  const documents = [...readDist(inject("site"))].filter(([path]) =>
    /\.(?:xml|opml)$/.test(path),
  );
  expect(documents.map(([path]) => `/${path}`)).toEqual(
    expect.arrayContaining([
      toFeedAddress(addresses.home, "rss"),
      toFeedAddress(addresses.home, "atom"),
      toFeedAddress(addresses.tag("shared"), "rss"),
      addresses.sitemap,
    ]),
  );
  for (const [path, bytes] of documents)
    expect(
      await toXmlProblem(page, bytes.toString("utf8")),
      path,
    ).toBeUndefined();
});
