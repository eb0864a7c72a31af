import type { BrowserContextOptions, Page } from "playwright-core";
import { afterEach, expect, inject, test } from "vitest";
import { pageAt, readDist } from "../support/build-site.ts";
import { openPage, problemsInBothThemes } from "../support/browser.ts";
import { browser, journal, site } from "../support/served-site.ts";
import { canary } from "../support/site-content.ts";

const [, policy = ""] =
  /http-equiv="content-security-policy" content="([^"]+)"/.exec(
    pageAt(readDist(inject("site")), "/search/"),
  ) ?? [];
let page: Page;
let complaints: string[];
let asked: string[];

afterEach(() => page.context().close());
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
/** The layout of the dialog's fields: "block" when its styles are missing. */
const layout = () =>
  page
    .locator("dialog .ask")
    .evaluate((fields) => getComputedStyle(fields).display);
/** Opens the dialog with the slash key and waits for it. */
const openDialog = async () => {
  await page.keyboard.press("/");
  await dialog().waitFor();
};

test("words typed while the search is loading appear in its field", async () => {
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

test("an own collection's entry is found too, with its kicker instead of a category and a date", async () => {
  await open("/search/?q=casserole");
  await says("1 result");
  expect(await links().getAttribute("href")).toBe("/tools/pot/");
  expect(await page.locator("form ol .about").textContent()).toMatch(
    /^\s*Tool\s*$/,
  );
  expect(complaints).toEqual([]);
});

test("no file of the search is loaded until a reader opens it", async () => {
  await open("/articles/everything/", {});
  await page.waitForLoadState("networkidle");
  const ofSearch = () => asked.filter((url) => /pagefind|search/.test(url));
  expect(ofSearch()).toEqual([]);
  await openDialog();
  await page.keyboard.type("apples");
  await says("1 article");
  expect(ofSearch().length).toBeGreaterThan(3);
  // Otherwise the search would block the page while it works.
  expect(page.workers().map((worker) => worker.url())).toEqual([
    `${site.url}/pagefind/pagefind-worker.js`,
  ]);
  expect(await layout()).toBe("grid");
  expect(complaints).toEqual([]);
});

// A worker has no policy but that of its own response.
test("the search also works where the host sends the policy as a header of every file", async () => {
  ({ page, complaints } = await openPage(browser));
  await page.route("**/*", async (route) => {
    const response = await route.fetch();
    const headers = { "content-security-policy": policy };
    await route.fulfill({
      response,
      headers: { ...response.headers(), ...headers },
    });
  });
  await page.goto(`${site.url}/search/?q=apples`);
  await says("1 article");
  expect(page.workers()).toHaveLength(1);
  expect(complaints).toEqual([]);
});

test("the search works by keyboard alone: the slash key opens it, arrows choose a result, Enter follows it", async () => {
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

test("Escape closes the dialog, even with words in the field, and returns the focus to the link that opened it", async () => {
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

test("the slash key is an ordinary character in a text field, and does nothing with Ctrl or Alt", async () => {
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

test("matching words are highlighted in an excerpt of the text as written", async () => {
  await open("/search/?q=comment");
  await says("1 article");
  expect(await page.locator("mark").allTextContents()).toEqual(["comment"]);
  expect(await page.locator(".excerpt").textContent()).toContain(
    'const answer = "text"; // a comment',
  );
});

test("markup in a title is shown as text", async () => {
  await open("/search/?q=bold");
  await says("1 article");
  expect(await links().textContent()).toContain(
    '<b>bold</b> & "quoted" ]]> </script> 😀 שלום',
  );
  // The text does not contain the word, so the description is shown.
  expect(await page.locator(".excerpt").textContent()).toContain("<b>bold</b>");
  expect(complaints).toEqual([]);
});

test("category and tag narrow the results, and the address keeps the query", async () => {
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
  await says("19 articles");
  // Without words, the newest come first.
  expect(await links().first().textContent()).toBe("Everything");
  await page.getByLabel("Category").selectOption("All");
  await expect.poll(() => links().count()).toBe(0);
  expect(page.url()).toBe(`${site.url}/search/`);
  expect(complaints).toEqual([]);
});

test("ten results are shown, and more on request, with the focus on the first new one", async () => {
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

test("Enter in the dialog's field leads to a page of results that can be linked", async () => {
  await open("/about/");
  await openDialog();
  await page.keyboard.type("some & more");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/search/?q=some+%26+more");
  expect(await page.locator("[name=q]").inputValue()).toBe("some & more");
});

test("a search without results says so and links to the archive", async () => {
  // Pagefind alone would answer with every article that has an "a".
  await open("/search/?q=aardvark");
  await says("No results for “aardvark”");
  expect(await links().count()).toBe(0);
  await page.getByRole("link", { name: "archive" }).first().click();
  await page.waitForURL("**/archive/");
});

test("drafts and scheduled articles are not found", async () => {
  await open(`/search/?q=${canary}`);
  await says(`No results for “${canary}”`);
});

test.each(["*.js", "pagefind-entry.json*", "wasm.*", "fragment/*"])(
  "a search that cannot load %s says so, and works once it can",
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

test("when the dialog cannot be loaded, the reader is taken to the search page", async () => {
  await open("/about/");
  await page.route("**/search/", (route) =>
    route.request().isNavigationRequest() ? route.continue() : route.abort(),
  );
  await page.keyboard.press("/");
  await page.waitForURL("**/search/");
});

test("on the search page the slash key moves the focus to its field", async () => {
  await open("/search/");
  await page.waitForLoadState("networkidle");
  expect(asked.filter((url) => url.includes("pagefind"))).toEqual([]);
  await page.keyboard.press("/");
  await expect.poll(isFieldFocused).toBe(true);
  expect(await dialog().count()).toBe(0);
});

test("without JavaScript the search page says so and links to the archive", async () => {
  await open("/about/", { javaScriptEnabled: false });
  await page.locator("header a", { hasText: "Search" }).click();
  await page.waitForURL("**/search/");
  expect(await page.locator("main p").first().textContent()).toMatch(
    /^\s*Search needs JavaScript\. Without it, browse the\s+archive or the\s+topics\./,
  );
  expect(await page.locator("main form").isVisible()).toBe(false);
});

test('the "Page not found" page has a search field', async () => {
  await open("/no/such/page/");
  await page.locator("main [name=q]").fill("apples");
  await page.getByRole("button", { name: "Search" }).click();
  await says("1 article");
  expect(await links().textContent()).toBe("In MDX");
});

test.each([360, 1280])(
  "axe finds no issues in results on the page and in the dialog, in either theme, at %i px",
  async (width) => {
    await open("/search/?q=plain", { viewport: { width, height: 800 } });
    await says("23 articles");
    expect(await problemsInBothThemes(page)).toEqual([]);
    await page.goto(`${site.url}/about/`);
    await openDialog();
    await page.keyboard.type("plain");
    await says("23 articles");
    expect(await problemsInBothThemes(page)).toEqual([]);
  },
);

test("results fit a screen of 320 px, on the page and in the dialog", async () => {
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

test("a site below a path finds its articles and links to them there", async () => {
  await open("/journal/about/", {}, journal.url);
  await openDialog();
  await page.keyboard.type("apples");
  await says("1 article");
  await links().click();
  await page.waitForURL("**/journal/articles/in-mdx/");
  expect(complaints).toEqual([]);
});
