import { formatDay } from "#model/dates.ts";
import type { Article, Category, Topic } from "#model/article.ts";
import { site } from "#site.ts";
import { toHue } from "#theme/colours.ts";
import { addresses } from "#urls.ts";
import type { Card } from "./card.ts";

export type Shared = {
  articles: readonly Article[];
  categories: readonly Category[];
  series: readonly Topic[];
  tags: readonly Topic[];
  authors: readonly Topic[];
  years: readonly { year: string }[];
  pages: readonly {
    address: string;
    title: string;
    kicker?: string | undefined;
  }[];
};

const ownHue = toHue("color-link");

/** The card of every page that search engines may list, by address. Pages of a listing share that of the first. */
export function toCards(shared: Shared): Map<string, Card> {
  const cards = new Map<string, Card>();
  const add = (
    address: string,
    title: string,
    kicker?: string,
    hue: number = ownHue,
  ) => cards.set(address, { title, kicker, hue, slug: address });

  add(addresses.home, site.tagline ?? site.name);
  add(addresses.articles, "Every article, newest first", "Articles");
  add(addresses.archive, "Every article, by the year it appeared", "Archive");
  add(addresses.topics, "Every category, series and tag", "Topics");
  add(addresses.subscribe, `Follow ${site.name}`, "Subscribe");
  for (const { year } of shared.years)
    add(addresses.year(year), year, "Archive");
  for (const { address, title, kicker } of shared.pages)
    add(address, title, kicker);
  for (const { address, title, hue } of shared.categories)
    add(address, title, "Category", hue);
  for (const { address, title } of shared.series) add(address, title, "Series");
  for (const { address, title } of shared.tags) add(address, title, "Tag");
  for (const { address, title } of shared.authors)
    add(address, title, "Author");
  for (const article of shared.articles)
    cards.set(article.address, {
      title: article.title,
      kicker: article.kicker,
      date: formatDay(article.pubDate),
      hue: article.category.hue,
      slug: article.slug,
      picture: article.body.cover,
    });
  return cards;
}
