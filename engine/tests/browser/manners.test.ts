import type { BrowserContextOptions, Page } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import { readDist } from "../support/build-site.ts";
import { openPage } from "../support/browser.ts";
import {
  findClipped,
  findMovement,
  hasReachedEnd,
  keepShifts,
  lookAtFocus,
  readShifts,
} from "../support/look.ts";
import { toKinds } from "../support/page-kinds.ts";
import { browser, site } from "../support/served-site.ts";

const kinds = toKinds(readDist(inject("site")));
const article = "/articles/everything/";
/** Opens every kind of page in turn; what is found on each, with its address before it. */
async function lookAtAll(
  options: BrowserContextOptions,
  look: (page: Page) => Promise<string[]>,
): Promise<string[]> {
  const { page } = await openPage(browser, options);
  const found: string[] = [];
  for (const address of kinds) {
    await page.goto(site.url + address);
    found.push(...(await look(page)).map((what) => `${address}: ${what}`));
  }
  await page.context().close();
  return found;
}

const widerThanScreen = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth } = document.documentElement;
    return scrollWidth > innerWidth
      ? [`${scrollWidth} px on ${innerWidth} px`]
      : [];
  });

const narrow = { viewport: { width: 320, height: 640 } };

describe("nothing jumps", () => {
  test.each([360, 1280])(
    "on any kind of page at %i px, when fonts come after the text",
    async (width) => {
      const { page } = await openPage(browser, {
        viewport: { width, height: 800 },
      });
      let release = () => {};
      let held = Promise.resolve();
      await page.route("**/*.woff2", async (route) => {
        await held;
        await route.continue();
      });
      await page.addInitScript(keepShifts);
      const jumps: string[] = [];
      for (const address of kinds) {
        held = new Promise((resolve) => (release = resolve));
        await page.goto(site.url + address, { waitUntil: "commit" });
        await page.waitForFunction(
          () =>
            performance.getEntriesByName("first-contentful-paint").length > 0,
        );
        release();
        await page.waitForLoadState("load");
        while (!(await page.evaluate(hasReachedEnd)));
        jumps.push(
          ...(await page.evaluate(readShifts)).map((it) => `${address}: ${it}`),
        );
      }
      expect(jumps).toEqual([]);
    },
  );

  test("and a jump would have been seen", async () => {
    const { page } = await openPage(browser);
    await page.addInitScript(keepShifts);
    await page.goto(site.url + article);
    await page.evaluate(() => {
      const box = document.createElement("div");
      box.textContent = "An advertisement";
      document.querySelector("main")?.prepend(box);
    });
    while (!(await page.evaluate(hasReachedEnd)));
    expect(await page.evaluate(readShifts)).not.toEqual([]);
  });
});

describe("every kind of page reflows", () => {
  test.each<[string, BrowserContextOptions]>([
    ["on a screen of 320 px", narrow],
    [
      "at a zoom of 200 %",
      { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 },
    ],
  ])("%s", async (_, options) => {
    expect(await lookAtAll(options, widerThanScreen)).toEqual([]);
  });

  test.each([640, 1280])(
    "at %i px for readers who set letters of twice the size, and none is cut off",
    async (width) => {
      const { page } = await openPage(browser, {
        viewport: { width, height: 800 },
      });
      const devtools = await page.context().newCDPSession(page);
      await devtools.send("Page.setFontSizes", {
        fontSizes: { standard: 32, fixed: 26 },
      });
      const found: string[] = [];
      for (const address of kinds) {
        await page.goto(site.url + address);
        const size = await page.evaluate(
          () => getComputedStyle(document.documentElement).fontSize,
        );
        expect(size).toBe("32px");
        found.push(
          ...[
            ...(await widerThanScreen(page)),
            ...(await page.evaluate(findClipped)),
          ].map((what) => `${address}: ${what}`),
        );
      }
      expect(found).toEqual([]);
    },
  );

  test.each([320, 1280])(
    "at %i px with the spacing that WCAG lets readers set, and no text is lost",
    async (width) => {
      const found = await lookAtAll(
        { viewport: { width, height: 640 }, bypassCSP: true },
        async (page) => {
          await page.addStyleTag({
            content: `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
              p { margin-block-end: 2em !important }`,
          });
          return [
            ...(await widerThanScreen(page)),
            ...(await page.evaluate(findClipped)),
          ];
        },
      );
      expect(found).toEqual([]);
    },
  );
});

describe("by keyboard, an article's page", () => {
  test.each<[string, BrowserContextOptions]>([
    ["shows where one is at every stop", {}],
    ["does so on a phone", { viewport: { width: 360, height: 640 } }],
    ["does so with forced colours", { forcedColors: "active" }],
  ])("%s, and has them all in the order of the text", async (_, options) => {
    // Else the page is still on its way to the stop when it is looked at.
    const { page } = await openPage(browser, {
      reducedMotion: "reduce",
      ...options,
    });
    await page.goto(site.url + article);
    const stops: string[] = [];
    const problems: string[] = [];
    for (;;) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(lookAtFocus);
      if (!stop) break;
      stops.push(stop.name);
      problems.push(...stop.problems);
    }
    expect(stops[0]).toBe("Skip to content");
    expect(stops).toContain("On this page");
    expect(stops).toContain("relative anchor");
    expect(stops.length).toBeGreaterThan(20);
    expect(problems).toEqual([]);
  });
});

describe("for readers who want less motion", () => {
  test("nothing moves on any kind of page", async () => {
    expect(
      await lookAtAll({ reducedMotion: "reduce" }, (page) =>
        page.evaluate(findMovement),
      ),
    ).toEqual([]);
  });
});

describe("without JavaScript", () => {
  test("every kind of page has its text and its menu, and no button that does nothing", async () => {
    const found = await lookAtAll(
      { javaScriptEnabled: false },
      async (page) => {
        const idle = page.locator(
          "button:visible:not(form button, [popovertarget], [commandfor])",
        );
        const says: string[] = [];
        if (!(await page.locator("h1").isVisible())) says.push("no heading");
        if (!(await page.locator("header nav a").first().isVisible()))
          says.push("no menu");
        for (const button of await idle.all())
          says.push(`"${await button.textContent()}" does nothing`);
        return says;
      },
    );
    expect(found).toEqual([]);
  });
});

describe("in print", () => {
  test("no kind of page has the site around it, a button or an advertisement", async () => {
    const found = await lookAtAll({}, async (page) => {
      await page.emulateMedia({ media: "print" });
      const unwanted = page.locator(
        'body > header, body > footer, nav, button, dialog, iframe, [role="search"], input:not([type="radio"], [type="checkbox"])',
      );
      const says = [];
      for (const one of await unwanted.all())
        if (await one.isVisible())
          says.push(await one.evaluate((node) => node.outerHTML.slice(0, 80)));
      if (
        await page
          .getByText(/^Advertisement$/)
          .first()
          .isVisible()
      )
        says.push("an advertisement");
      if (!(await page.locator("h1").isVisible())) says.push("no heading");
      await page.emulateMedia({ media: "screen" });
      return says;
    });
    expect(found).toEqual([]);
  });

  test("every outside link has its address beside it, and what was closed stands open", async () => {
    const found = await lookAtAll({}, async (page) => {
      await page.emulateMedia({ media: "print" });
      const says = await page.evaluate(() => {
        // One more than there are, on every page: closed, as it comes.
        document
          .querySelector("main")
          ?.insertAdjacentHTML(
            "beforeend",
            "<details><summary>More</summary><p>Text</p></details>",
          );
        const bare = [
          ...document.querySelectorAll<HTMLAnchorElement>(
            'main a[href^="http"]',
          ),
        ].filter(
          (link) =>
            link.checkVisibility() &&
            !getComputedStyle(link, "::after").content.includes(
              link.getAttribute("href") as string,
            ),
        );
        const closed = [...document.querySelectorAll("main details")].filter(
          (details) =>
            details.checkVisibility() &&
            [...details.children].some(
              (child) =>
                !child.checkVisibility({ contentVisibilityAuto: true }),
            ),
        );
        return [...bare, ...closed].map((node) => node.outerHTML.slice(0, 80));
      });
      await page.emulateMedia({ media: "screen" });
      return says;
    });
    expect(found).toEqual([]);
  });

  test("a line of code that is too long for the paper goes on below", async () => {
    const { page } = await openPage(browser, {
      viewport: { width: 240, height: 640 },
    });
    await page.goto(site.url + article);
    const overhang = () =>
      page
        .locator("pre")
        .first()
        .evaluate((code) => code.scrollWidth - code.clientWidth);
    expect(await overhang()).toBeGreaterThan(0);
    await page.emulateMedia({ media: "print" });
    expect(await overhang()).toBe(0);
  });

  test("nothing is wider than the paper", async () => {
    const found = await lookAtAll(
      { viewport: { width: 680, height: 960 } },
      async (page) => {
        await page.emulateMedia({ media: "print" });
        const wide = await widerThanScreen(page);
        await page.emulateMedia({ media: "screen" });
        return wide;
      },
    );
    expect(found).toEqual([]);
  });
});

test("every kind of page has one heading of the first level, its landmarks, its language and a title of its own", async () => {
  const titles = new Set<string>();
  const found = await lookAtAll({}, async (page) => {
    const title = await page.title();
    const counts = {
      "heading of the first level": await page.locator("h1").count(),
      banner: await page.getByRole("banner").count(),
      main: await page.getByRole("main").count(),
      contentinfo: await page.getByRole("contentinfo").count(),
      "navigation of the site": await page
        .getByRole("navigation", { name: "Site", exact: true })
        .count(),
    };
    const says = Object.entries(counts)
      .filter(([, count]) => count !== 1)
      .map(([what, count]) => `${count} × ${what}`);
    if (titles.has(title)) says.push(`another page is called "${title}" too`);
    titles.add(title);
    if ((await page.locator("html").getAttribute("lang")) !== "en-GB")
      says.push("no language");
    return says;
  });
  expect(found).toEqual([]);
});
