import type { BlogPostingLeaf } from "schema-dts";
import { toModified, type Article } from "#model/article.ts";
import { toMinutes } from "#model/reading-time.ts";
import { site } from "#site.ts";
import { addresses, toAbsoluteUrl, toCardAddress } from "#urls.ts";
import type { PageData } from "./json-ld.ts";
import {
  publisher,
  toAuthorData,
  toReference,
  toSeriesData,
  toTagData,
  website,
} from "./json-ld-nodes.ts";

/**
 * What an article's page tells machines beyond its head: the article, whose texts and days are the page's.
 * @param replacement the article that replaces this one, if readers can open it
 */
export function toArticleData(
  article: Article,
  replacement?: Article,
): PageData {
  const { address, category, tags, series } = article;
  const authors = article.authors.map(toAuthorData);
  const posting: BlogPostingLeaf & { "@id": string } = {
    "@type": "BlogPosting",
    "@id": `${toAbsoluteUrl(address)}#article`,
    headline: article.title,
    description: article.description,
    url: article.canonicalUrl ?? toAbsoluteUrl(address),
    mainEntityOfPage: { "@id": toAbsoluteUrl(address) },
    image: toAbsoluteUrl(toCardAddress(address)),
    datePublished: article.pubDate.iso,
    dateModified: toModified(article).iso,
    author: authors.map(toReference),
    publisher: toReference(publisher),
    articleSection: category.title,
    wordCount: article.body.words,
    timeRequired: `PT${toMinutes(article.body.words)}M`,
    inLanguage: site.language,
    ...(site.licence && { license: site.licence.url }),
    isPartOf: series
      ? [toReference(website), { "@id": toSeriesData(series.topic)["@id"] }]
      : toReference(website),
    ...(series && { position: series.part }),
    ...(tags.length > 0 && {
      keywords: tags.map(({ title }) => title),
      about: tags.map((tag) => toReference(toTagData(tag))),
    }),
    ...(article.sources.length > 0 && {
      citation: article.sources.map(({ title, url }) => ({
        "@type": "CreativeWork" as const,
        name: title,
        url,
      })),
    }),
    ...(article.supersededBy && { creativeWorkStatus: "Superseded" }),
  };
  return {
    // The label above the title leads to the category, unless the article has one of its own.
    trail: [
      article.kicker === category.title
        ? category
        : { title: "Articles", address: addresses.articles },
    ],
    mainEntity: posting,
    named: [
      ...authors,
      ...(series ? [toSeriesData(series.topic)] : []),
      ...tags.map(toTagData),
    ],
    lastReviewed: article.reviewedDate?.iso,
    significantLink: replacement?.address,
  };
}
