import {
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
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
  // Without pages that a test adds, and the call to action that links to one.
  root = makeSite(
    [...siteContent()].filter(
      ([path]) =>
        !/^(?:pages\/(?:about|licence|privacy)|calls-to-action\/course)\.md$/.test(
          path,
        ),
    ),
  );
  const slow = join(root, "src/pages/slow/[slug].ts");
  mkdirSync(dirname(slow), { recursive: true });
  writeFileSync(slow, aSlowRoute);
  dev = await serve(root, "dev", { SITE_BASE: base });
  ({ page } = await openPage(browser));
});
afterAll(() => dev.stop());

/** A route whose paths have the titles of a moment ago while there is a file "hold". */
const aSlowRoute = `import { existsSync, writeFileSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { getArticles } from "gatepost/model/library.ts";

export async function getStaticPaths() {
  const articles = await getArticles();
  if (existsSync("hold")) writeFileSync("held", "");
  while (existsSync("hold")) await setTimeout(20);
  return articles.map(({ slug, title }) => ({ params: { slug }, props: { title } }));
}

export const GET = ({ props }) => new Response(props.title);
`;

/** Below the path that the site is served from, which is the harder case. */
const toHref = (address: string) => base + address.slice(1);
const patience = { timeout: 60_000, interval: 200 };
const bar = () => page.locator("aside[aria-label='For the writer']");
const overlay = () => page.locator("vite-error-overlay");
/**
 * Opens a page and returns its status. Tries again when the dev server reloads the page before it at that very moment: then
 * the page is not opened, or never ends to load.
 */
const open = async (address: string): Promise<number | undefined> => {
  for (let tries = 1; ; tries++)
    try {
      return (
        await page.goto(dev.url + toHref(address), { timeout: 10_000 })
      )?.status();
    } catch (error) {
      const isReload = /ERR_ABORTED|Timeout/.test((error as Error).message);
      if (!isReload || tries === 5) throw error;
    }
};
const edit = (path: string, from: string | RegExp, to: string) => {
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

test("an own collection's entry is shown as it was saved, with the articles that link to it", async () => {
  const text = () => page.locator("main").textContent();
  await open("/tools/pan/");
  expect(await text()).toContain("Oil it after each use");
  edit("tools/pan.md", "Oil it after each use", "Salt it after each use");
  edit("articles/plain-2.md", /$/, "\nWith [a pan](/tools/pan/).\n");
  await expect.poll(text, patience).toMatch(/Salt it[^]*Plain 2/);
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
    [
      "articles/just-now.md",
      anArticleFile({}, "A blunderbuss aus der Straße: 認証機関です。\n"),
    ],
  ]);
  await expect
    .poll(async () => {
      await open("/search/?q=blunderbuss");
      await says(/article|No results/);
      return links.allTextContents();
    }, patience)
    .toEqual(["A title"]);
  expect(await links.getAttribute("href")).toBe(toHref("/articles/just-now/"));
  for (const [q, mark] of [
    ["strasse", "Straße"],
    ["機関", "機関"],
  ]) {
    await open(`/search/?q=${q}`);
    await says("1 article");
    expect(await page.locator("mark").allTextContents()).toEqual([mark]);
  }

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

test("of several saves in a moment the last is shown", async () => {
  for (const pause of [0, 20]) {
    await open(`/articles/plain-5/`);
    for (const save of ["first", "second", "third"]) {
      edit(
        "articles/plain-5.md",
        /^title: .*$/m,
        `title: The ${save}, ${pause}`,
      );
      await setTimeout(pause);
    }
    await expect
      .poll(async () => {
        await open("/articles/plain-5/");
        return page.locator("article h1").textContent();
      }, patience)
      .toBe(`The third, ${pause}`);
  }
});

test("a request that began before a save does not keep the old text for those after it", async () => {
  const read = async (address: string) =>
    (await fetch(dev.url + toHref(address))).text();
  writeFileSync(join(root, "hold"), "");
  const early = read("/slow/plain-6/");
  await expect.poll(() => existsSync(join(root, "held")), patience).toBe(true);
  edit("articles/plain-6.md", /^title: .*$/m, "title: Saved meanwhile");
  await expect
    .poll(() => read("/articles/plain-6/"), patience)
    .toContain("Saved meanwhile");
  rmSync(join(root, "hold"));
  expect(await early).toBe("Plain 6");
  await expect
    .poll(() => read("/slow/plain-6/"), patience)
    .toBe("Saved meanwhile");
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

test("a route, a component, a page of content and a public file of the publication's own are there until they are deleted", async () => {
  const files = {
    "src/pages/topics.astro": anOwnPage("Subjects", "/topics/"),
    "src/components/SiteFooter.astro": `---
import Default from "gatepost/components/SiteFooter.astro";
---

<Default />
<p>Printed on paper too.</p>
`,
    "src/content/pages/licence.md":
      "---\ntitle: Licence\ndescription: What you may do.\n---\n\nA text.\n",
    "src/pages/privacy.astro": anOwnPage("Privacy", "/privacy/"),
    "public/about/index.html": "<h1>About</h1>",
  };
  const links = ["/licence/", "/privacy/", "/about/"].map(
    (address) => `href="${toHref(address)}"`,
  );
  const present = [">Subjects</h1>", "<p>Printed on paper too.</p>", ...links];
  const without = [">Topics</h1>"];
  /** Which of all signs the page of topics has; none while the server restarts. */
  const look = async () => {
    const response = await fetch(dev.url + toHref("/topics/")).catch(
      () => undefined,
    );
    const html = (await response?.text()) ?? "";
    return [...present, ...without].filter((sign) => html.includes(sign));
  };
  // An open page would be loaded anew after each change.
  await page.goto("about:blank");
  await expect.poll(look, patience).toEqual(without);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  await expect.poll(look, patience).toEqual(present);
  for (const file of Object.keys(files)) rmSync(join(root, file));
  await expect.poll(look, patience).toEqual(without);
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
