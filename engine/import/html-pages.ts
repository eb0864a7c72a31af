import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { SourceArticle, SourcePlace } from "./source.ts";

type Page = Pick<SourceArticle, "dialect" | "body" | "hosts"> & {
  fields: Record<string, unknown>;
};

/** Reads a page of Medium's or Substack's export; undefined if it is another page. */
export function readPage(
  text: string,
  place: SourcePlace,
): SourceArticle | undefined {
  const page = readMedium(text, place) ?? readSubstack(text, place);
  if (!page) return undefined;
  const start = text.indexOf(page.body);
  return {
    ...place,
    ...page,
    body:
      page.dialect === "medium" ? cleanMedium(page.body) : cleanSubstack(text),
    bodyLine: text.slice(0, start).split("\n").length,
    format: "html",
    fields: Object.entries(page.fields).map(([name, value]) => ({
      name,
      value,
    })),
  };
}

/** The attribute of the first element with a class. */
const toAttribute = (text: string, className: string, name: string) =>
  new RegExp(` ${name}="([^"]*)"`).exec(
    new RegExp(`<\\w+(?=[^<>]*\\b${className}\\b)[^<>]*>`).exec(text)?.[0] ??
      "",
  )?.[1];
const toContent = (text: string, className: string) =>
  new RegExp(
    `<(\\w+)(?=[^<>]*\\b${className}\\b)[^<>]*>((?:(?!<\\1\\b)[^])*?)</\\1>`,
  ).exec(text)?.[2];

/** Medium's stories are microformats: title, summary and body, then a footer with author, day and address. */
function readMedium(text: string, { path }: SourcePlace): Page | undefined {
  const start = /<section(?=[^<>]* data-field="body")[^<>]*>/.exec(text);
  if (!start) return undefined;
  const from = start.index + start[0].length;
  const footer = text.lastIndexOf("<footer");
  const end = text.lastIndexOf(
    "</section>",
    footer < from ? undefined : footer,
  );
  const canonical = toAttribute(text.slice(end), "p-canonical", "href");
  const url = URL.parse(canonical ?? "");
  // Addresses on Medium itself cannot redirect here.
  const isOwn = url !== null && !/(?:^|\.)medium\.com$/.test(url.host);
  return {
    dialect: "medium",
    body: text.slice(from, end),
    hosts: isOwn ? [url.origin] : [],
    fields: {
      title: toContent(text, "p-name"),
      subtitle: toContent(text.slice(0, from), "p-summary"),
      date: toAttribute(text.slice(end), "dt-published", "datetime"),
      author: toContent(text.slice(end), "p-author"),
      slug: (
        url?.pathname.split("/").at(-1) ??
        basename(path, ".html").replace(/^(?:draft|[\d-]{10})_/, "")
      ).replace(/-[\da-f]{8,12}$/, ""),
      link: isOwn ? canonical : undefined,
    },
  };
}

/** Without the title and the first divider; with headings one level higher, and cards as links. */
const cleanMedium = (body: string): string =>
  body
    .replace(/<div class="section-divider"><hr[^<>]*><\/div>/, "")
    .replace(
      /<(h\d)(?=[^<>]*\bgraf--(?:sub)?title\b)[^<>]*>(?:(?!<\1\b)[^])*?<\/\1>/g,
      "",
    )
    .replace(
      /<div(?=[^<>]*\bgraf--mixtapeEmbed\b)[^<>]*><a href="([^"]*)"[^<>]*><strong[^<>]*>((?:(?!<(?:div|strong)\b)[^])*?)<\/strong>(?:(?!<div\b)[^])*?<\/div>/g,
      '<p><a href="$1">$2</a></p>',
    )
    .replace(
      /<(\/?)h([34])\b/g,
      (_, slash: string, level: string) => `<${slash}h${Number(level) - 1}`,
    )
    .replace(
      /<pre\b([^<>]*)>((?:(?!<pre\b)[^])*?)<\/pre>/g,
      (_, attributes: string, code: string) => {
        const [, language = ""] = /-lang="([^"]*)"/.exec(attributes) ?? [];
        return `<pre><code class="language-${language}">${code.replace(/<br[^<>]*>/g, "\n")}</code></pre>`;
      },
    )
    .replace(
      /<script src="(https:\/\/gist\.github\.com\/[^"]+)\.js"[^<>]*><\/script>/g,
      '<p><a href="$1">$1</a></p>',
    );

/** Substack writes the fields of all pages to one table: posts/12.a-title.html is the row of 12.a-title in posts.csv. */
function readSubstack(
  text: string,
  { root, path }: SourcePlace,
): Page | undefined {
  const [, id = "", slug = ""] =
    /^(\d+)\.([^/]+)\.html$/.exec(basename(path)) ?? [];
  const folder = dirname(join(root, path));
  const table = [folder, dirname(folder)]
    .map((one) => join(one, "posts.csv"))
    .find((file) => id && existsSync(file));
  if (!table) return undefined;
  const [names = [], ...rows] = readCsv(readFileSync(table, "utf8"));
  const row = rows.find(([first]) => first === `${id}.${slug}`) ?? [];
  const {
    post_date,
    is_published,
    email_sent_at: _,
    inbox_sent_at: __,
    ...fields
  } = Object.fromEntries(names.map((name, index) => [name, row[index]]));
  return {
    dialect: "substack",
    body: text,
    hosts: [],
    fields: {
      ...fields,
      post_id: id,
      date: post_date,
      slug,
      link: `/p/${slug}`,
      draft: is_published === "false" || undefined,
    },
  };
}

/** Without forms and buttons, with what its scripts would fill in. */
const cleanSubstack = (body: string): string =>
  body
    .replace(
      /<div\b(?=[^<>]*\bpaywall(?:-jump)?\b)[^<>]*>\s*<\/div>/g,
      "<!--members-only-->",
    )
    .replace(
      /<a\b(?=[^<>]*\bimage-link\b)[^<>]*>((?:(?!<a\b)[^])*?)<\/a>/g,
      "$1",
    )
    // A note has its own id, as elsewhere.
    .replace(/<div class="footnote"[^<>]*><a id="([^"]*)"/g, '<div id="$1"><a')
    .replace(/<(svg|button)\b(?:(?!<\1\b)[^])*?<\/\1>/g, "")
    .replace(
      /<form\b(?:(?!<form\b)[^])*?<\/form>|<p\b(?=[^<>]*\b(?:button-wrapper|cta-caption)\b)[^<>]*>(?:(?!<p\b)[^])*?<\/p>/g,
      "<!-- Substack's form or button -->",
    )
    .replace(
      /<div\b(?=(?:(?!<div\b)[^>])* data-attrs="([^"]*)")(?:(?!<div\b)[^>])*>\s*<\/div>/g,
      (whole, attributes: string) => {
        const value = (name: string) =>
          new RegExp(`&quot;${name}&quot;:&quot;(.*?)&quot;`).exec(
            attributes,
          )?.[1];
        const [url, video] = [value("(?:canonical_)?url"), value("videoId")];
        const address =
          url ?? (video && `https://www.youtube.com/watch?v=${video}`);
        return address
          ? `<p><a href="${address}">${value("title") ?? address}</a></p>`
          : whole;
      },
    );

/** The rows of comma-separated values: "a ""quoted"" value" may contain commas and line ends. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare = "", end] of text
    .replace(/^\uFEFF/, "")
    .matchAll(/(?<![^,\n])(?:"((?:[^"]|"")*)"|([^,\r\n"]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === "") break;
    if (end !== ",") rows.push([]);
  }
  return rows;
}
