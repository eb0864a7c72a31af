import { writeFileSync } from "node:fs";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { artBox, type Card } from "#cards/card.ts";
import { toColours } from "#cards/card-colours.ts";
import { drawCard, toCardKey } from "#cards/share-image.ts";
import { toHex } from "#theme/colours.ts";
import { makeFolder } from "../../support/fixture.ts";
import { printedBy } from "../run-node.ts";

const card: Card = {
  title: "Steel or cast iron? Two kinds of saucepans",
  kicker: "Equipment",
  date: "30 September 2026",
  hue: 155,
  slug: "bowl-or-basket",
};

const textWidth = artBox.left;
/** The number of pixels in part of a card that are not background. */
async function countInked(
  png: Buffer,
  [left, top, right, bottom]: [number, number, number, number],
): Promise<number> {
  const { data } = await sharp(png)
    .extract({ left, top, width: right - left, height: bottom - top })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const paper = Buffer.from(toHex("color-paper").slice(1), "hex");
  let inked = 0;
  for (let at = 0; at < data.length; at += 3)
    if (paper.compare(data, at, at + 3) !== 0) inked++;
  return inked;
}

describe("every title stays inside its box", () => {
  test.each([
    "Wok",
    card.title,
    "What the saucepan says about you, what it does not, and how a cook who has burnt two hundred saucepans scrubs it",
    "Telekommunikationsüberwachungsverordnung",
    "W".repeat(120),
    "i".repeat(120),
    "Ẫg".repeat(60),
    "wwwwwwwwwwwwwwwwwwww ".repeat(5),
    "Щ".repeat(120),
    "a ".repeat(59),
    "a-b-".repeat(30),
  ])("%s", async (title) => {
    const png = await drawCard({
      ...card,
      title,
      kicker: "A kicker that is far too long for any line of a card, whatever",
    });
    const quiet: Record<string, [number, number, number, number]> = {
      "the left margin": [0, 0, 60, 630],
      "the margin before the art": [textWidth - 60, 0, textWidth, 630],
      "above the kicker": [0, 0, textWidth, 60],
      "between kicker and title": [0, 104, textWidth, 134],
      "between title and foot": [0, 496, textWidth, 526],
      "below the foot": [0, 570, textWidth, 630],
    };
    for (const [place, box] of Object.entries(quiet))
      expect(await countInked(png, box), place).toBe(0);
    expect(
      await countInked(png, [60, 134, textWidth - 60, 496]),
    ).toBeGreaterThan(300);
  });

  test("the site's name replaces a title that cannot be drawn", async () => {
    const box: [number, number, number, number] = [60, 230, textWidth, 400];
    const [hebrew, chinese, latin] = await Promise.all(
      ["האם זה שווה את זה", "資格は役に立つか", "Worth it"].map(async (title) =>
        sharp(await drawCard({ ...card, title }))
          .extract({ left: box[0], top: box[1], width: 500, height: 170 })
          .raw()
          .toBuffer(),
      ),
    );
    expect(hebrew!.equals(chinese!)).toBe(true);
    expect(hebrew!.equals(latin!)).toBe(false);
    expect(
      await countInked(await drawCard({ ...card, title: "資格" }), box),
    ).toBeGreaterThan(1000);
  });
});

describe("a card is", () => {
  let png: Buffer;
  beforeAll(async () => {
    png = await drawCard(card);
  });

  test("a PNG of 1200 × 630 and at most 60 kB", async () => {
    expect(await sharp(png).metadata()).toMatchObject({
      format: "png",
      width: 1200,
      height: 630,
    });
    expect(png.length).toBeLessThanOrEqual(60_000);
  });

  test("byte for byte the same in every process, time zone and language", () => {
    const printed = printedBy(
      `import { createHash } from "node:crypto";
      import { drawCard } from "gatepost/cards/share-image.ts";
      const png = await drawCard(${JSON.stringify(card)});
      console.log(png.toString("base64"));`,
      { TZ: "Pacific/Kiritimati", LANG: "tr_TR.UTF-8", HOME: "/nonexistent" },
    );
    expect(printed).toBe(png.toString("base64"));
  });

  test("in its category's hue", async () => {
    const groundOf = async (hue: number) => {
      const { data } = await sharp(await drawCard({ ...card, hue }))
        .extract({ left: 1190, top: 600, width: 1, height: 1 })
        .raw()
        .toBuffer({ resolveWithObject: true });
      return `#${data.toString("hex").slice(0, 6)}`;
    };
    expect(await groundOf(155)).toBe(toColours(155).deep);
    expect(await groundOf(40)).toBe(toColours(40).deep);
  });
});

describe("a picture of the author's own", () => {
  let picture: string;
  beforeAll(async () => {
    picture = join(makeFolder(), "photo.jpg");
    const noise = sharp({
      create: {
        width: 1600,
        height: 900,
        channels: 3,
        background: "#3355aa",
        noise: { type: "gaussian", mean: 128, sigma: 60 },
      },
    });
    await noise.jpeg().toFile(picture);
  });

  test("gives a card of at most 350 kB, even if it is noise", async () => {
    const png = await drawCard({ ...card, picture });
    expect(await sharp(png).metadata()).toMatchObject({
      format: "png",
      width: 1200,
      height: 630,
    });
    expect(png.length).toBeLessThan(350_000);
  });

  /** Three bands, the middle one blue. */
  const bands = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><rect width="300" height="100" fill="#f00"/><rect x="100" width="100" height="100" fill="#00f"/></svg>',
  );
  const colourAt = async (png: Buffer, left: number, top: number) => {
    const { data } = await sharp(png)
      .extract({ left, top, width: 1, height: 1 })
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    return `#${data.toString("hex")}`;
  };

  test("replaces the drawing, cropped to its middle, and nothing else changes", async () => {
    const photo = join(makeFolder(), "bands.png");
    await sharp(bands).resize(900).png().toFile(photo);
    const own = await drawCard({ ...card, picture: photo });
    for (const [left, top] of [
      [textWidth + 100, 10],
      [1100, 620],
    ] as const)
      expect(await colourAt(own, left, top)).toBe("#0000ff");
    const textOf = (png: Buffer) =>
      sharp(png)
        .extract({ left: 0, top: 0, width: textWidth, height: 630 })
        .raw()
        .toBuffer();
    expect((await textOf(own)).equals(await textOf(await drawCard(card)))).toBe(
      true,
    );
  });

  test("that is an SVG is shown whole, on the category's colour", async () => {
    const drawing = join(makeFolder(), "bands.svg");
    writeFileSync(drawing, bands);
    const own = await drawCard({ ...card, picture: drawing });
    expect(await colourAt(own, textWidth + 10, 315)).toBe("#ff0000");
    expect(await colourAt(own, textWidth + artBox.width / 2, 315)).toBe(
      "#0000ff",
    );
    expect(await colourAt(own, 1190, 315)).toBe("#ff0000");
    expect(await colourAt(own, 1190, 10)).toBe(toColours(card.hue).ground);
  });

  test.each([
    ["a badge", 8],
    ["a plan of a house", 30_000],
  ])("that is an SVG has sharp edges: %s", async (_, edge) => {
    const drawing = join(makeFolder(), "half.svg");
    writeFileSync(
      drawing,
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${edge} ${edge}" width="${edge}" height="${edge}"><rect width="${edge}" height="${edge}" fill="#f00"/><rect width="${edge / 2}" height="${edge}" fill="#00f"/></svg>`,
    );
    const own = await drawCard({ ...card, picture: drawing });
    const middle = textWidth + artBox.width / 2;
    expect(await colourAt(own, middle - 3, 315)).toBe("#0000ff");
    expect(await colourAt(own, middle + 3, 315)).toBe("#ff0000");
  });

  test("a changed picture with the same name gives a new card", async () => {
    const before = await toCardKey({ ...card, picture });
    expect(await toCardKey({ ...card, picture })).toBe(before);
    await sharp({
      create: { width: 40, height: 40, channels: 3, background: "#123456" },
    })
      .jpeg()
      .toFile(picture);
    expect(await toCardKey({ ...card, picture })).not.toBe(before);
  });
});

test.each<[string, Partial<Card>]>([
  ["title", { title: "Bowl or basket?" }],
  ["kicker", { kicker: "Work" }],
  ["date", { date: undefined }],
  ["hue", { hue: 150 }],
  ["slug", { slug: "another" }],
])("a changed %s gives a new card", async (_, change) => {
  expect(await toCardKey({ ...card, ...change })).not.toBe(
    await toCardKey(card),
  );
});

test("changes that a card does not show give the same card", async () => {
  expect(await toCardKey({ ...card, title: `${card.title} 😀` })).toBe(
    await toCardKey(card),
  );
});
