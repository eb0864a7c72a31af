import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, expect, test } from "vitest";
import { anArticleFile } from "../support/an-article.ts";
import {
  buildSite,
  makeSite,
  pageAt,
  type Dist,
} from "../support/build-site.ts";
import { ground } from "../support/fixture.ts";

const accent = { light: "#0a3b8c", dark: "#8cb4ff" };
const paper = { light: "#eef4e2", dark: "#101f10" };
const cover = "#7a5c3e";
const fallback = "#c2185b";

const theme: Record<string, string> = {
  "tokens.css": `:root {
  --color-link: light-dark(${accent.light}, ${accent.dark});
  --color-paper: light-dark(${paper.light}, ${paper.dark});
  --cover-ground: ${cover};
}
.site-own { color: red; }
`,
  "fonts.ts": `const face = (name: string) => ({
  name,
  weight: "300 900",
  files: { normal: "./kitchen.woff2" },
  fallbacks: ["Verdana", "sans-serif"],
});
export const fonts = {
  reading: face("Kitchen Text"),
  interface: face("Kitchen Sign"),
};
`,
  "mark.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5">
  <!-- A plate -->
  <path fill="var(--color-link)" d="M1 0h8v5H1z"/>
  <path fill="var(--plate, ${fallback})" d="M4 2h2v2H4z"/>
</svg>
`,
  "cover.ts": `export const draw = ({ width, height }) => [
  { kind: "rect", tone: "ground", x: 0, y: 0, width, height },
  { kind: "rect", tone: "mid", x: 3, y: 5, width: 7, height: 11 },
];
`,
};

let dist: Dist;
beforeAll(async () => {
  const root = makeSite([
    ...ground,
    ["articles/one.md", anArticleFile({ title: "Σούπα" })],
    ["articles/two.md", anArticleFile({ title: "Ψωμί" })],
  ]);
  const folder = join(root, "src/theme");
  mkdirSync(folder);
  for (const [name, text] of Object.entries(theme))
    writeFileSync(join(folder, name), text);
  copyFileSync(
    join(
      root,
      "node_modules/@fontsource-variable/figtree/files/figtree-latin-wght-normal.woff2",
    ),
    join(folder, "kitchen.woff2"),
  );
  dist = await buildSite(root);
});

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
    /<rect class="mid[^"]*" x="3" y="5" width="7" height="11"/,
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
