import type { Article, Topic } from "#model/article.ts";
import { isCurrent } from "#model/freshness.ts";
import { toLead } from "#model/listing.ts";
import { site } from "#site.ts";
import {
  addresses,
  toAbsoluteUrl,
  toFeedAddress,
  toTextAddress,
} from "#urls.ts";

type Link = Pick<Topic, "title" | "address"> & { description?: string };

/** Limits, since readers of this file pay for every line. */
const most = { articles: 24, categories: 12, pages: 8 };

/**
 * /llms.txt (https://llmstxt.org): what this site is and where its best articles are, as Markdown.
 * @param articles newest first
 * @param categories in the site's order
 * @param own the entries of the publication's own collections, all of them: few sites have many
 */
export function toLlms({
  articles,
  categories,
  pages,
  own = [],
}: {
  articles: Article[];
  categories: (Topic & { articles: Article[] })[];
  pages: Link[];
  own?: readonly { title: string; entries: readonly Link[] }[];
}): string {
  const lead = toLead(articles.filter(isCurrent));
  const known = categories.slice(0, most.categories);
  const each =
    articles.length <= most.articles
      ? most.articles
      : Math.floor(most.articles / Math.max(1, known.length));
  const toSection = (title: string, links: Link[]) =>
    links.length > 0
      ? [`## ${toText(title)}`, links.map(toLine).join("\n")]
      : [];
  return `${[
    `# ${toText(site.name)}`,
    `> ${toText(site.description)}`,
    `Each article below is linked as Markdown, with its dates, its sources and its page's address at its top. Cite the page, with the day it was published or updated: an article that has gone out of date says there which one replaces it.${site.licence ? ` All texts are under [${site.licence.name}](${site.licence.url}): use them with a credit to ${toText(site.name)} and a link.` : ""}`,
    ...toSection("Start here", lead ? [toTextLink(lead)] : []),
    ...known.flatMap(({ title, description, address, articles }) =>
      toSection(title, [
        ...articles
          .filter(
            (article) => isCurrent(article) && article.slug !== lead?.slug,
          )
          .slice(0, each)
          .map(toTextLink),
        { title: `All articles: ${title}`, description, address },
      ]),
    ),
    ...own.flatMap(({ title, entries }) =>
      toSection(
        title,
        entries.map((entry) => ({
          ...entry,
          address: toTextAddress(entry.address),
        })),
      ),
    ),
    ...toSection("Pages", site.ownPages),
    ...toSection("About this site", pages.slice(0, most.pages)),
    ...toSection("Optional", lastLinks),
  ].join("\n\n")}\n`;
}

const lastLinks: Link[] = [
  {
    title: "All articles",
    address: addresses.articles,
    description: "Newest first.",
  },
  {
    title: "Topics",
    address: addresses.topics,
    description: "Categories, series, tags and authors.",
  },
  {
    title: "JSON Feed",
    address: toFeedAddress("/", "json"),
    description: "The newest articles with their full text.",
  },
  { title: "RSS", address: toFeedAddress("/", "rss") },
  { title: "Atom", address: toFeedAddress("/", "atom") },
  {
    title: "Sitemap",
    address: addresses.sitemap,
    description: "Every page, with the date of its last change.",
  },
];

const toTextLink = ({ slug, title, description }: Article): Link => ({
  title,
  description,
  address: addresses.articleText(slug),
});

const toLine = ({ title, address, description }: Link): string =>
  `- [${toText(title)}](${toAbsoluteUrl(address)})${description ? `: ${toText(description)}` : ""}`;

/** Escapes Markdown and HTML syntax in plain text. */
const toText = (text: string): string =>
  text.replace(/[\\`*_[\]<]|&(?=#?\w+;)/g, "\\$&");
