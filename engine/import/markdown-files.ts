import { basename, extname } from "node:path";
import type { Finding } from "gatepost/files/finding.ts";
import { readFrontMatter, type Parts } from "./front-matter.ts";
import type { Dialect, SourceArticle } from "./source.ts";

/** What a file's folder, name or front matter has that only one system writes; the first that fits names it. */
const signatures: [Dialect, (parts: Parts, file: string) => boolean][] = [
  ["hexo", (_, file) => /(?:^|\/)source\/_(?:posts|drafts)\//.test(file)],
  ["jekyll", (_, file) => /(?:^|\/)_(?:posts|drafts)\//.test(file)],
  ["text", ({ form }) => form === "none"],
  [
    "hugo",
    ({ form, body }) =>
      form === "toml" || form === "json" || /\{\{[<%]/.test(body),
  ],
  [
    "gatsby",
    has("thumb_img_path", "content_img_path", "template", "seo.extra"),
  ],
  ["hugo", has("publishDate", "lastmod", "expiryDate", "linkTitle")],
  ["dev-to", has("cover_image", "canonical_url", "published")],
  ["astro", (_, file) => file.endsWith(".mdx")],
  ["astro", has("pubDate", "heroImage", "pubDatetime")],
  ["jekyll", (_, file) => /\/?\d{4}-\d\d?-\d\d?-[^/]+$/.test(file)],
  ["jekyll", has("layout", "redirect_from")],
  ["hexo", ({ body }) => /<!-- *more *-->|\{% *asset_/.test(body)],
];

function has(...names: string[]) {
  return ({ fields }: Parts) =>
    fields.some(
      ({ name }) =>
        names.includes(name) ||
        names.includes(name.split(".").slice(0, 2).join(".")),
    );
}

/** Reads one Markdown or text file, with any front matter or none. `path` is its place below the source's folder. */
export function readMarkdown(
  file: string,
  text: string,
  root: string,
  path: string,
  named?: Dialect,
): SourceArticle | Finding[] {
  // Hexo may leave the opening line away.
  const isUnopened =
    named === "hexo" && /^[\w-]+:.*\n(?:[\w -].*\n)*---\s*\n/.test(text);
  const parts = readFrontMatter(file, isUnopened ? `---\n${text}` : text);
  if (Array.isArray(parts)) return parts;
  const shift = isUnopened ? 1 : 0;
  const ending = extname(file).toLowerCase();
  return {
    file,
    root,
    path,
    dialect:
      named ?? signatures.find(([, fits]) => fits(parts, file))?.[0] ?? "astro",
    format:
      ending === ".mdx" ? "mdx" : /^\.html?$/.test(ending) ? "html" : "md",
    fields: parts.fields.map((field) => ({
      ...field,
      line: (field.line ?? 1) - shift,
    })),
    body: parts.body,
    bodyLine: parts.bodyLine - shift,
    hosts: [],
  };
}

/** What a file's name says: Jekyll's date, and the name without it; a bundle's index.md has its folder's name. */
export function toNameParts(path: string): { date?: string; name: string } {
  const stem = basename(path, extname(path));
  const folders = path.split("/").slice(0, -1);
  const named = /^_?index$/i.test(stem) ? (folders.at(-1) ?? stem) : stem;
  // 2016-02-03-a-title, and what bundles do with it
  const parts = /^(\d{4}-\d{1,2}-\d{1,2})[-_ ](.+)$/.exec(named);
  return parts
    ? { date: parts[1] as string, name: parts[2] as string }
    : { name: named };
}
