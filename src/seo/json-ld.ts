import { toModified, type Article } from "#articles/article.ts";
import { site } from "#site.ts";
import { toAbsoluteUrl } from "#urls.ts";

/** What machines read of an article, in schema.org's words: what its page says, and that another has replaced it. */
export const toArticleData = (article: Article) => ({
  "@context": "https://schema.org",
  "@type": "BlogPosting",
  "@id": toAbsoluteUrl(article.address),
  headline: article.title,
  description: article.description,
  inLanguage: site.language,
  datePublished: article.pubDate.iso,
  dateModified: toModified(article).iso,
  articleSection: article.category.title,
  keywords: article.tags.map(({ title }) => title),
  wordCount: article.body.words,
  author: article.authors.map(({ slug, title, address }) => ({
    "@type": slug === site.author ? "Organization" : "Person",
    name: title,
    url: toAbsoluteUrl(address),
  })),
  citation: article.sources.map(({ title, url }) => ({
    "@type": "CreativeWork",
    name: title,
    url,
  })),
  ...(article.supersededBy ? { creativeWorkStatus: "Superseded" } : {}),
});

/** Data as the text of a script element: no "<" that could end it. */
export const toScriptText = (data: object): string =>
  JSON.stringify(data).replaceAll("<", "\\u003c");
