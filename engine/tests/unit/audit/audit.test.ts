import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { audit as auditFolder } from "#audit/checks.ts";
import { rules } from "#audit/rules.ts";
import { toLines } from "#cli/audit.ts";
import { makeFolder, readFixture } from "../../support/fixture.ts";
import { runHere } from "../../support/run-command.ts";

const fixtures = join(import.meta.dirname, "../../fixtures/audit");

/** A page without problems, but for what a fixture adds to its head, above an empty line, and to its body. */
function toPage(file: string, text: string): string {
  if (/^<!doctype/i.test(text)) return text;
  const [body = "", head = ""] = text.split(/^\n/m).reverse();
  const address = `https://saucepan.example/${file.replace("index.html", "")}`;
  return `<!doctype html>
<html lang="en">
<meta http-equiv="content-security-policy" content="default-src 'self'">
<title>${file}</title>
<meta name="description" content="About ${file}">
${/canonical/.test(head) ? "" : `<link rel="canonical" href="${address}">\n`}${head}
<h1>${file}</h1>
${body}`;
}

function makeSite(
  files: Iterable<readonly [path: string, text: string | Uint8Array]>,
): string {
  const folder = makeFolder();
  for (const [path, text] of files) {
    const [file = "", target] = path.split(" -> ");
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    if (target) symlinkSync(target, join(folder, file));
    else
      writeFileSync(
        join(folder, file),
        typeof text === "string" && file.endsWith(".html")
          ? toPage(file, text)
          : text,
      );
  }
  return folder;
}

const audit = (folder: string) =>
  auditFolder(folder, "/home/writer/publication").findings;

describe("each broken site gets exactly the lines in its fixture", () => {
  test.each(readdirSync(fixtures))("%s", (name) => {
    const { files, expected } = readFixture(join(fixtures, name));
    expect(toLines(audit(makeSite(files))).join("\n")).toBe(expected);
  });
});

test("every rule is in the fixture of its check, except those about bytes", () => {
  const found = readdirSync(fixtures).flatMap((name) =>
    [
      ...readFixture(join(fixtures, name)).expected.matchAll(
        /\[(\w+\/[\w-]+)\]/g,
      ),
    ].map(([, rule]) => rule),
  );
  expect([...rules.keys()].filter((name) => !found.includes(name))).toEqual([
    "files/encoding",
    "leaks/position",
    "weight/page",
  ]);
});

test("text that is not UTF-8 is reported, so is what cannot be checked, and the rest is read", () => {
  const folder = makeSite([
    [
      "index.html",
      `<a href="/gone/">Gone</a> <a href="/deep/#a">Deep</a> <a href="/a:b.html">A</a>${"<svg><path/></svg>".repeat(3000)}`,
    ],
    ["deep/index.html", "<div>".repeat(100_000)],
    [
      "a:b.html",
      `<link rel="canonical" href="/deep/">

<a href="/">Home</a>${"<p>A text.".repeat(3000)}`,
    ],
    ["latin.txt", new Uint8Array([0xe9])],
    ["large.html", `<!doctype html>${"<p>".repeat(2_000_000)}`],
    ["data.json", "\uFEFF{}"],
    ["circle -> .", ""],
  ]);
  writeFileSync(Buffer.from(`${folder}/\xE9.html`, "latin1"), "");
  expect(audit(folder).map(({ file, rule }) => `${file} ${rule}`)).toEqual([
    "index.html links/missing",
    "circle files/skipped",
    "deep/index.html files/skipped",
    "large.html files/skipped",
    "latin.txt files/encoding",
    "\uFFFD.html files/skipped",
  ]);
});

test("documents of any shape are read to their end", () => {
  const graph = '[null, 1, { "@type": "constructor", "@id": {} }]';
  const folder = makeSite([
    [
      "index.html",
      `<constructor><script type="application/ld+json">${graph}</script></constructor>`,
    ],
    ["proof.htm", "A proof that the site is mine."],
    ["null.json", "null"],
    ["site.webmanifest", '{ "icons": [null, 1, { "src": {} }] }'],
    [
      "feed.json",
      '{ "version": "https://jsonfeed.org/version/1.1", "title": {}, "items": [null, "a", { "id": { "a": 1 } }] }',
    ],
    ["rss.xml", "<rss><channel/><channel>Two</channel></rss>"],
    ["atom.xml", "<feed><entry/><entry><id a='1'/></entry></feed>"],
    [
      "deep.xml",
      `<rss><channel>${"<a>".repeat(500)}${"</a>".repeat(500)}</channel></rss>`,
    ],
    ["deep.json", "[".repeat(100_000) + "]".repeat(100_000)],
  ]);
  expect(new Set(audit(folder).map(({ rule }) => rule))).toEqual(
    new Set(["feeds/element"]),
  );
});

test.each(["jpeg", "png", "webp", "avif"] as const)(
  "a position in a picture is found, and other metadata is not: %s",
  async (format) => {
    const draw = (exif: object) =>
      sharp({
        create: { width: 8, height: 8, channels: 3, background: "#123456" },
      })
        .withExif({ IFD0: { Artist: "A cook" }, ...exif })
        .toFormat(format)
        .toBuffer();
    const folder = makeSite([
      ["index.html", "A text."],
      [`plain.${format}`, await draw({})],
      [
        `placed.${format}`,
        await draw({ IFD3: { GPSLatitude: "52/1 30/1 0/1" } }),
      ],
    ]);
    expect(audit(folder)).toMatchObject([
      { file: `placed.${format}`, rule: "leaks/position" },
    ]);
  },
);

test("a page that loads too much is named with what it loads", () => {
  const folder = makeSite([
    [
      "index.html",
      `<link rel="preload" as="font" href="/a.woff2">
<link rel="stylesheet" href="/a.css">

<img src="/a.png" alt="" width="1" height="1"><img src="/b.png" loading="lazy" alt="" width="1" height="1">`,
    ],
    ["a.woff2", new Uint8Array(130_001)],
    ["a.css", "a".repeat(1_000_000)],
    ["a.png", new Uint8Array(500_000)],
    ["b.png", new Uint8Array(500_000)],
  ]);
  expect(audit(folder).map(({ problem }) => problem)).toEqual([
    "The page loads 130,001 bytes of font, more than 130,000: a.woff2.",
  ]);
});

test("a directory that is missing or has no page is refused", async () => {
  const root = makeFolder();
  expect(await runHere(root, "audit")).toMatchObject({
    code: 1,
    err: "There is no directory dist.\nNext: npm run build\n",
  });
  mkdirSync(join(root, "dist"));
  expect(await runHere(root, "audit")).toMatchObject({
    code: 1,
    err: "dist has no HTML file, so it is not a built site.\n",
  });
});

test("it exits with 1 for errors, with 0 for warnings, and prints all as data", async () => {
  const folder = makeSite([["index.html", '<a href="/gone/">Gone</a>']]);
  const { code, out } = await runHere(folder, "audit", [".", "--json"]);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    problems: 1,
    warnings: 0,
    pages: 1,
    files: 1,
    findings: [{ file: "index.html", line: 9, rule: "links/missing" }],
  });
  const mild = makeSite([
    [
      "index.html",
      '<a href="/index.html#top">A</a><img src="/index.html" alt="">',
    ],
  ]);
  const result = await runHere(mild, "audit", ["."]);
  expect(result.code).toBe(0);
  expect(result.out).toMatch(/^1 page, 1 file: 1 warning in \d\.\d s\n$/);
});
