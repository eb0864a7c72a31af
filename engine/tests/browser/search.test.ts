import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import {
  afterAll,
  afterEach,
  beforeAll,
  describe,
  expect,
  inject,
  test,
} from "vitest";
import {
  accessibilityProblems,
  launchBrowser,
  openPage,
} from "../support/browser.ts";
import { makeSite } from "../support/build-site.ts";
import { anArticleFile } from "../support/an-article.ts";
import { writeContent } from "../support/fixture.ts";
import { journalEnvironment } from "../support/journal.ts";
import { serve } from "../support/serve.ts";
import { canary, siteContent } from "../support/site-content.ts";

let browser: Browser;
let site: Awaited<ReturnType<typeof serve>>;
let page: Page;
let complaints: string[];
let asked: string[];

beforeAll(async () => {
  [browser, site] = await Promise.all([
    launchBrowser(inject("browser")),
    serve(inject("site"), "preview"),
  ]);
});
afterEach(() => page.context().close());
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const open = async (
  address: string,
  options: BrowserContextOptions = {},
  url = site.url,
) => {
  ({ page, complaints } = await openPage(browser, options));
  asked = [];
  page.on("request", (request) => asked.push(request.url()));
  await page.goto(url + address, { waitUntil: "load" });
};
const dialog = () => page.locator("dialog.search");
const links = () => page.locator("form[data-index] ol a");
const says = (words: string | RegExp) =>
  page.locator("form[data-index] [role=status]", { hasText: words }).waitFor();
const focused = () =>
  page.evaluate(() => document.activeElement?.textContent?.trim());
const isFieldFocused = () =>
  page.evaluate(() => document.activeElement?.matches("[name=q]"));
/** How the dialog's fields stand: "block" where its styles are missing. */
const layout = () =>
  page
    .locator("dialog .ask")
    .evaluate((fields) => getComputedStyle(fields).display);
/** Opens the dialog by its key and waits until it is there. */
const openDialog = async () => {
  await page.keyboard.press("/");
  await dialog().waitFor();
};

test("what is typed while the search is loaded stands in its field", async () => {
  await open("/articles/everything/");
  let load = () => {};
  const typed = new Promise<void>((resolve) => (load = resolve));
  await page.route(/search-box/, async (route) => {
    await typed;
    await route.continue();
  });
  await page.keyboard.press("/");
  await page.keyboard.type("app");
  load();
  await dialog().waitFor();
  await page.keyboard.type("les");
  await says("1 article");
  expect(await page.locator("dialog [name=q]").inputValue()).toBe("apples");
});

test("nothing of the search is loaded before somebody asks for it", async () => {
  await open("/articles/everything/", {});
  await page.waitForLoadState("networkidle");
  const ofSearch = () => asked.filter((url) => /pagefind|search/.test(url));
  expect(ofSearch()).toEqual([]);
  await openDialog();
  await page.keyboard.type("apples");
  await says("1 article");
  expect(ofSearch().length).toBeGreaterThan(3);
  expect(await layout()).toBe("grid");
  expect(complaints).toEqual([]);
});

test("by keyboard alone: the key, words, arrows, Enter", async () => {
  await open("/about/");
  await openDialog();
  expect(await isFieldFocused()).toBe(true);
  await page.keyboard.type("plain");
  await says("23 articles");
  expect(await page.locator("[name=q]").inputValue()).toBe("plain");
  expect(await links().count()).toBe(10);
  const titles = await links().allTextContents();

  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe(titles[0]);
  await page.keyboard.press("ArrowDown");
  expect(await focused()).toBe(titles[1]);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  expect(await isFieldFocused()).toBe(true);
  await page.keyboard.press("ArrowUp");
  expect(await isFieldFocused()).toBe(true);

  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/articles/plain-*/");
  expect(await page.locator("h1").textContent()).toBe(titles[0]);
  expect(complaints).toEqual([]);
});

test("Escape closes it, with words in the field too, and the button that opened it has the focus again", async () => {
  await open("/about/");
  await page.locator("header a", { hasText: "Search" }).click();
  await dialog().waitFor();
  await page.keyboard.type("apples");
  await says("1 article");
  await page.keyboard.press("Escape");
  await dialog().waitFor({ state: "hidden" });
  expect(await focused()).toBe("Search");

  await page.keyboard.press("Enter");
  await dialog().waitFor();
  await page.getByRole("button", { name: "Close" }).click();
  await dialog().waitFor({ state: "hidden" });
  expect(await focused()).toBe("Search");
});

test("the key is a letter where one writes, and no business of ours with Ctrl", async () => {
  await open("/nothing-here/");
  await page.locator("main [name=q]").focus();
  await page.keyboard.type("a/b");
  expect(await page.locator("main [name=q]").inputValue()).toBe("a/b");
  await page.locator("h1").click();
  await page.keyboard.press("Control+/");
  await page.keyboard.press("Alt+/");
  expect(asked.filter((url) => url.includes("search-box"))).toEqual([]);
  await openDialog();
});

test("words that were found are marked, in the text as it is written", async () => {
  await open("/search/?q=comment");
  await says("1 article");
  expect(await page.locator("mark").allTextContents()).toEqual(["comment"]);
  expect(await page.locator(".excerpt").textContent()).toContain(
    'const answer = "text"; // a comment',
  );
});

test("a title with markup in it stays text", async () => {
  await open("/search/?q=bold");
  await says("1 article");
  expect(await links().textContent()).toContain(
    '<b>bold</b> & "quoted" ]]> </script> 😀 שלום',
  );
  // Nothing in the text has the word: the description stands there.
  expect(await page.locator(".excerpt").textContent()).toContain("<b>bold</b>");
  expect(complaints).toEqual([]);
});

test("category and tag narrow it, and the address says what was asked", async () => {
  await open("/search/?q=plain");
  await says("23 articles");
  await page.getByLabel("Category").selectOption("Work");
  await says("11 articles");
  await page.getByLabel("Tag").selectOption("Some");
  await says("2 articles");
  expect(page.url()).toBe(`${site.url}/search/?q=plain&category=work&tag=some`);
  await page.reload();
  await says("2 articles");
  expect(await page.getByLabel("Tag").inputValue()).toBe("some");

  await page.locator("[name=q]").fill("");
  await page.getByLabel("Tag").selectOption("All");
  await says("18 articles");
  // Without words, the newest stand first.
  expect(await links().first().textContent()).toBe("Everything");
  await page.getByLabel("Category").selectOption("All");
  await expect.poll(() => links().count()).toBe(0);
  expect(page.url()).toBe(`${site.url}/search/`);
  expect(complaints).toEqual([]);
});

test("ten are shown, and more on request, with the focus on the first new one", async () => {
  await open("/search/?q=plain");
  await says("23 articles");
  const more = page.getByRole("button", { name: "Show more" });
  await more.click();
  await expect.poll(() => links().count()).toBe(20);
  expect(await focused()).toBe(await links().nth(10).textContent());
  await more.click();
  await expect.poll(() => links().count()).toBe(23);
  expect(await more.isVisible()).toBe(false);
  expect(new Set(await links().allTextContents()).size).toBe(23);
});

test("Enter in the dialog's field leads to the page that can be linked", async () => {
  await open("/about/");
  await openDialog();
  await page.keyboard.type("some & more");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search/?q=some+%26+more");
  expect(await page.locator("[name=q]").inputValue()).toBe("some & more");
});

test("where nothing is found it says so, and where to look", async () => {
  // Pagefind alone would answer with every article that has an "a".
  await open("/search/?q=aardvark");
  await says("No results for “aardvark”");
  expect(await links().count()).toBe(0);
  await page.getByRole("link", { name: "archive" }).first().click();
  await page.waitForURL("**/archive/");
});

test("what readers may not see is not found", async () => {
  await open(`/search/?q=${canary}`);
  await says(`No results for “${canary}”`);
});

test.each(["*.js", "pagefind-entry.json*", "wasm.*", "fragment/*"])(
  "a search that cannot load its %s says so, and works when it can",
  async (files) => {
    ({ page } = await openPage(browser));
    const context = page.context();
    await context.route(`**/pagefind/${files}`, (route) => route.abort());
    await page.goto(`${site.url}/search/?q=apples`);
    await says("Search could not be loaded. Please try again.");
    await context.unroute(`**/pagefind/${files}`);
    await page.locator("[name=q]").press("Enter");
    await says("1 article");
  },
);

test("where its page cannot be had, the dialog's link leads there", async () => {
  await open("/about/");
  await page.route("**/search/", (route) =>
    route.request().isNavigationRequest() ? route.continue() : route.abort(),
  );
  await page.keyboard.press("/");
  await page.waitForURL("**/search/");
});

test("on the search's own page the key goes to its field", async () => {
  await open("/search/");
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => url.includes("pagefind"))).toEqual([]);
  await page.keyboard.press("/");
  await expect.poll(isFieldFocused).toBe(true);
  expect(await dialog().count()).toBe(0);
});

test("without JavaScript the header's link leads to a sentence and the archive", async () => {
  await open("/about/", { javaScriptEnabled: false });
  await page.locator("header a", { hasText: "Search" }).click();
  await page.waitForURL("**/search/");
  expect(await page.locator("main p").first().textContent()).toMatch(
    /^\s*Search needs JavaScript\. Without it, browse the\s+archive or the\s+topics\./,
  );
  expect(await page.locator("main form").isVisible()).toBe(false);
});

test("a page that is missing asks what was looked for", async () => {
  await open("/no/such/page/");
  await page.locator("main [name=q]").fill("apples");
  await page.getByRole("button", { name: "Search" }).click();
  await says("1 article");
  expect(await links().textContent()).toBe("In MDX");
});

describe.each(["light", "dark"] as const)("in the %s theme", (colorScheme) => {
  test.each([360, 1280])("axe finds nothing at %i px", async (width) => {
    await open("/search/?q=plain", {
      colorScheme,
      viewport: { width, height: 800 },
    });
    await says("23 articles");
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.goto(`${site.url}/about/`);
    await openDialog();
    await page.keyboard.type("plain");
    await says("23 articles");
    expect(await accessibilityProblems(page)).toEqual([]);
  });
});

test("at 320 px nothing is wider than the screen, with the dialog open too", async () => {
  await open("/search/?q=plain", { viewport: { width: 320, height: 640 } });
  const isWide = () =>
    page.evaluate(() =>
      [document.documentElement, document.querySelector("dialog")].some(
        (box) => box && box.scrollWidth > box.clientWidth,
      ),
    );
  await says("23 articles");
  expect(await isWide()).toBe(false);
  await page.goto(`${site.url}/about/`);
  await openDialog();
  await page.keyboard.type("plain");
  await says("23 articles");
  expect(await isWide()).toBe(false);
});

test("under a path of another site it finds and leads to the same", async () => {
  const journal = await serve(
    inject("journal").root,
    "preview",
    journalEnvironment,
  );
  await open("/journal/about/", {}, journal.url);
  await openDialog();
  await page.keyboard.type("apples");
  await says("1 article");
  await links().click();
  await page.waitForURL("**/journal/articles/in-mdx/");
  expect(complaints).toEqual([]);
  await journal.stop();
});

test("a writer finds drafts and scheduled articles too, labelled, and what was saved just now", async () => {
  const root = makeSite(siteContent());
  const dev = await serve(root, "dev", { SITE_BASE: "/journal/" });
  await open(`/journal/search/?q=${canary}`, {}, dev.url);
  await says("5 articles");
  const labels = await page.locator("form ol strong").allTextContents();
  expect(labels.sort()).toEqual([
    "Draft",
    "Draft",
    "Draft",
    "Scheduled for 15 June 2026",
    "Scheduled for 16 June 2026",
  ]);

  await expect
    .poll(
      async () => {
        writeContent(root, [
          ["articles/just-now.md", anArticleFile({}, "A blunderbuss.\n")],
        ]);
        await page.goto(`${dev.url}/journal/search/?q=blunderbuss`);
        await says(/article|Nothing/);
        return links().allTextContents();
      },
      { timeout: 30_000 },
    )
    .toEqual(["A title"]);
  expect(await links().getAttribute("href")).toBe(
    "/journal/articles/just-now/",
  );

  await page.goto(`${dev.url}/journal/about/`);
  await openDialog();
  await page.keyboard.type("blunderbuss");
  await says("1 article");
  expect(await layout()).toBe("grid");
  await dev.stop();
});
