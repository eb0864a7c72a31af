import type { BrowserContextOptions, Page } from "playwright-core";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { readDist } from "../support/build-site.ts";
import { accessibilityProblems, openPage } from "../support/browser.ts";
import {
  findClipped,
  findMovement,
  findOverflow,
  keepShifts,
  lookAtFocus,
  readShifts,
  scrollThrough,
  setSpacing,
} from "../support/look.ts";
import { isRedirect, toKinds } from "../support/page-kinds.ts";
import { browser, site } from "../support/served-site.ts";

const dist = readDist(inject("site"));
const kinds = toKinds(dist);
const article = "/articles/everything/";

/** Looks at an open page; returns what is wrong with it, `complaints` being the browser's own since the last look. */
type Look = (page: Page, complaints: string[]) => Promise<string[]>;

/**
 * Declares one test for each look. They share one visit to each kind of page, in the order given, because loading pages
 * is most of the work.
 */
function testEveryKind(
  options: BrowserContextOptions,
  startVisits: (page: Page) => Promise<(address: string) => Promise<unknown>>,
  looks: Record<string, Look>,
) {
  const found = new Map<string, string[]>();

  beforeAll(async () => {
    const { page, complaints } = await openPage(browser, options);
    page.on("request", (request) => {
      if (new URL(request.url()).origin !== site.url)
        complaints.push(`asks another site: ${request.url()}`);
    });
    const visit = await startVisits(page);
    for (const address of kinds) {
      await visit(address);
      for (const [title, look] of Object.entries(looks)) {
        const problems = await look(page, complaints);
        found.set(title, [
          ...(found.get(title) ?? []),
          ...problems.map((problem) => `${address}: ${problem}`),
        ]);
      }
    }
    await page.context().close();
  });

  test.each(Object.keys(looks))("%s", (title) => {
    expect(found.get(title)).toEqual([]);
  });
}

/** Visits pages at one window size as on a slow line: their fonts arrive after their text. */
const withLateFonts =
  (viewport: { width: number; height: number }) => async (page: Page) => {
    let release = () => {};
    let held = Promise.resolve();
    await page.route("**/*.woff2", async (route) => {
      await held;
      await route.continue();
    });
    await page.addInitScript(keepShifts);
    // The pages before were scrolled, and the site remembers how far an article was read.
    await page.addInitScript(() => localStorage.clear());
    return async (address: string) => {
      held = new Promise((resolve) => (release = resolve));
      await page.setViewportSize(viewport);
      await page.goto(site.url + address, { waitUntil: "commit" });
      await page.waitForFunction(
        () => performance.getEntriesByName("first-contentful-paint").length > 0,
      );
      release();
      await page.waitForLoadState("load");
    };
  };

/** Looks that only need a loaded page, in the window it was loaded in. */
const shared: Record<string, Look> = {
  // First, because other looks scroll.
  "stores nothing and sets no cookie before the reader does something": async (
    page,
  ) => {
    const { cookies, origins } = await page
      .context()
      .storageState({ indexedDB: true });
    const session = await page.evaluate(() => Object.keys(sessionStorage));
    return [...cookies, ...origins, ...session].map((one) =>
      JSON.stringify(one),
    );
  },
  "no text jumps when fonts arrive late": async (page) => {
    await page.evaluate(scrollThrough);
    const shifts = await page.evaluate(readShifts);
    await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
    return shifts;
  },
  "the browser reports no error, blocked request or missing file, and no other site is asked for anything":
    async (_, complaints) => {
      const problems = complaints.splice(0);
      // A page that is missing is reported too, once.
      const own = problems.indexOf(
        `${site.url}/nothing-here/: Failed to load resource: the server responded with a status of 404 (Not Found)`,
      );
      return problems.filter((_, index) => index !== own);
    },
  "axe finds no issues": (page) => accessibilityProblems(page),
};

const fits: Look = (page) => page.evaluate(findOverflow);
const fitsWhole: Look = async (page) => [
  ...(await page.evaluate(findOverflow)),
  ...(await page.evaluate(findClipped)),
];
/** Looks at a page with the text spacing that WCAG 1.4.12 lets readers set. */
const fitsWithSpacing: Look = async (page, complaints) => {
  await page.evaluate(setSpacing);
  const problems = await fitsWhole(page, complaints);
  await page.evaluate(() => document.adoptedStyleSheets.pop());
  return problems;
};
/** Looks at a page with the letter size, in CSS pixels, that a reader set in the browser. */
const fitsWithLetters =
  (size: number): Look =>
  async (page, complaints) => {
    const devtools = await page.context().newCDPSession(page);
    const setSize = (standard: number) =>
      devtools.send("Page.setFontSizes", {
        fontSizes: { standard, fixed: (standard * 13) / 16 },
      });
    await setSize(size);
    expect(
      await page.evaluate(
        () => getComputedStyle(document.documentElement).fontSize,
      ),
    ).toBe(`${size}px`);
    const problems = await fitsWhole(page, complaints);
    await setSize(16);
    await devtools.detach();
    return problems;
  };
const at =
  (width: number, height: number, look: Look): Look =>
  async (page, complaints) => {
    await page.setViewportSize({ width, height });
    return look(page, complaints);
  };

// Colours depend on the theme and layout on the width, so two visits see every style in use.
describe("every kind of page, on a phone in the light theme", () => {
  testEveryKind(
    { colorScheme: "light" },
    withLateFonts({ width: 360, height: 800 }),
    {
      ...shared,
      "nothing moves for readers who want less motion": async (page) => {
        await page.emulateMedia({ reducedMotion: "reduce" });
        const movement = await page.evaluate(findMovement);
        await page.emulateMedia({ reducedMotion: null });
        return movement;
      },
      "fits a screen of 320 px": at(320, 640, fits),
      "fits a screen of 320 px with the reader's own text spacing, and no text is cut off":
        fitsWithSpacing,
    },
  );
});

describe("every kind of page, on a wide screen in the dark theme", () => {
  testEveryKind(
    { colorScheme: "dark" },
    withLateFonts({ width: 1280, height: 800 }),
    {
      ...shared,
      "assistive technology finds one main heading, and one of each landmark":
        async (page) => {
          const tree = await page.locator("body").ariaSnapshot();
          return [
            /- heading .*\[level=1\]/g,
            /- banner\b/g,
            /- main\b/g,
            /- contentinfo\b/g,
            /- navigation "Site"/g,
          ].flatMap((landmark) => {
            const count = tree.match(landmark)?.length ?? 0;
            return count === 1 ? [] : [`${count} × ${landmark.source}`];
          });
        },
      "fits the window with the reader's own text spacing, and no text is cut off":
        fitsWithSpacing,
      "fits the window with letters of twice the size, and no text is cut off":
        fitsWithLetters(32),
      "fits half the window with letters of twice the size, and no text is cut off":
        at(640, 800, fitsWithLetters(32)),
      "fits the window at a zoom of 200 %": at(640, 400, fits),
      "prints without the site around it, buttons or advertisements": at(
        680,
        960,
        async (page) => {
          await page.emulateMedia({ media: "print" });
          const problems = await page
            .locator(
              ':is(body > header, body > footer, nav, button, dialog, iframe, [role="search"], input:not([type="radio"], [type="checkbox"])):visible',
            )
            .evaluateAll((nodes) =>
              nodes.map((node) => node.outerHTML.slice(0, 80)),
            );
          const advertisement = page.getByText(/^Advertisement$/).first();
          if (await advertisement.isVisible())
            problems.push("an advertisement");
          if (!(await page.locator("h1").isVisible()))
            problems.push("no heading");
          return problems;
        },
      ),
      "prints no wider than the paper": fits,
      "prints dark on white, whatever the theme of the screen": async (page) =>
        (await page.evaluate(
          () => getComputedStyle(document.documentElement).colorScheme,
        )) === "light"
          ? []
          : ["not in the light theme"],
      "prints the address beside every outside link, and opens what was closed":
        async (page) => {
          const problems = await page.evaluate(() => {
            // One more than there are, on every page: closed, as it comes.
            const one = document.createElement("details");
            one.append(
              document.createElement("summary"),
              document.createElement("p"),
            );
            one.lastElementChild!.textContent = "Text";
            document.querySelector("main")?.append(one);
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
            const closed = [
              ...document.querySelectorAll("main details"),
            ].filter(
              (details) =>
                details.checkVisibility() &&
                [...details.children].some(
                  (child) =>
                    !child.checkVisibility({ contentVisibilityAuto: true }),
                ),
            );
            return [...bare, ...closed].map((node) =>
              node.outerHTML.slice(0, 80),
            );
          });
          await page.emulateMedia({ media: null });
          return problems;
        },
    },
  );
});

describe("every kind of page, without JavaScript", () => {
  testEveryKind(
    { javaScriptEnabled: false },
    async (page) => (address) => page.goto(site.url + address),
    {
      "has its heading, its menu, and no button that does nothing": async (
        page,
      ) => {
        const problems = await page
          .locator(
            "button:visible:not(form button, [popovertarget], [commandfor])",
          )
          .evaluateAll((buttons) =>
            buttons.map(
              ({ textContent }) => `"${textContent?.trim()}" does nothing`,
            ),
          );
        if (!(await page.locator("h1").isVisible()))
          problems.push("no heading");
        if (!(await page.locator("header nav a").first().isVisible()))
          problems.push("no menu");
        return problems;
      },
    },
  );
});

test("the browser reports no error, blocked request or missing file on any other page", async () => {
  const { page, complaints } = await openPage(browser);
  const others = [...dist]
    .filter(([path, page]) => path.endsWith("index.html") && !isRedirect(page))
    .map(([path]) => `/${path.replace("index.html", "")}`)
    .filter((address) => !kinds.includes(address))
    // Two dozen articles of the fixture differ only in their number.
    .filter((address) => !/\/plain-(?!1\/)/.test(address));
  expect(others.length).toBeGreaterThan(8);
  for (const address of others)
    await page.goto(site.url + address, { waitUntil: "load" });
  expect(complaints).toEqual([]);
});

test("a text that jumps would have been noticed", async () => {
  const { page } = await openPage(browser);
  await page.addInitScript(keepShifts);
  await page.goto(site.url + article);
  await page.evaluate(() => {
    const box = document.createElement("div");
    box.textContent = "An advertisement";
    document.querySelector("main")?.prepend(box);
  });
  await page.evaluate(scrollThrough);
  expect(await page.evaluate(readShifts)).not.toEqual([]);
});

describe("by keyboard, an article's page", () => {
  test.each<[string, BrowserContextOptions]>([
    ["on a wide screen", {}],
    ["on a phone", { viewport: { width: 360, height: 640 } }],
    ["with forced colours", { forcedColors: "active" }],
  ])(
    "%s, shows the focus at every stop, in the order of the text",
    async (_, options) => {
      // Otherwise the page may still be scrolling to the stop when it is looked at.
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
    },
  );
});

test("in print, links in a text show their addresses, on this site and elsewhere", async () => {
  const { page } = await openPage(browser);
  await page.goto(site.url + article);
  const shown = (text: string) =>
    page
      .locator(".prose a", { hasText: text })
      .first()
      .evaluate((link) => getComputedStyle(link, "::after").content);
  const before = await shown("link");
  await page.emulateMedia({ media: "print" });
  expect(before).toBe("none");
  expect(await shown("another site")).toBe('" (https://example.org/)"');
  expect(await shown("link")).toBe(
    '" (https://saucepan.example/articles/plain-1/)"',
  );
  expect(await shown("relative anchor")).toBe("none");
});

test("in print, a line of code that is too long for the paper wraps", async () => {
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
