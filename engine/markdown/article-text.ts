import { stringify } from "yaml";
import type { Article } from "#model/article.ts";
import type { EntryPage } from "#model/own-entries.ts";
import { site } from "#site.ts";
import { addresses, toAbsoluteUrl } from "#urls.ts";
import { toPlainMarkdown } from "./plain-markdown.ts";

/** An article as a Markdown file, with its source, freshness and licence. `html` is its text as feeds carry it. */
export function toArticleText(article: Article, html: string): string {
  const head = {
    title: article.title,
    description: article.description,
    url: toAbsoluteUrl(article.address),
    canonicalUrl: article.canonicalUrl,
    supersededBy:
      article.supersededBy &&
      toAbsoluteUrl(addresses.article(article.supersededBy)),
    published: article.pubDate.iso,
    updated: article.updatedDate?.iso,
    reviewed: article.reviewedDate?.iso,
    reviewBy: article.reviewBy?.iso,
    authors: article.authors.map(({ title }) => title),
    category: article.category.title,
    tags: article.tags.map(({ title }) => title),
    series: article.series && {
      title: article.series.topic.title,
      part: article.series.part,
    },
    licence: site.licence,
    sources: article.sources.map(({ checked, ...source }) => ({
      ...source,
      checked: checked.iso,
    })),
  };
  return toText(head, article.title, html);
}

/**
 * An entry of an own collection as a Markdown file: its front matter without aliases, and its text.
 * @param html its text as feeds would carry it
 */
export const toEntryText = (
  {
    title,
    description,
    address,
    fields: { aliases: _, ...fields },
  }: Pick<EntryPage, "title" | "description" | "address" | "fields">,
  html: string,
): string =>
  toText(
    {
      title,
      description,
      url: toAbsoluteUrl(address),
      licence: site.licence,
      ...fields,
    },
    title,
    html,
  );

function toText(head: object, title: string, html: string): string {
  // No reader wraps long lines; empty lists are omitted.
  const known = Object.fromEntries(
    Object.entries(head).filter(
      ([, value]) => !(Array.isArray(value) && value.length === 0),
    ),
  );
  // Many programs support only YAML 1.1, in which No means false and a calendar day is parsed as a date.
  const yaml = stringify(known, { lineWidth: 0, compat: "yaml-1.1" });
  return `---\n${yaml}---\n\n${toPlainMarkdown(title, html)}`;
}
