import {
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { anArticleFile } from "../support/an-article.ts";
import { makeSite } from "../support/build-site.ts";
import { launchBrowser, openPage } from "../support/browser.ts";
import { writeContent } from "../support/fixture.ts";
import { serve } from "../support/serve.ts";
import { canary, siteContent } from "../support/site-content.ts";

let root: string;
let browser: Browser;
let page: Page;
let dev: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  root = makeSite(siteContent());
  [browser, dev] = await Promise.all([
    launchBrowser(inject("browser")),
    serve(root, "dev"),
  ]);
  ({ page } = await openPage(browser));
});
afterAll(async () => {
  await browser.close();
  await dev.stop();
});

const bar = () => page.locator("aside[aria-label='For the writer']");
const overlay = () => page.locator("vite-error-overlay");
/** Opens a page, again each time the dev server reloads the one before at that very moment; says with what status. */
const open = async (address: string): Promise<number | undefined> => {
  for (let tries = 1; ; tries++)
    try {
      return (await page.goto(dev.url + address))?.status();
    } catch (error) {
      const isReload = (error as Error).message.includes("ERR_ABORTED");
      if (!isReload || tries === 5) throw error;
    }
};
const edit = (path: string, from: string, to: string) => {
  const file = join(root, "src/content", path);
  writeFileSync(file, readFileSync(file, "utf8").replace(from, to));
};

test("drafts and scheduled articles are there, and say what they are", async () => {
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

test("a draft's bar lists the findings of check, as they are now", async () => {
  const draft = `articles/draft-${canary}/index.md`;
  edit(draft, `A ${canary} text.`, `A ${canary} [text](/nowhere/).`);
  await expect
    .poll(
      async () => {
        await open(`/articles/draft-${canary}/`);
        return bar().textContent();
      },
      { timeout: 30_000 },
    )
    .toContain("There is no /nowhere/ on this site.");
  expect(await overlay().count()).toBe(0);
  edit(draft, `[text](/nowhere/)`, "text");
  await expect
    .poll(
      async () => {
        await open(`/articles/draft-${canary}/`);
        return bar().textContent();
      },
      { timeout: 30_000 },
    )
    .not.toContain("/nowhere/");
});

test("what is saved is seen without asking", async () => {
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

test("a picture that goes away takes no other page with it, whichever goes first", async () => {
  const article = "articles/everything/index.md";
  expect(await open("/articles/everything/")).toBe(200);

  rmSync(join(root, "src/content/articles/everything/field.png"));
  await overlay().waitFor();
  await expect
    .poll(() => open("/articles/plain-4/"), { timeout: 30_000 })
    .toBe(200);

  edit(article, '![A field](./field.png "A title") and', "Nothing and");
  edit(article, "[field]: ./field.png", "[field]: ./cover.png");
  edit(article, ' poster="./field.png"', "");
  await expect
    .poll(() => open("/articles/everything/"), { timeout: 30_000 })
    .toBe(200);
  expect(await open("/articles/plain-4/")).toBe(200);
});

test("an article that becomes MDX without another change is served on", async () => {
  renameSync(
    join(root, "src/content/articles/plain-10.md"),
    join(root, "src/content/articles/plain-10.mdx"),
  );
  await expect
    .poll(() => open("/articles/plain-10/"), { timeout: 30_000 })
    .toBe(200);
});

test("a new file is a new page, and a deleted one is none", async () => {
  writeContent(root, [
    [
      "articles/brand-new.md",
      anArticleFile({ title: "Brand new", pubDate: "2026-06-14" }),
    ],
  ]);
  await expect
    .poll(() => open("/articles/brand-new/"), { timeout: 30_000 })
    .toBe(200);
  rmSync(join(root, "src/content/articles/brand-new.md"));
  await expect
    .poll(() => open("/articles/brand-new/"), { timeout: 30_000 })
    .toBe(404);
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
  await expect.poll(dev.output, { timeout: 30_000 }).toContain("[theme/fonts]");
});
