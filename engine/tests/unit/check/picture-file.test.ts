import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { crc32, deflateSync, gzipSync } from "node:zlib";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { toPictureFault } from "#check/picture-file.ts";
import { makeContent } from "../../support/fixture.ts";

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4z"/></svg>';

/** The fault of a file with this name and these bytes. */
async function faultOf(name: string, bytes: string | Uint8Array) {
  const root = makeContent([[`articles/a/${name}`, bytes]]);
  return toPictureFault(root, `src/content/articles/a/${name}`);
}
const plain = (width: number, height = width) =>
  sharp({ create: { width, height, channels: 3, background: "#123" } });

function chunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
/** A small PNG whose header claims a size. */
function pngThatClaims(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(Buffer.alloc(1000))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A GIF of as many pictures, each of one pixel on a canvas that says how large it is. */
function gifThatClaims(pictures: number, width: number): Buffer {
  const canvas = Buffer.from("GIF89a....\x80\0\0\0\0\0\xff\xff\xff", "latin1");
  canvas.writeUInt16LE(width, 6);
  canvas.writeUInt16LE(width, 8);
  const picture = Buffer.from(
    ",\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0",
    "latin1",
  );
  return Buffer.concat([
    canvas,
    ...Array.from({ length: pictures }, () => picture),
    Buffer.from(";"),
  ]);
}

describe("pictures that browsers show are accepted", () => {
  test.each(["png", "jpeg", "webp", "gif", "avif"] as const)(
    "%s",
    async (format) => {
      const bytes = await plain(40, 30).toFormat(format).toBuffer();
      expect(await faultOf(`oven.${format}`, bytes)).toBeUndefined();
    },
  );

  test("SVG, also with a file name ending in capitals", async () => {
    expect(await faultOf("oven.SVG", `\n${svg}`)).toBeUndefined();
  });

  test("a photograph straight from a phone", async () => {
    const bytes = await sharp(Buffer.alloc(48_000_000), {
      raw: { width: 8000, height: 6000, channels: 1 },
    })
      .jpeg()
      .toBuffer();
    expect(await faultOf("oven.jpg", bytes)).toBeUndefined();
  });
});

describe("pictures that are too large are refused before they are decoded", () => {
  test("a small file that claims to be an enormous picture", async () => {
    expect(await faultOf("bomb.png", pngThatClaims(50_000, 50_000))).toEqual({
      problem: "has 50,000 × 50,000 pixels; the limit is 50 million.",
      remedy: "Save it smaller: 2,400 pixels wide is plenty.",
    });
    expect(
      await faultOf("bomb.png", pngThatClaims(2 ** 31 - 1, 2 ** 31 - 1)),
    ).toBeDefined();
  });

  test("the limit of an animation applies to the sum of its frames", async () => {
    expect((await faultOf("film.gif", gifThatClaims(14, 2000)))?.problem).toBe(
      "has 14 pictures of 2,000 × 2,000 pixels; the limit is 50 million.",
    );
  });

  test("a large file", async () => {
    const bytes = Buffer.alloc(10_400_000);
    for (const name of ["oven.png", "oven.svg"])
      expect((await faultOf(name, bytes))?.problem).toBe(
        "has 10.4 MB; the limit is 10 MB.",
      );
  });

  test("a compressed SVG", async () => {
    const bytes = gzipSync(svg.padEnd(5_000_000));
    expect(await faultOf("bomb.svg", bytes)).toEqual({
      problem: "is not UTF-8 text.",
      remedy: "Save it as plain SVG, uncompressed and in UTF-8.",
    });
  });
});

describe("other files and truncated pictures are reported as damaged", () => {
  test("a truncated file", async () => {
    const noise = await sharp({
      create: {
        width: 300,
        height: 300,
        channels: 3,
        background: "#000",
        noise: { type: "gaussian", mean: 128, sigma: 30 },
      },
    })
      .png()
      .toBuffer();
    expect(
      (await faultOf("half.png", noise.subarray(0, noise.length / 2)))?.problem,
    ).toBe("is damaged: it cannot be decoded.");
  });

  test.each([
    ["an SVG under another name", svg],
    ["a text", "A text."],
    ["a PDF", "%PDF-1.7\n"],
    ["a TIFF", "II*\0\x08\0\0\0"],
  ])("%s", async (_, bytes) => {
    expect((await faultOf("oven.png", bytes))?.problem).toBe(
      "is damaged: it cannot be decoded.",
    );
  });
});

test("a refused SVG gets a remedy", async () => {
  expect(
    await faultOf("oven.svg", svg.replace("<path", "<script/><path")),
  ).toEqual({
    problem: "has a <script> in it.",
    remedy:
      "Save it as plain SVG, without scripts and without links to other files, or as PNG.",
  });
});

describe("symbolic links stay within src/content", () => {
  const away = "is a link to a file outside src/content.";

  test("a link to a picture elsewhere", async () => {
    const root = makeContent([["articles/a/index.md", ""]]);
    writeFileSync(join(root, "secret.svg"), svg);
    symlinkSync(
      join(root, "secret.svg"),
      join(root, "src/content/articles/a/oven.svg"),
    );
    expect(
      (await toPictureFault(root, "src/content/articles/a/oven.svg"))?.problem,
    ).toBe(away);
  });

  test("a picture in a linked folder", async () => {
    const root = makeContent([["articles/a/index.md", ""]]);
    mkdirSync(join(root, "src/content-too"));
    writeFileSync(join(root, "src/content-too/oven.svg"), svg);
    symlinkSync(
      join(root, "src/content-too"),
      join(root, "src/content/articles/b"),
    );
    expect(
      (await toPictureFault(root, "src/content/articles/b/oven.svg"))?.problem,
    ).toBe(away);
  });

  test("a link to a picture of another article is accepted", async () => {
    const root = makeContent([
      ["articles/a/oven.svg", svg],
      ["articles/b/oven.svg -> ../a/oven.svg", ""],
    ]);
    expect(
      await toPictureFault(root, "src/content/articles/b/oven.svg"),
    ).toBeUndefined();
  });
});

test("a replaced picture is checked again", async () => {
  const root = makeContent([["articles/a/oven.svg", "<svg>"]]);
  const path = "src/content/articles/a/oven.svg";
  expect(await toPictureFault(root, path)).toBeDefined();
  writeFileSync(join(root, path), svg);
  expect(await toPictureFault(root, path)).toBeUndefined();
});
