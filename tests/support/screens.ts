import { existsSync, globSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import sharp, { type OverlayOptions } from "sharp";
import {
  findBrowser,
  launchBrowser,
  openPage,
} from "gatepost/tests/support/browser.ts";
import { serve } from "gatepost/tests/support/serve.ts";

/**
 * Takes the screenshots in the README from the last build: `npm run build && npm run screens`. One picture per theme
 * shows each kind of page on a wide screen, a tablet and a phone.
 */
const folder = "docs/screens";
const kinds = [
  "/",
  "/certificates/",
  "/certificates/cka/",
  "/articles/the-kubernetes-exam-you-take-at-a-terminal/",
  "/articles/",
  "/categories/certifications/",
  "/topics/",
  "/subscribe/",
  "/search/",
  "/nothing-here/",
].filter((kind) => kind.includes("nothing") || existsSync(join("dist", kind)));
const screens = [
  { width: 1280, height: 960 },
  { width: 768, height: 960 },
  { width: 360, height: 720 },
];
const scale = 0.3;
const gap = 16;
const columns = 2;
const toPixels = (length: number) => Math.round(length * scale);
const cell = {
  width:
    screens.reduce((sum, { width }) => sum + toPixels(width) + gap, 0) + gap,
  height: toPixels(960) + gap,
};

const [browser, site] = await Promise.all([
  findBrowser().then(launchBrowser),
  serve(process.cwd(), "preview"),
]);

mkdirSync(folder, { recursive: true });
for (const old of globSync(`${folder}/*.{png,webp}`)) rmSync(old);
for (const colorScheme of ["light", "dark"] as const) {
  const parts: OverlayOptions[] = [];
  let left = gap;
  for (const viewport of screens) {
    const { page } = await openPage(browser, { colorScheme, viewport });
    for (const [index, kind] of kinds.entries()) {
      await page.goto(site.url + kind, { waitUntil: "networkidle" });
      parts.push({
        input: await sharp(await page.screenshot())
          .resize({ width: toPixels(viewport.width) })
          .toBuffer(),
        left: left + (index % columns) * cell.width,
        top: gap + Math.floor(index / columns) * cell.height,
      });
    }
    left += toPixels(viewport.width) + gap;
  }
  await sharp({
    create: {
      width: columns * cell.width,
      height: gap + Math.ceil(kinds.length / columns) * cell.height,
      channels: 3,
      background: colorScheme === "light" ? "#d8d4cc" : "#3c414b",
    },
  })
    .composite(parts)
    .webp({ quality: 80 })
    .toFile(`${folder}/${colorScheme}.webp`);
}
await browser.close();
await site.stop();
console.log(
  `Took the pictures of ${kinds.length} kinds of pages into ${folder}/.`,
);
