import {
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { anArticleFile } from "./an-article.ts";

/** Numbers from 0 to 1, the same for the same seed: mulberry32. */
export function toRandom(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), seed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The variables of a build that an edit may change, such as its time. */
export type Setting = Record<string, string>;

/** An edit between two builds; returns a description, or undefined if it was not possible. */
type Edit = (site: {
  root: string;
  env: Setting;
  /** A whole number below another. */
  below: (limit: number) => number;
  pick: <T>(list: readonly T[]) => T | undefined;
}) => string | undefined;

const read = (root: string, file: string) =>
  readFileSync(join(root, file), "utf8");
const write = (root: string, file: string, text: string | Uint8Array) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};
const list = (root: string, pattern: string) =>
  globSync(pattern, { cwd: root }).sort();

/** Replaces what a pattern finds in a random file. */
const change =
  (
    files: string,
    from: RegExp | string,
    to: (number: number) => string,
  ): Edit =>
  ({ root, pick, below }) => {
    const file = pick(
      list(root, files).filter((one) => read(root, one).search(from) >= 0),
    );
    if (!file) return undefined;
    write(root, file, read(root, file).replace(from, to(below(1000))));
    return `${file}: ${String(from)}`;
  };

const articles = "src/content/articles/**/*.md";
const field = (line: RegExp | string, to: (number: number) => string) =>
  change(articles, line, to);

/** Edits of Markdown texts. */
export const contentEdits: Edit[] = [
  field(/$/, (number) => `\nSentence number ${number}.\n`),
  field(/$/, (number) => `\n## Heading ${number}\n\nA [link](/about/).\n`),
  field(
    /$/,
    (number) => `\n\`\`\`js title="a.js" {1}\nlet a = ${number};\n\`\`\`\n`,
  ),
  field(/^title: .*$/m, (number) => `title: Title ${number}`),
  field(
    /^description: .*$/m,
    (number) => `description: Text number ${number}.`,
  ),
  field(/^tags:\n/m, (number) => `tags:\n  - tag-${number % 4}\n`),
  field(/^tags:\n {2}- .*\n(?= {2}-)/m, () => "tags:\n"),
  field(
    /^category: .*$/m,
    (number) => `category: ${number % 2 ? "work" : "equipment"}`,
  ),
  field(/^(?=category:)/m, () => "featured: true\n"),
  field(/^(?=category:)/m, () => "toc: false\n"),
  field(/^(?=category:)/m, (number) => `kicker: Kicker ${number}\n`),
  field(/^(?=category:)/m, (number) => `aliases:\n  - /old-${number}/\n`),
  field(/^(?=category:)/m, () => "draft: true\n"),
  field(/^draft: true$/m, () => "draft: false"),
  field(/^(?=category:)/m, () => "listed: false\n"),
  field(/^listed: false\n/m, () => ""),
  field(
    /^pubDate: .*$/m,
    (number) =>
      `pubDate: 2026-06-${String(1 + (number % 28)).padStart(2, "0")}`,
  ),
  field(
    /^(?=category:)/m,
    (number) =>
      `updatedDate: 2026-06-${String(1 + (number % 14)).padStart(2, "0")}\n`,
  ),
  field(
    /^(?=category:)/m,
    (number) =>
      `reviewBy: 2026-06-${String(1 + (number % 28)).padStart(2, "0")}\n`,
  ),
  change(
    "src/content/categories/*.md",
    /^title: .*$/m,
    (number) => `title: Category ${number}`,
  ),
  change(
    "src/content/tags/*.md",
    /$/,
    (number) => `\nMore on it: ${number}.\n`,
  ),
  change(
    "src/content/authors/*.md",
    /^name: .*$/m,
    (number) => `name: Author ${number}`,
  ),
  change(
    "src/content/series/*.md",
    /^title: .*$/m,
    (number) => `title: Series ${number}`,
  ),
  change(
    "src/content/pages/*.md",
    /$/,
    (number) => `\nAnother line, ${number}.\n`,
  ),
  change(
    "src/content/tools/*.md",
    /$/,
    (number) => `\n## Part ${number}\n\nMore of it.\n`,
  ),
  change(
    "src/content/tools/*.md",
    /^name: .*$/m,
    (number) => `name: Tool ${number}`,
  ),
  field(/$/, (number) => `\nWith [a pan](/tools/pan/), ${number}.\n`),
  ({ root, below }) => {
    const number = below(1000);
    write(
      root,
      `src/content/tools/tool-${number}.md`,
      `---\nname: New ${number}\nsummary: One more.\nbought: 2026-06-14\nusedWith:\n  - pan\n---\n\nA [pot](/tools/pot/).\n`,
    );
    return `tool-${number}.md`;
  },
  change(
    "src/content/calls-to-action/*.md",
    /^heading: .*$/m,
    (number) => `heading: Offer ${number}`,
  ),
  ({ root, below }) => {
    const number = below(1000);
    write(
      root,
      `src/content/articles/new-${number}.md`,
      anArticleFile(
        { title: `New ${number}`, pubDate: "2026-06-14", tags: ["shared"] },
        `A new text, number ${number}.\n`,
      ),
    );
    return `new-${number}.md`;
  },
  ({ root, pick }) => {
    const file = pick(list(root, "src/content/articles/{new,plain}-*.md"));
    if (!file) return undefined;
    rmSync(join(root, file));
    return `deleted ${file}`;
  },
  ({ root, pick, below }) => {
    const file = pick(list(root, "src/content/articles/{new,plain}-*.md"));
    if (!file) return undefined;
    const to = `src/content/articles/plain-${1000 + below(1000)}.md`;
    if (existsSync(join(root, to))) return undefined;
    renameSync(join(root, file), join(root, to));
    return `${file} → ${to}`;
  },
  ({ root, below }) => {
    const file = "src/content/published.json";
    const number = below(1000);
    const entry = `  "/articles/gone-${number}/": { "id": "tag:saucepan.example,2026:/articles/gone-${number}/", "published": "2026-01-02", "retired": "2026-02-03" }`;
    if (existsSync(join(root, file))) rmSync(join(root, file));
    else write(root, file, `{\n${entry}\n}\n`);
    return `${file} ${number}`;
  },
  ({ env, below }) => {
    env.BUILD_NOW = `2026-06-${String(1 + below(28)).padStart(2, "0")}T${String(below(24)).padStart(2, "0")}:00:00Z`;
    return `now ${env.BUILD_NOW}`;
  },
];

/** Edits of everything else. */
export const otherEdits: Edit[] = [
  change(
    "src/content/articles/**/*.mdx",
    /$/,
    (number) => `\nIn MDX, ${number}.\n`,
  ),
  change(
    "src/site.ts",
    /tagline: ".*"/,
    (number) => `tagline: "Line ${number}"`,
  ),
  change("src/components/*.astro", /$/, (number) => `\n<!-- ${number} -->\n`),
  change("engine/components/Byline.astro", /$/, (number) => `\n{${number}}\n`),
  change(
    "engine/styles/base.css",
    /$/,
    (number) => `\n.made-up { order: ${number}; }\n`,
  ),
  change(
    "engine/markdown/tables.ts",
    /ariaLabel: ".*"/,
    (number) => `ariaLabel: "Table ${number}"`,
  ),
  ({ root, below }) => {
    const number = below(1000);
    write(root, `public/files/file-${number % 3}.txt`, `${number}`);
    return `public ${number}`;
  },
  ({ root, pick, below }) => {
    const [one, other] = [0, 1].map(() =>
      pick(list(root, "src/content/articles/**/*.png")),
    );
    if (!one || !other || one === other) return undefined;
    const bytes = readFileSync(join(root, other));
    write(root, one, bytes);
    return `${one} = ${other} ${below(2)}`;
  },
  ({ env, below }) => {
    if (below(2)) delete env.SITE_BASE;
    else env.SITE_BASE = `/base-${below(3)}/`;
    return `base ${env.SITE_BASE ?? "none"}`;
  },
  ({ root }) => {
    rmSync(join(root, "dist/index.html"), { force: true });
    return "dist/index.html deleted";
  },
  ({ root, pick }) => {
    const file = pick(list(root, ".cache/build/*.json"));
    if (!file) return undefined;
    write(root, file, read(root, file).slice(0, 1000));
    return `${file} cut off`;
  },
];

/**
 * Makes a random edit.
 * @param share how many of 100 edits are of Markdown texts
 * @returns what it was
 */
export function editAtRandom(
  root: string,
  env: Setting,
  random: () => number,
  share: number,
): string {
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <T>(list: readonly T[]) => list[below(list.length)];
  for (;;) {
    const edit = pick(below(100) < share ? contentEdits : otherEdits);
    const made = edit?.({ root, env, below, pick });
    if (made) return made;
  }
}
