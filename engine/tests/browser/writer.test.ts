import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { anArticleFile } from "../support/an-article.ts";
import { makeSite } from "../support/build-site.ts";
import { openPage } from "../support/browser.ts";
import { writeContent } from "../support/fixture.ts";
import { anOwnPage } from "../support/own-page.ts";
import { base } from "../support/journal.ts";
import { serve } from "../support/serve.ts";
import { browser } from "../support/served-site.ts";
import { canary, siteContent } from "../support/site-content.ts";

let root: string;
let page: Page;
let dev: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  root = makeSite(
    [...siteContent()].filter(([path]) => path !== "pages/licence.md"),
  );
  dev = await serve(root, "dev", { SITE_BASE: base });
  ({ page } = await openPage(browser));
});
afterAll(() => dev.stop());

/** Below the path that the site is served from, which is the harder case. */
const toHref = (address: string) => base + address.slice(1);
const patience = { timeout: 60_000, interval: 200 };
const bar = () => page.locator("aside[aria-label='For the writer']");
const overlay = () => page.locator("vite-error-overlay");
/**
 * Opens a page and returns its status; tries again when the dev server reloads the page before it at that very moment.
 */
const open = async (address: string): Promise<number | undefined> => {
  for (let tries = 1; ; tries++)
    try {
      return (await page.goto(dev.url + toHref(address)))?.status();
    } catch (error) {
      const isReload = (error as Error).message.includes("ERR_ABORTED");
      if (!isReload || tries === 5) throw error;
    }
};
const edit = (path: string, from: string, to: string) => {
  const file = join(root, "src/content", path);
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
};

test("drafts and scheduled articles are shown, and labelled", async () => {
  await open(`/articles/draft-${canary}/`);
  expect(await bar().textContent()).toContain("Draft: only you see this");
  expect(await bar().textContent()).toContain(
    `src/content/articles/draft-${canary}/index.md`,
  );
  await open(`/articles/scheduled-in-mdx-${canary}/`);
  expect(await bar().textContent()).toContain(
    "Scheduled: readers see this from 15 June 2026",
  );
  await open(`/articles/plain-1/`);
  expect(await bar().count()).toBe(0);
  await open(`/articles/`);
  expect(await page.locator("main").textContent()).toContain(
    "Draft: only you see this",
  );
});

test("the search finds drafts and scheduled articles, labelled, and an article saved just now", async () => {
  const links = page.locator("form[data-index] ol a");
  const says = (words: string | RegExp) =>
    page
      .locator("form[data-index] [role=status]", { hasText: words })
      .waitFor();
  await open(`/search/?q=${canary}`);
  await says("5 articles");
  const labels = await page.locator("form ol strong").allTextContents();
  expect(labels.sort()).toEqual([
    "Draft",
    "Draft",
    "Draft",
    "Scheduled for 15 June 2026",
    "Scheduled for 16 June 2026",
  ]);

  writeContent(root, [
    ["articles/just-now.md", anArticleFile({}, "A blunderbuss.\n")],
  ]);
  await expect
    .poll(async () => {
      await open("/search/?q=blunderbuss");
      await says(/article|No results/);
      return links.allTextContents();
    }, patience)
    .toEqual(["A title"]);
  expect(await links.getAttribute("href")).toBe(toHref("/articles/just-now/"));

  await open("/about/");
  await page.keyboard.press("/");
  await page.locator("dialog.search").waitFor();
  await page.keyboard.type("blunderbuss");
  await says("1 article");
  // The dialog has its styles.
  expect(
    await page
      .locator("dialog .ask")
      .evaluate((fields) => getComputedStyle(fields).display),
  ).toBe("grid");
});

test("a draft's bar lists the current findings of check", async () => {
  const draft = `articles/draft-${canary}/index.md`;
  edit(draft, `A ${canary} text.`, `A ${canary} [text](/nowhere/).`);
  await expect
    .poll(async () => {
      await open(`/articles/draft-${canary}/`);
      return bar().textContent();
    }, patience)
    .toContain("There is no /nowhere/ on this site.");
  expect(await overlay().count()).toBe(0);
  edit(draft, `[text](/nowhere/)`, "text");
  await expect
    .poll(async () => {
      await open(`/articles/draft-${canary}/`);
      return bar().textContent();
    }, patience)
    .not.toContain("/nowhere/");
});

test("a saved change appears without reloading the page", async () => {
  await open(`/articles/plain-1/`);
  edit("articles/plain-1.md", "First a paragraph", "Now a paragraph");
  await page.locator("text=Now a paragraph").waitFor();
});

test("an error appears over the page as check words it, other pages are still served, and fixing it removes the overlay", async () => {
  await open(`/articles/plain-2/`);
  edit("articles/plain-3.md", "category: ", "catgory: ");
  await overlay().waitFor();
  const words = await overlay().evaluate(
    (node) => node.shadowRoot?.textContent,
  );
  expect(words).toContain(
    'There is no field "catgory". Did you mean "category"?',
  );
  expect(words).toContain("src/content/articles/plain-3.md:5:1");
  expect(dev.output()).toContain('There is no field "catgory"');

  await open(`/articles/plain-2/`);
  expect(await page.locator("article h1").textContent()).toBe("Plain 2");
  await overlay().waitFor();

  edit("articles/plain-3.md", "catgory: ", "category: ");
  await overlay().waitFor({ state: "detached" });
});

test("a deleted picture leaves the other pages working", async () => {
  const article = "articles/everything/index.md";
  expect(await open("/articles/everything/")).toBe(200);

  rmSync(join(root, "src/content/articles/everything/field.png"));
  await overlay().waitFor();
  await expect.poll(() => open("/articles/plain-4/"), patience).toBe(200);

  edit(article, '![A field](./field.png "A title") and', "Nothing and");
  edit(article, "[field]: ./field.png", "[field]: ./cover.png");
  edit(article, ' poster="./field.png"', "");
  await expect.poll(() => open("/articles/everything/"), patience).toBe(200);
  expect(await open("/articles/plain-4/")).toBe(200);
});

test("an article renamed from .md to .mdx is still served", async () => {
  renameSync(
    join(root, "src/content/articles/plain-10.md"),
    join(root, "src/content/articles/plain-10.mdx"),
  );
  await expect.poll(() => open("/articles/plain-10/"), patience).toBe(200);
});

test("a new file becomes a page, and a deleted one is not found", async () => {
  writeContent(root, [
    [
      "articles/brand-new.md",
      anArticleFile({ title: "Brand new", pubDate: "2026-06-14" }),
    ],
  ]);
  await expect.poll(() => open("/articles/brand-new/"), patience).toBe(200);
  rmSync(join(root, "src/content/articles/brand-new.md"));
  await expect.poll(() => open("/articles/brand-new/"), patience).toBe(404);
});

describe("files of the publication's own", () => {
  /** Which of some texts a page has; none while the server restarts. */
  const seen = async (address: string, ...texts: string[]) => {
    const response = await fetch(dev.url + toHref(address)).catch(
      () => undefined,
    );
    const html = (await response?.text()) ?? "";
    return texts.filter((text) => html.includes(text));
  };
  const write = (file: string, text: string) => {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  };
  const remove = (file: string) => rmSync(join(root, file));

  // An open page would be loaded anew after each change.
  beforeAll(() => page.goto("about:blank"));

  test("a route replaces the engine's until it is deleted", async () => {
    const look = () => seen("/topics/", ">Topics</h1>", ">Subjects</h1>");
    await expect.poll(look, patience).toEqual([">Topics</h1>"]);
    write("src/pages/topics.astro", anOwnPage("Subjects", "/topics/"));
    await expect.poll(look, patience).toEqual([">Subjects</h1>"]);
    remove("src/pages/topics.astro");
    await expect.poll(look, patience).toEqual([">Topics</h1>"]);
  });

  test.each([
    [
      "a component that wraps the engine's",
      "src/components/SiteFooter.astro",
      `---
import Default from "gatepost/components/SiteFooter.astro";
---

<Default />
<p>Printed on paper too.</p>
`,
      "<p>Printed on paper too.</p>",
    ],
    [
      "the footer's link to a page of content",
      "src/content/pages/licence.md",
      "---\ntitle: Licence\ndescription: What you may do.\n---\n\nA text.\n",
      `href="${toHref("/licence/")}"`,
    ],
    [
      "the footer's link to a route",
      "src/pages/licence.astro",
      anOwnPage("Licence", "/licence/"),
      `href="${toHref("/licence/")}"`,
    ],
    [
      "the footer's link to a public file",
      "public/licence/index.html",
      "<h1>Licence</h1>",
      `href="${toHref("/licence/")}"`,
    ],
  ])("%s is there until its file is deleted", async (_, file, text, words) => {
    // The page that needs the fewest modules, as each change has all of them made anew.
    const look = () => seen("/subscribed/", "</footer>", words);
    await expect.poll(look, patience).toEqual(["</footer>"]);
    write(file, text);
    await expect.poll(look, patience).toEqual(["</footer>", words]);
    remove(file);
    await expect.poll(look, patience).toEqual(["</footer>"]);
  });
});

test("a mistake in the theme is shown over the page until it is fixed; one that restarts the server is reported too", async () => {
  const theme = join(root, "src/theme");
  mkdirSync(theme, { recursive: true });
  await open(`/articles/plain-2/`);
  writeFileSync(join(theme, "tokens.css"), ":root { --color-link: reddish; }");
  await overlay().waitFor();
  rmSync(join(theme, "tokens.css"));
  await overlay().waitFor({ state: "detached" });
  writeFileSync(join(theme, "fonts.ts"), "export const fonts = {};\n");
  // A page that reloads during the restart may hang, so the terminal is read.
  await expect.poll(dev.output, patience).toContain("[theme/fonts]");
});
