import {
  mkdirSync,
  readdirSync,
  readFileSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { anArticleFile } from "../support/an-article.ts";
import {
  buildSite,
  differences,
  makeSite,
  readDist,
  run,
} from "../support/build-site.ts";
import { ground } from "../support/fixture.ts";

const picture = await sharp({
  create: { width: 1000, height: 600, channels: 3, background: "#123456" },
})
  .png()
  .toBuffer();
const drawing =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><path d="M0 0h40v30z"/></svg>';

const root = makeSite([
  ...ground,
  ["articles/plain.md", anArticleFile({ title: "Plain" })],
  ["articles/in-mdx.mdx", anArticleFile({ title: "In MDX" })],
  ["articles/shown/photo.png", picture],
  ["articles/shown/drawing.svg", drawing],
  [
    "articles/shown/index.md",
    anArticleFile(
      { title: "Shown", cover: { image: "./photo.png", alt: "Blue" } },
      "![Blue](./photo.png)\n\n![A corner](./drawing.svg)\n",
    ),
  ],
]);
const write = (file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
// A route of the publication that saves a file while the site is built.
write(
  "src/pages/saver/[name].txt.ts",
  `import { cpSync, existsSync, rmSync } from "node:fs";
export const getStaticPaths = () => {
  if (existsSync("later")) cpSync("later", "src/content/articles", { recursive: true });
  rmSync("later", { recursive: true, force: true });
  return [{ params: { name: "saver" } }];
};
export const GET = () => new Response("");
`,
);
const env = { BUILD_NOW: "2026-06-15T12:00:00Z" };
const first = await buildSite(root, env);
const text = (title: string, body: string) => anArticleFile({ title }, body);

test("whatever is damaged in a cache is made anew, not published", async () => {
  const caches = join(root, ".cache");
  const damage = (folder: string, spoil: (file: string) => void) => {
    const names = readdirSync(join(caches, folder));
    expect(names).not.toHaveLength(0);
    for (const name of names) spoil(join(caches, folder, name));
  };
  const empty = (file: string) => truncateSync(file);
  damage("assets", empty);
  damage("fonts", (file) => truncateSync(file, 1000));
  damage("cards", (file) => {
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0, 5000, 9000));
  });
  const spoilWords = (file: string) => {
    const written = readFileSync(join(caches, file), "utf8");
    const wrong = written.replaceAll(/plain/gi, "Wrong");
    expect(wrong !== written, file).toBe(true);
    writeFileSync(join(caches, file), wrong);
  };
  spoilWords("data-store.json");
  spoilWords("content.json");
  spoilWords("build/record.json");
  const { code, output } = await run(root, "build", env);
  expect(code, output).toBe(0);
  expect(differences(first, readDist(root))).toEqual([]);
  // The texts of the feeds, and the code of the renderer.
  const [renderer = ""] = readdirSync(join(caches, "build")).filter((name) =>
    name.startsWith("renderer-"),
  );
  damage(`build/${renderer}/texts`, empty);
  damage(`build/${renderer}/chunks`, (file) => {
    const written = readFileSync(file, "utf8");
    writeFileSync(file, written.replaceAll("minutes", "moments"));
  });
  write("src/content/articles/plain.md", text("Plain", "Another text.\n"));
  const again = await run(root, "build", env);
  expect(again.output).toContain("the last build's renderer is damaged");
  write("src/content/articles/plain.md", text("Plain", "A text.\n"));
  expect(differences(first, await buildSite(root, env))).toEqual([]);
});

describe("a file that is saved while the site is built is not published unchecked", () => {
  test.each([
    ["a Markdown text, in a quick build", "plain.md", "Plain", "Plainer."],
    ["an MDX text", "in-mdx.mdx", "In MDX", "New words."],
    ["a Markdown text, in a full build", "plain.md", "Plain", undefined],
  ])("%s", async (_, name, title, edited) => {
    const file = `src/content/articles/${name}`;
    if (edited) write(file, text(title, edited));
    else write("public/new.txt", "This needs a full build.");
    write(
      `later/${name}`,
      text(title, '<iframe src="https://example.org/"></iframe>'),
    );
    const { code, output } = await run(root, "build", env);
    expect(output).toContain(
      `${file} changed while the site was built. Run it again.\n`,
    );
    expect(output).toContain("Nothing was built: dist/ is unchanged.");
    expect(output).not.toMatch(/^\s+at /m);
    expect(code).toBe(1);
    expect(differences(first, readDist(root))).toEqual([]);
    write(file, text(title, "A text.\n"));
  });
});
