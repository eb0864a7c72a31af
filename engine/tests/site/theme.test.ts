import sharp from "sharp";
import { expect, inject, test } from "vitest";
import { pageAt, readDist } from "../support/build-site.ts";
import { accent, cover, fallback, paper } from "../support/journal.ts";

const dist = readDist(inject("journal").root);

const textOf = (path: string) => (dist.get(path) as Buffer).toString("utf8");
const sheet = () =>
  textOf(
    [...dist.keys()].find(
      (path) => path.endsWith(".css") && path.startsWith("_astro/"),
    ) as string,
  );

/** The colours of a picture's pixels. */
async function coloursOf(png: Buffer): Promise<Set<string>> {
  const data = await sharp(png).removeAlpha().raw().toBuffer();
  const colours = new Set<string>();
  for (let at = 0; at < data.length; at += 3)
    colours.add(`#${data.toString("hex", at, at + 3)}`);
  return colours;
}

test("pages have the theme's colours, typefaces, mark, cover and rules", () => {
  expect(sheet()).toContain(
    `--color-link:light-dark(${accent.light},${accent.dark})`,
  );
  expect(sheet().match(/--color-link:/g)).toHaveLength(1);
  expect(sheet()).toContain(".site-own{color:red}");
  const page = pageAt(dist, "/articles/one/");
  expect(page).toMatch(/font-family:["']?Kitchen Text/);
  expect(page).toMatch(/font-family:["']?Kitchen Sign/);
  expect(page).toContain(
    `<svg viewBox="0 0 10 5" width="22" height="22" aria-hidden="true"><path fill="var(--color-link)" d="M1 0h8v5H1z"/><path fill="var(--plate, ${fallback})" d="M4 2h2v2H4z"/></svg>`,
  );
  expect(page).toMatch(
    /<rect fill="var\(--cover-mid\)" width="7" x="3" y="5" height="11"/,
  );
  expect(page).toMatch(
    new RegExp(`name="theme-color" content="${paper.light}"[^>]*light`),
  );
  expect(page).toMatch(
    new RegExp(`name="theme-color" content="${paper.dark}"[^>]*dark`),
  );
});

test("share images have them too", async () => {
  const colours = await coloursOf(dist.get("cards/articles/one.png") as Buffer);
  expect(
    [paper.light, accent.light, fallback, cover].filter(
      (one) => !colours.has(one),
    ),
  ).toEqual([]);
  // The typeface has no Greek: both titles give way to the name of the site.
  const [one, two] = await Promise.all(
    ["one", "two"].map((slug) =>
      sharp(dist.get(`cards/articles/${slug}.png`))
        .extract({ left: 0, top: 0, width: 600, height: 630 })
        .raw()
        .toBuffer(),
    ),
  );
  expect(one?.equals(two as Buffer)).toBe(true);
});

test("icons show the mark in the theme's colours", async () => {
  for (const path of [
    "icon-192.png",
    "icon-maskable-512.png",
    "apple-touch-icon.png",
  ])
    expect([...(await coloursOf(dist.get(path) as Buffer))], path).toEqual(
      expect.arrayContaining([paper.light, accent.light, fallback]),
    );
  expect(textOf("favicon.svg")).toMatch(
    new RegExp(
      `viewBox="0 -2.5 10 10".*--color-link:${accent.light}.*dark.*--color-link:${accent.dark}.*<path fill="var\\(--color-link\\)" d="M1 0h8v5H1z"/>`,
    ),
  );
});

test("manifest, feed style and humans.txt follow", () => {
  expect(JSON.parse(textOf("site.webmanifest"))).toMatchObject({
    background_color: paper.light,
    theme_color: paper.light,
  });
  expect(textOf("feed.css")).toContain(
    `--color-link: light-dark(${accent.light}, ${accent.dark});`,
  );
  expect(textOf("feed.css")).toContain("font-family: Verdana, sans-serif;");
  expect(textOf("humans.txt")).toContain(
    "Typefaces: Kitchen Text, Kitchen Sign\n",
  );
});
