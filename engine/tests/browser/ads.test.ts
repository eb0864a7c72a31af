import { describe, expect, test } from "vitest";
import { openPage } from "../support/browser.ts";
import { browser, site } from "../support/served-site.ts";

const article = `${site.url}/articles/advertised/`;

describe("the publication's own advertisements", () => {
  test("take at most 30 % of a phone of 360 × 640 px, even with the longest heading and link", async () => {
    const { page } = await openPage(browser, {
      viewport: { width: 360, height: 640 },
    });
    await page.goto(article);
    const heights = await page
      .getByRole("complementary")
      .evaluateAll((ads) => ads.map((ad) => ad.getBoundingClientRect().height));
    expect(heights).toHaveLength(2);
    expect(Math.max(...heights)).toBeLessThanOrEqual(640 * 0.3);
    expect(Math.min(...heights)).toBeGreaterThan(60);
  });

  test("work without JavaScript, and ask nobody for anything", async () => {
    const { page } = await openPage(browser, { javaScriptEnabled: false });
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(article);
    const ads = page.getByRole("complementary");
    expect(await ads.getByText("Advertisement").count()).toBe(2);
    expect(await ads.getByRole("link").count()).toBe(2);
    expect(requests.filter((url) => !url.startsWith(site.url))).toEqual([]);
  });
});
