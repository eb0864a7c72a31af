import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { markdownToHtml } from "satteri";
import { parse } from "yaml";

/**
 * The least that any program here must do: reads every article with our parsers of Markdown and YAML, and writes a page for
 * each, lists of twenty and an RSS feed. No colours of code, no checks, no cards, no search.
 */
const [from = "", to = ""] = process.argv.slice(2);
const articles = readdirSync(from).map((name) => {
  const [, fields = "", body = ""] =
    /^---\n(.*?)---\n(.*)$/s.exec(readFileSync(join(from, name), "utf8")) ?? [];
  return {
    slug: name.replace(/\.md$/, ""),
    ...(parse(fields) as { title: string; pubDate: string; tags: string[] }),
    html: markdownToHtml(body).html,
  };
});
articles.sort((a, b) => (a.pubDate < b.pubDate ? 1 : -1));

const write = (folder: string, name: string, text: string) => {
  mkdirSync(join(to, folder), { recursive: true });
  writeFileSync(join(to, folder, name), text);
};
const toPage = (title: string, main: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body><main>${main}</main></body></html>`;
for (const { slug, title, html } of articles)
  write(`articles/${slug}`, "index.html", toPage(title, html));
const groups = Map.groupBy(
  articles.flatMap((article) =>
    ["", ...article.tags].map((name) => ({ name, article })),
  ),
  ({ name }) => name,
);
for (const [name, list] of groups)
  for (let page = 0; page * 20 < list.length; page++)
    write(
      join(name, String(page)),
      "index.html",
      toPage(
        name,
        list
          .slice(page * 20, page * 20 + 20)
          .map(
            ({ article: { slug, title } }) =>
              `<a href="/articles/${slug}/">${title}</a>`,
          )
          .join(""),
      ),
    );
write(
  "",
  "rss.xml",
  `<rss version="2.0"><channel>${articles
    .slice(0, 50)
    .map(
      ({ title, html }) =>
        `<item><title>${title}</title><description><![CDATA[${html}]]></description></item>`,
    )
    .join("")}</channel></rss>`,
);
