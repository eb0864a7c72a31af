import { readFileSync } from "node:fs";
import type { BrowserContextOptions, Page } from "playwright-core";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { most, type Kept } from "#browser/kept.ts";
import { site as settings } from "#site.ts";
import { toHex } from "#theme/colours.ts";
import { openPage, problemsInBothThemes } from "../support/browser.ts";
import { browser, site } from "../support/served-site.ts";

const { storageKey: key } = settings;

const article = "/articles/everything/";
const open = async (address: string, options?: BrowserContextOptions) => {
  const opened = await openPage(browser, options);
  await opened.page.goto(site.url + address);
  return opened;
};
const keptIn = (page: Page) =>
  page.evaluate(
    (name) => JSON.parse(localStorage.getItem(name) ?? "null") as Kept | null,
    key,
  );
const isDark = (page: Page) =>
  page.evaluate(() => {
    const context = document.createElement("canvas").getContext("2d")!;
    context.fillStyle = getComputedStyle(
      document.documentElement,
    ).backgroundColor;
    context.fillRect(0, 0, 1, 1);
    return context.getImageData(0, 0, 1, 1).data[0]! < 128;
  });
const choose = (page: Page, theme: string) =>
  page.getByRole("radio", { name: theme }).check();
const saveButton = (page: Page) =>
  page.getByRole("button", { name: "Save for later: Everything" });

/** Opens an address and returns at its first paint, before any script file has run; the returned function lets them load. */
async function paint(page: Page, address: string) {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/*.js", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(site.url + address, { waitUntil: "commit" });
  await page.waitForFunction(
    () => performance.getEntriesByName("first-contentful-paint").length > 0,
  );
  return release;
}

describe("the theme", () => {
  test.each([
    ["Dark", "light", true],
    ["Light", "dark", false],
  ] as const)(
    "%s on a %s system applies to every page and to a new tab",
    async (theme, colorScheme, dark) => {
      const { page, complaints } = await open("/", { colorScheme });
      expect(await isDark(page)).toBe(!dark);
      expect(await page.getByRole("radio", { checked: true }).count()).toBe(1);
      await choose(page, theme);
      expect(await isDark(page)).toBe(dark);
      await page.goto(site.url + article);
      expect(await isDark(page)).toBe(dark);
      const tab = await page.context().newPage();
      await tab.goto(`${site.url}/archive/`);
      expect(await isDark(tab)).toBe(dark);
      expect(await tab.getByRole("radio", { name: theme }).isChecked()).toBe(
        true,
      );

      await choose(tab, "System");
      expect(await isDark(tab)).toBe(!dark);
      await page.waitForFunction(
        () => document.documentElement.dataset.theme === "",
      );
      expect(await isDark(page)).toBe(!dark);
      expect(complaints).toEqual([]);
    },
  );

  test("is applied at the first paint, before any script file has run", async () => {
    const { page } = await open("/", { colorScheme: "light" });
    await choose(page, "Dark");
    const release = await paint(page, article);
    const { dominant } = await sharp(await page.screenshot())
      .extract({ left: 0, top: 0, width: 8, height: 8 })
      .stats();
    expect(dominant.r).toBeLessThan(64);
    expect(await page.locator("[name=theme]").count()).toBe(0);
    release();
    await page.waitForLoadState();
    expect(await page.locator("[name=theme]").count()).toBe(3);
  });

  test("applies to the browser's toolbar and to drawings too", async () => {
    const { page } = await open(article, { colorScheme: "light" });
    const frame = () =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLMetaElement>("[name=theme-color]")]
          .filter(({ media }) => matchMedia(media).matches)
          .map(({ content }) => content),
      );
    const drawing = page.locator('img[src$=".svg"]');
    await drawing.scrollIntoViewIfNeeded();
    await page.waitForLoadState("networkidle");
    /** How much darker (negative) or lighter (positive) than the paper its thin strokes are. */
    const strokes = async () => {
      const { channels } = await sharp(await drawing.screenshot()).stats();
      const { min, mean, max } = channels[0]!;
      return max - mean > mean - min ? max - mean : min - mean;
    };
    expect(await frame()).toEqual([toHex("color-paper")]);
    expect(await strokes()).toBeLessThan(-60);
    await choose(page, "Dark");
    expect(await frame()).toEqual([toHex("color-paper", { theme: "dark" })]);
    expect(await strokes()).toBeGreaterThan(60);
    await choose(page, "System");
    expect(await frame()).toEqual([toHex("color-paper")]);
  });

  test("is always light in print", async () => {
    const { page } = await open("/", { colorScheme: "dark" });
    await choose(page, "Dark");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    expect(
      await page.evaluate(
        () => getComputedStyle(document.documentElement).colorScheme,
      ),
    ).toBe("light");
  });

  test("can be chosen by keyboard, on targets of 44 px", async () => {
    const { page } = await open("/", { colorScheme: "light" });
    await page.getByRole("radio", { name: "System" }).focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await isDark(page)).toBe(true);
    const heights = await page
      .locator("label:has([name=theme])")
      .evaluateAll((labels) =>
        labels.map((label) => label.getBoundingClientRect().height),
      );
    expect(Math.min(...heights)).toBeGreaterThanOrEqual(44);
  });
});

describe("the table of contents", () => {
  const marked = (page: Page) =>
    page
      .locator("[data-contents] [aria-current]")
      .evaluateAll((links) => links.map(({ textContent }) => textContent));
  const names = ["A heading", "Smaller", "Third heading"];

  test.each([300, 700, 2000])(
    "marks the section that a link led to, in a window %i px high",
    async (height) => {
      const { page } = await open(article, {
        viewport: { width: 1280, height },
        reducedMotion: "reduce",
      });
      for (const name of [...names, ...names.toReversed()]) {
        await page.getByRole("link", { name, exact: true }).click();
        await expect.poll(() => marked(page)).toEqual([name]);
      }
    },
  );

  test("marks nothing above the first heading, each section on the way, and the last one at the end", async () => {
    const { page } = await open(article, {
      viewport: { width: 1280, height: 400 },
      reducedMotion: "reduce",
    });
    expect(await marked(page)).toEqual([]);
    const seen = new Set<string | null>();
    const end = await page.evaluate(
      () => document.documentElement.scrollHeight,
    );
    for (let y = 0; y <= end; y += 100) {
      await page.evaluate((to) => scrollTo(0, to), y);
      await page.evaluate(() => new Promise(requestAnimationFrame));
      const now = await marked(page);
      expect(now.length).toBeLessThan(2);
      for (const name of now) seen.add(name);
    }
    expect([...seen]).toEqual(names);
    expect(await marked(page)).toEqual(["Third heading"]);
  });

  test("is closed on a narrow screen", async () => {
    const { page } = await open(article, {
      viewport: { width: 360, height: 700 },
    });
    const link = page.locator("[data-contents] a").first();
    expect(await link.isVisible()).toBe(false);
    await page.getByText("On this page").click();
    expect(await link.isVisible()).toBe(true);
  });
});

/** Reads an article of several windows as far as a heading, then leaves. */
async function leaveAt(page: Page, heading: string) {
  await page.setViewportSize({ width: 360, height: 240 });
  await page.goto(site.url + article);
  await page
    .getByRole("heading", { name: heading, exact: true })
    .evaluate((node) => node.scrollIntoView({ behavior: "instant" }));
  await page.waitForFunction(
    (name) =>
      document.querySelector("[aria-current=location]")?.textContent === name,
    heading,
  );
  await page.goto(`${site.url}/articles/`);
}
const readToTheEnd = (page: Page) =>
  page
    .locator("article > footer")
    .evaluate((node) => node.scrollIntoView({ behavior: "instant" }));

describe("the reading list", () => {
  test("takes articles from their page and from a list, shows them, and can be downloaded and emptied", async () => {
    const { page, complaints } = await open(article);
    await saveButton(page).click();
    expect(await saveButton(page).getAttribute("aria-pressed")).toBe("true");
    await page.goto(`${site.url}/articles/`);
    expect(await saveButton(page).getAttribute("aria-pressed")).toBe("true");
    await page
      .getByRole("button", { name: "Save for later: In MDX" })
      .press("Enter");

    await page.getByRole("link", { name: "Reading list" }).click();
    await page.waitForURL("**/reading-list/");
    const saved = page.locator("[data-saved] a");
    await expect
      .poll(() => saved.allTextContents())
      .toEqual(["In MDX", "Everything"]);

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download as JSON" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("reading-list.json");
    const { saved: given } = JSON.parse(
      readFileSync(await download.path(), "utf8"),
    ) as { saved: unknown };
    expect(given).toEqual([
      { title: "Everything", url: `${site.url}/articles/everything/` },
      { title: "In MDX", url: `${site.url}/articles/in-mdx/` },
    ]);

    await page.getByRole("button", { name: "Remove: In MDX" }).press("Enter");
    expect(await saved.allTextContents()).toEqual(["Everything"]);
    expect(await page.getByRole("status").textContent()).toBe(
      "Removed: In MDX.",
    );
    // The focus is on the next article, so the reader can go on.
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe(
      "Remove: Everything",
    );
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await saved.count()).toBe(2);

    await page.getByRole("link", { name: "Everything" }).click();
    await page.waitForURL(`**${article}`);
    await saveButton(page).click();
    expect(await saveButton(page).getAttribute("aria-pressed")).toBe("false");
    expect((await keptIn(page))?.saved.map(({ title }) => title)).toEqual([
      "In MDX",
    ]);
    expect(complaints).toEqual([]);
  });

  test("removes everything that the site keeps on the device, until the reader presses Undo", async () => {
    const { page } = await open("/", { colorScheme: "light" });
    await choose(page, "Dark");
    await page.getByRole("button", { name: /^Save/ }).first().click();
    await leaveAt(page, "Smaller");
    await page.goto(`${site.url}/articles/in-mdx/`);
    await page.getByRole("checkbox").first().click();
    const contents = () => page.evaluate(() => ({ ...localStorage }));
    await page.goto(`${site.url}/reading-list/`);
    const all = await contents();
    expect(Object.keys(all)).toHaveLength(2);
    // Another site of the same host may keep something too.
    await page.evaluate(() => localStorage.setItem("other", "kept"));
    const before = await keptIn(page);
    expect(before).toMatchObject({
      theme: "dark",
      saved: [{}],
      places: [{ title: "Everything" }],
    });
    await page.getByRole("button", { name: "Remove all saved data" }).click();
    expect(await contents()).toEqual({ other: "kept" });
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    expect(await page.context().cookies()).toEqual([]);
    expect(await isDark(page)).toBe(false);
    expect(
      await page.getByText("Nothing is stored on this device.").isVisible(),
    ).toBe(true);
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await contents()).toEqual({ ...all, other: "kept" });
    expect(await isDark(page)).toBe(true);
  });

  test("opens an article that was renamed after it was saved", async () => {
    const { page } = await open("/");
    await page.evaluate(([name, text]) => localStorage.setItem(name, text), [
      key,
      JSON.stringify({
        saved: [{ address: "/old-everything/", title: "Its old title" }],
      }),
    ] as const);
    await page.goto(`${site.url}/reading-list/`);
    await page.getByRole("link", { name: "Its old title" }).click();
    await page.waitForURL(`**${article}`);
  });

  test("says when it is full instead of dropping the oldest", async () => {
    const { page } = await open("/");
    await page.evaluate(([name, text]) => localStorage.setItem(name, text), [
      key,
      JSON.stringify({
        saved: Array.from({ length: most }, (_, index) => ({
          address: `/articles/${index}/`,
          title: `${index}`,
        })),
      }),
    ] as const);
    await page.goto(site.url + article);
    await saveButton(page).click();
    expect(
      await page
        .getByRole("button", {
          name: "Reading list full. Remove an article first.",
        })
        .isVisible(),
    ).toBe(true);
    expect((await keptIn(page))?.saved).toHaveLength(most);
  });

  test("passes axe in both themes, with everything it can show, at 360 px", async () => {
    const { page } = await open(article);
    await saveButton(page).click();
    await leaveAt(page, "Smaller");
    await page.setViewportSize({ width: 360, height: 800 });
    const problems = await problemsInBothThemes(page);
    await page.goto(site.url + article);
    problems.push(...(await problemsInBothThemes(page)));
    await page.goto(`${site.url}/reading-list/`);
    await page
      .getByRole("button", { name: "Remove: Everything" })
      .first()
      .click();
    problems.push(...(await problemsInBothThemes(page)));
    expect(problems).toEqual([]);
    expect(
      await page.evaluate(
        () => document.documentElement.scrollWidth <= innerWidth,
      ),
    ).toBe(true);
  });
});

describe("reading progress", () => {
  const row = (page: Page) =>
    page.locator("main li", {
      has: page.getByRole("link", { name: "Everything", exact: true }),
    });
  const continuing = (page: Page) =>
    page.getByRole("link", { name: /^Continue from/ });

  test("offers a link to the section where the reader left", async () => {
    const { page, complaints } = await open("/");
    await leaveAt(page, "Smaller");
    expect(await row(page).getByText("Started").isVisible()).toBe(true);
    await page.goto(site.url + article);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await continuing(page).textContent()).toBe(
      "Continue from “Smaller”",
    );
    await continuing(page).click();
    await page.waitForURL("**#smaller");

    await page.mouse.wheel(0, 20);
    await readToTheEnd(page);
    await continuing(page).waitFor({ state: "detached" });
    await page.goto(`${site.url}/articles/`);
    expect(await row(page).getByText("Read", { exact: true }).count()).toBe(1);
    await page.goto(site.url + article);
    expect(await continuing(page).count()).toBe(0);
    expect(await keptIn(page)).toMatchObject({
      read: [{ address: article }],
      places: [],
    });
    expect(complaints).toEqual([]);
  });

  test("does not count an article as read when the reader only follows a footnote to the end and back", async () => {
    const { page } = await open(article, {
      viewport: { width: 360, height: 240 },
      reducedMotion: "reduce",
    });
    await page.locator(".prose sup a").first().click();
    await page.waitForURL("**#user-content-fn-1");
    await page.mouse.wheel(0, 5);
    await page.locator("[data-footnote-backref]").first().click();
    await page.waitForURL("**#user-content-fnref-1");
    await page.goto(`${site.url}/articles/`);
    expect((await keptIn(page))?.read ?? []).toEqual([]);
  });

  test("offers no place to continue in an article that fits the window", async () => {
    const { page } = await open(article, {
      viewport: { width: 1280, height: 2000 },
    });
    await readToTheEnd(page);
    await expect.poll(async () => (await keptIn(page))?.read).toHaveLength(1);
    await page.goto(`${site.url}/articles/`);
    expect((await keptIn(page))?.places).toEqual([]);
  });

  test.each([360, 1280])(
    "moves no text when it appears, at %i px",
    async (width) => {
      const { page } = await open("/");
      await leaveAt(page, "Smaller");
      await saveButton(page).click();
      await page.setViewportSize({ width, height: 800 });
      await page.addInitScript(() => {
        const moved: string[] = (window.moved = []);
        new PerformanceObserver((list) => {
          for (const shift of list.getEntries() as LayoutShift[])
            moved.push(
              ...shift.sources.map(
                ({ node }) => node?.parentElement?.outerHTML ?? "",
              ),
            );
        }).observe({ type: "layout-shift", buffered: true });
      });
      for (const address of [article, "/articles/", "/"]) {
        const release = await paint(page, address);
        release();
        await page.waitForLoadState("networkidle");
        expect(await saveButton(page).first().isVisible()).toBe(true);
        expect(await page.evaluate(() => window.moved), address).toEqual([]);
        await page.unroute("**/*.js");
      }
    },
  );
});

interface LayoutShift extends PerformanceEntry {
  sources: { node?: Node }[];
}
declare global {
  interface Window {
    moved: string[];
    faded: boolean;
  }
}

describe("when the browser cannot store anything, or holds something unexpected", () => {
  test("everything works until the page is left when storage is denied", async () => {
    const { page, complaints } = await openPage(browser, {
      colorScheme: "light",
    });
    await page.addInitScript(() =>
      Object.defineProperty(window, "localStorage", {
        get() {
          throw new DOMException("Denied", "SecurityError");
        },
      }),
    );
    await page.goto(site.url + article);
    await choose(page, "Dark");
    expect(await isDark(page)).toBe(true);
    await saveButton(page).click();
    expect(
      await page
        .getByText("Reading list full. Remove an article first.")
        .isVisible(),
    ).toBe(true);
    await readToTheEnd(page);
    await page.goto(`${site.url}/reading-list/`);
    await page.getByRole("button", { name: "Remove all saved data" }).click();
    expect(
      await page.getByText("Nothing is stored on this device.").isVisible(),
    ).toBe(true);
    expect(complaints).toEqual([]);
  });

  test("the reader is told that storage is full, and what it holds is kept", async () => {
    const { page, complaints } = await open(article);
    await page.evaluate(() => {
      for (let size = 1 << 23; size >= 1; size /= 2)
        try {
          const held = localStorage.getItem("other") ?? "";
          localStorage.setItem("other", held + "x".repeat(size));
        } catch {
          // No room for that much.
        }
    });
    await saveButton(page).click();
    expect(
      await page
        .getByText("Reading list full. Remove an article first.")
        .isVisible(),
    ).toBe(true);
    expect(
      await page.evaluate(() => localStorage.getItem("other")?.length),
    ).toBeGreaterThan(1 << 20);
    expect(complaints).toEqual([]);
  });

  test.each([
    "no JSON",
    "null",
    "5",
    '{"saved":5,"read":[null,7],"places":{},"theme":"blue"}',
  ])("the page works when storage holds %s", async (text) => {
    const { page, complaints } = await open("/");
    await page.evaluate(
      ([name, written]) => localStorage.setItem(name, written),
      [key, text] as const,
    );
    for (const address of ["/articles/", "/reading-list/", article])
      await page.goto(site.url + address);
    await saveButton(page).click();
    expect((await keptIn(page))?.saved).toEqual([
      { address: article, title: "Everything" },
    ]);
    expect(complaints).toEqual([]);
  });

  test("without JavaScript there are no such controls, and the reading list page says why", async () => {
    const { page } = await open(article, { javaScriptEnabled: false });
    const controls = page.locator("button:visible, input:visible");
    const list = page.getByRole("link", { name: "Reading list" });
    expect(await controls.count()).toBe(0);
    expect(await list.count()).toBe(0);
    await page.goto(`${site.url}/articles/`);
    expect(await controls.count()).toBe(0);
    expect(await list.count()).toBe(0);
    await page.goto(`${site.url}/reading-list/`);
    expect(await controls.count()).toBe(0);
    expect(await page.getByText("needs JavaScript").isVisible()).toBe(true);
  });

  test("reading, saving and clearing send nothing: they only load files of the site", async () => {
    const { page } = await openPage(browser);
    const asked: string[] = [];
    page.on("request", (request) =>
      asked.push(
        `${request.method()} ${request.url()} ${request.postData() ?? ""}`,
      ),
    );
    await page.goto(site.url + article);
    await saveButton(page).click();
    await readToTheEnd(page);
    await page.goto(`${site.url}/reading-list/`);
    await page.getByRole("button", { name: "Remove all saved data" }).click();
    expect(asked.length).toBeGreaterThan(5);
    expect(
      asked.filter(
        (line) => !/^GET http:\/\/localhost:\d+\/[^?]* $/.test(line),
      ),
    ).toEqual([]);
  });
});

test.each([
  ["no-preference", true],
  ["reduce", false],
] as const)(
  "one page fades into the next unless the reader prefers less motion: %s",
  async (reducedMotion, fades) => {
    const { page } = await openPage(browser, { reducedMotion });
    await page.addInitScript(() =>
      addEventListener("pagereveal", (event) => {
        window.faded = !!event.viewTransition;
      }),
    );
    await page.goto(`${site.url}/`);
    await page.getByRole("link", { name: "Topics" }).click();
    await page.waitForURL("**/topics/");
    await expect.poll(() => page.evaluate(() => window.faded)).toBe(fades);
  },
);
