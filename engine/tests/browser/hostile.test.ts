import { expect, inject, test } from "vitest";
import { feedFormats, toFeedAddress } from "#urls.ts";
import { openPage } from "../support/browser.ts";
import { readDist } from "../support/build-site.ts";
import { feedReaders, toText } from "../support/feed-readers.ts";
import { hostileWords } from "../support/hostile-words.ts";
import { base, host } from "../support/journal.ts";
import { toKinds } from "../support/page-kinds.ts";
import { browser, journal } from "../support/served-site.ts";

const dist = readDist(inject("journal").root);
const title = `${hostileWords} ]]> -->`;

/** Opens a page without its policy, which would hide what the content does; `seen` collects what it does. */
async function open() {
  const { page } = await openPage(browser, { bypassCSP: true });
  const seen: string[] = [];
  await page.exposeFunction("hacked", () => seen.push(`ran on ${page.url()}`));
  page.on("dialog", () => seen.push(`a dialog on ${page.url()}`));
  page.on("request", (request) => {
    // Feeds name their pictures in full.
    if (![journal.url, host].includes(new URL(request.url()).origin))
      seen.push(`${page.url()} asks for ${request.url()}`);
  });
  return { page, seen };
}

test("markup in every field of every collection and in the settings is text on every kind of page", async () => {
  const { page, seen } = await open();
  const own = ["articles", "categories", "tags", "series", "authors"].map(
    (folder) => `/${folder}/hostile/`,
  );
  for (const address of [...toKinds(dist), ...own, "/archive/2025/"]) {
    await page.goto(journal.url + base + address.slice(1));
    for (const data of await page
      .locator('script[type="application/ld+json"]')
      .allTextContents())
      expect(JSON.parse(data), address).toHaveProperty("@graph");
    if (/hostile/.test(address))
      expect(await page.locator("h1").textContent()).toContain(hostileWords);
  }
  expect(seen).toEqual([]);
});

test("it is text in search results, in the reading list, in an enlarged picture and in copied code", async () => {
  const { page, seen } = await open();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto(`${journal.url}${base}articles/hostile/`);
  await page.getByRole("button", { name: "Copy", exact: true }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${hostileWords}"; // ]]>`,
  );
  await page
    .getByRole("button", { name: `Save for later: ${title}`, exact: true })
    .click();
  await page.keyboard.press("/");
  await page.locator("dialog.search").waitFor();
  await page.keyboard.type("onerror hacked");
  const found = page.locator("dialog.search ol a");
  await found.first().waitFor();
  expect(await found.allTextContents()).toContain(title);
  await page.goto(`${journal.url}${base}reading-list/`);
  // Waits for the list's script, and fails if two links have this name.
  await page.getByRole("link", { name: title, exact: true }).waitFor();
  expect(seen).toEqual([]);
});

test("it is text in every feed reader, and what readers show as HTML does nothing", async () => {
  const { page, seen } = await open();
  for (const format of feedFormats) {
    const address = toFeedAddress("/categories/hostile/", format);
    for (const reader of feedReaders) {
      if (reader.missing || !reader.formats.includes(format)) continue;
      const [entry] = await reader.read(
        journal.url + base + address.slice(1),
        format,
      );
      expect(entry?.title, `${reader.name}, ${format}`).toBe(title);
      expect(toText(entry?.html ?? "")).toContain(hostileWords);
      await page.goto(`${journal.url}${base}robots.txt`);
      await page.setContent(entry?.html ?? "");
    }
  }
  expect(seen).toEqual([]);
});

test("JSON files with it can be parsed, and files for hosts keep one redirect a line", () => {
  const texts = [...dist]
    .filter(([path]) => /\.(?:json|webmanifest)$/.test(path))
    .map(([, bytes]) => bytes.toString())
    .filter((text) => text.includes("hacked"));
  expect(texts.length).toBeGreaterThan(1);
  for (const text of texts) JSON.parse(text);
  const lines = (path: string) =>
    dist.get(path)!.toString().trimEnd().split("\n");
  for (const line of lines("_redirects"))
    expect(line).toMatch(/^\/\S+ \/\S+ 301$/);
  for (const line of lines(".htaccess"))
    expect(line).not.toMatch(/^(?!Redirect).*hacked/);
});
