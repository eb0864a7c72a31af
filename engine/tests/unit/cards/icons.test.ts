import sharp from "sharp";
import { describe, expect, test } from "vitest";
import {
  drawIco,
  drawIcon,
  feedIcon,
  manifestIcons,
  touchIcon,
} from "#cards/icons.ts";
import { toHex } from "#theme/colours.ts";
import { addresses, iconNames } from "#urls.ts";
import { printedBy } from "../run-node.ts";

/** The distance of non-background pixels from the middle of an icon, as a share of its edge. */
async function inkOf(png: Buffer): Promise<number[]> {
  const { data, info } = await sharp(png)
    .raw()
    .toBuffer({ resolveWithObject: true });
  const paper = Buffer.from(toHex("color-paper").slice(1), "hex");
  const { width, channels } = info;
  const distances: number[] = [];
  for (let pixel = 0; pixel < width * width; pixel++)
    if (paper.compare(data, pixel * channels, pixel * channels + 3) !== 0)
      distances.push(
        Math.hypot(
          (pixel % width) + 0.5 - width / 2,
          Math.floor(pixel / width) + 0.5 - width / 2,
        ) / width,
      );
  return distances;
}

describe.each([touchIcon, ...manifestIcons])("$address", (icon) => {
  test("is a square, opaque PNG of the declared size that shows the mark", async () => {
    const png = await drawIcon(icon);
    expect(await sharp(png).metadata()).toMatchObject({
      format: "png",
      width: icon.size,
      height: icon.size,
      hasAlpha: false,
    });
    expect((await inkOf(png)).length).toBeGreaterThan(icon.size ** 2 / 20);
  });
});

test("links to every icon are valid", () => {
  expect([feedIcon, ...manifestIcons].map(({ address }) => address)).toEqual(
    iconNames.map(addresses.icon),
  );
});

test("the mark is inside the safe zone of the maskable icon", async () => {
  const maskable = manifestIcons.find(({ purpose }) => purpose === "maskable")!;
  // The safe zone is a circle with a diameter of four fifths: https://www.w3.org/TR/appmanifest/#icon-masks
  expect(Math.max(...(await inkOf(await drawIcon(maskable))))).toBeLessThan(
    0.4,
  );
});

test("favicon.ico contains one picture of 32 pixels at the declared offset", async () => {
  const ico = await drawIco(32);
  expect([...ico.subarray(0, 8)]).toEqual([0, 0, 1, 0, 1, 0, 32, 32]);
  const [length, offset] = [ico.readUInt32LE(14), ico.readUInt32LE(18)];
  expect(offset + length).toBe(ico.length);
  expect(await sharp(ico.subarray(offset)).metadata()).toMatchObject({
    format: "png",
    width: 32,
    height: 32,
  });
});

test("under a base path, the manifest's scope and icons are below it", () => {
  const manifest = JSON.parse(
    printedBy(
      `const { GET } = await import("gatepost/routes/site.webmanifest.ts");
      console.log(await GET({}).text());`,
      { SITE_BASE: "/journal/" },
    ),
  ) as { start_url: string; scope: string; icons: { src: string }[] };
  expect(manifest).toMatchObject({
    start_url: "/journal/",
    scope: "/journal/",
  });
  expect(
    manifest.icons.filter(({ src }) => !src.startsWith("/journal/icon-")),
  ).toEqual([]);
});
