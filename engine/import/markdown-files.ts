import { basename, extname } from "node:path";
import { readFrontMatter, type Parts } from "./front-matter.ts";
import { hasWikilink } from "./wikilinks.ts";
import type { Dialect, SourceArticle, SourcePlace } from "./source.ts";

/** Folders, names and front matter that identify a dialect; the first match wins. */
const signatures: [Dialect, (parts: Parts, file: string) => boolean][] = [
  ["hexo", (_, file) => /(?:^|\/)source\/_(?:posts|drafts)\//.test(file)],
  ["jekyll", (_, file) => /(?:^|\/)_(?:posts|drafts)\//.test(file)],
  [
    "obsidian",
    ({ form, body }) =>
      (form === "none" || form === "yaml") &&
      !/\{\{[<%]|\{%/.test(body) &&
      hasWikilink(body),
  ],
  ["text", ({ form }) => form === "none"],
  [
    "zola",
    ({ fields }) =>
      fields.some(({ name }) => /^(?:extra|taxonomies)\./.test(name)),
  ],
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

/** Reads one Markdown or text file, with or without front matter. Throws Unreadable. */
export function readMarkdown(
  text: string,
  place: SourcePlace,
  from?: Dialect,
): SourceArticle {
  const { file } = place;
  const parts = readFrontMatter(file, text);
  const ending = extname(file).toLowerCase();
  const dialect =
    from ?? signatures.find(([, fits]) => fits(parts, file))?.[0] ?? "astro";
  return {
    ...place,
    dialect,
    format:
      ending === ".mdx" ? "mdx" : /^\.html?$/.test(ending) ? "html" : "md",
    // In Obsidian an alias is another title.
    fields: parts.fields.map((field) =>
      dialect === "obsidian" && /^alias(?:es)?$/i.test(field.name)
        ? { ...field, name: "names" }
        : field,
    ),
    body: parts.body,
    bodyLine: parts.bodyLine,
    hosts: [],
  };
}

/** A file's name without its date. An index.md takes its folder's name. */
export function toFileName(path: string): { whole: string; name: string } {
  const stem = basename(path, extname(path));
  const folder = path.split("/").at(-2);
  const whole = /^_?index$/i.test(stem) ? (folder ?? stem) : stem;
  const name =
    /^\d{4}-\d{1,2}-\d{1,2}(?:T[\d:.-]+(?:Z|[+-]\d\d:\d\d))?[-_ ]+(.+)$/.exec(
      whole,
    )?.[1];
  return { whole, name: name ?? whole };
}
