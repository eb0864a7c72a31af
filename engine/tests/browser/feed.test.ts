import { describe, expect, test } from "vitest";
import { openPage } from "../support/browser.ts";
import { browser, site } from "../support/served-site.ts";
import { awkwardTitle } from "../support/site-content.ts";

describe("a feed in a browser", () => {
  test.each(["/rss.xml", "/atom.xml", "/tags/shared/rss.xml"])(
    "%s is a page that says what it is, where to go and what it has, and nothing else",
    async (address) => {
      for (const colorScheme of ["light", "dark"] as const) {
        const { page, complaints } = await openPage(browser, {
          viewport: { width: 360, height: 740 },
          isMobile: true,
          colorScheme,
        });
        // As most servers say it.
        await page.route(`**${address}`, async (route) =>
          route.fulfill({
            response: await route.fetch(),
            contentType: "application/xml",
          }),
        );
        await page.goto(site.url + address);
        const seen = await page.evaluate(() => ({
          text: [...document.querySelectorAll<HTMLElement>("header, article")]
            .map(({ innerText }) => innerText)
            .join("\n"),
          title: document.title,
          width: document.documentElement.scrollWidth,
          shown: [...document.querySelectorAll("*")]
            .filter((element) => element.checkVisibility())
            .map(({ localName }) => localName),
          links: [...document.querySelectorAll("a")].map(({ href }) => href),
          ground: getComputedStyle(document.documentElement).backgroundColor,
        }));
        expect(seen.text).toContain("This is a feed.");
        expect(seen.text).toContain("23 May 2026");
        expect(seen.text).not.toMatch(/First a paragraph|GMT/);
        if (address !== "/tags/shared/rss.xml")
          expect(seen.text).toContain(awkwardTitle);
        expect(seen.width).toBe(360);
        expect(seen.title).toContain("Saucepan");
        expect(seen.links).toContain("https://saucepan.example/subscribe/");
        expect(seen.links).toContain(
          "https://saucepan.example/articles/plain-23/",
        );
        expect(new Set(seen.shown)).toEqual(
          new Set([
            ...(address.endsWith("rss.xml")
              ? ["rss", "channel", "item"]
              : ["feed", "entry"]),
            ..."header div p strong code a h1 article h2 time".split(" "),
          ]),
        );
        expect(complaints).toEqual([]);
        const brightness = /oklch\(([\d.]+)/.exec(seen.ground)?.[1];
        expect(Number(brightness) > 0.5).toBe(colorScheme === "light");
        await page.context().close();
      }
    },
  );
});
