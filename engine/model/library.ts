import { existsSync, readFileSync } from "node:fs";
import { getCollection } from "astro:content";
import { site } from "#site.ts";
import { addresses } from "#urls.ts";
import { toApart } from "./apart.ts";
import {
  compareArticles,
  hasItsNames,
  house,
  toArticle,
  type Article,
  type CallToAction,
  type Names,
  type Topic,
} from "./article.ts";
import type { Body } from "./body.ts";
import { readArticleDate, readNow } from "./dates.ts";
import { hasFeed, type Followed } from "./follow.ts";
import { followSuccessors } from "./freshness.ts";
import { once } from "./once.ts";
import { readRecord, recordFile } from "#files/published-record.ts";
import { readPreviewSecret, toPreviewAddress } from "./previews.ts";
import { noteQuery } from "./queries.ts";
import { toRelated } from "./related.ts";

export type TopicWithArticles<T extends Topic = Topic> = T & {
  articles: Article[];
};
export type Page = Topic & { body: Body };

/** True only in the dev server: set by the command in `check/overlay.ts`. */
declare const __WRITING__: boolean;

const now = readNow();

export const getNames = once(async (): Promise<Names> => {
  const toTopics = <D>(
    entries: { id: string; data: D }[],
    toAddress: (slug: string) => string,
  ) =>
    new Map(
      entries.map(({ id, data }) => [
        id,
        { ...data, slug: id, address: toAddress(id) },
      ]),
    );
  const people = (await getCollection("authors")).map(
    ({
      id,
      data: { name, description = `Articles by ${name}.`, ...data },
    }) => ({ id, data: { ...data, title: name, description } }),
  );
  const offers = await getCollection("calls-to-action");
  return {
    categories: toTopics(await getCollection("categories"), addresses.category),
    tags: toTopics(await getCollection("tags"), addresses.tag),
    series: toTopics(await getCollection("series"), addresses.series),
    authors: toTopics(people, addresses.author),
    "calls-to-action": new Map(offers.map(({ id, data }) => [id, data])),
  };
});

/** Whether readers may see an article; in dev the writer sees them all. */
const isOut = ({ state }: Article) => __WRITING__ || state === "published";
const isListed = (article: Article) => isOut(article) && article.listed;

/** Every article, newest first, whatever its state. */
const getAll = once(async (): Promise<Article[]> => {
  const names = await getNames();
  const articles = (await getCollection("articles"))
    .filter(({ data }) => !__WRITING__ || hasItsNames(data, names))
    .map(({ id, data }) => toArticle(id, data, names, now));
  return followSuccessors(articles, articles.filter(isListed)).sort(
    compareArticles,
  );
});

/** The published and listed articles, newest first: the source of all lists, feeds and indexes. In dev, drafts too. */
export const getArticles = once(async () => (await getAll()).filter(isListed));

/** The published articles with `listed: false`, newest first. Only their own pages name them. */
export const getUnlisted = once(() =>
  getApart((article) => isOut(article) && !article.listed),
);

/** The unpublished articles, each at the address of its private preview; none without PREVIEW_SECRET. */
export const getPreviews = once(async () => {
  const secret = readPreviewSecret();
  if (secret === undefined) return [];
  const articles = await getApart((article) => !isOut(article));
  return articles.map((article) => ({
    ...article,
    address: toPreviewAddress(article.slug, secret),
  }));
});

const getApart = async (isApart: (article: Article) => boolean) => {
  const articles = (await getAll()).filter(isApart);
  if (articles.length === 0) return [];
  const topics = [getCategories(), getTags(), getAuthors(), getSeries()];
  return toApart(articles, (await Promise.all<Topic[]>(topics)).flat());
};

export const getRelated = once(async () => toRelated(await getArticles()));

export const getOffers = once(async (): Promise<CallToAction[]> => {
  const { "calls-to-action": offers } = await getNames();
  return [site.callToAction, site.otherCallToAction].flatMap(
    (name) => (name && offers.get(name)) || [],
  );
});

const groupByTopic = async <T extends Topic>(
  topicsOf: (article: Article) => T[],
): Promise<TopicWithArticles<T>[]> => {
  const groups = new Map<string, TopicWithArticles<T>>();
  for (const article of await getArticles())
    for (const topic of topicsOf(article)) {
      const group = groups.get(topic.slug) ?? { ...topic, articles: [] };
      group.articles.push(article);
      groups.set(topic.slug, group);
    }
  return [...groups.values()].sort(
    (a, b) =>
      a.title.localeCompare(b.title, site.language) ||
      (a.slug < b.slug ? -1 : 1),
  );
};

/** In the order that their files give them. */
export const getCategories = once(async () =>
  (await groupByTopic(({ category }) => [category])).sort(
    (a, b) => a.order - b.order,
  ),
);
export const getTags = once(() => groupByTopic(({ tags }) => tags));
export const getAuthors = once(() =>
  groupByTopic(({ authors }) => authors.filter((author) => author !== house)),
);
export const getSeries = once(async () => {
  const all = await groupByTopic(({ series }) =>
    series ? [series.topic] : [],
  );
  for (const { articles } of all)
    articles.sort((a, b) => (a.series?.part ?? 0) - (b.series?.part ?? 0));
  return all;
});

/** Everything that has feeds: the site first, then the topics in the order of the topics page. */
export const getFollowed = once(async (): Promise<Followed[]> => {
  const topics = {
    category: await getCategories(),
    series: await getSeries(),
    tag: await getTags(),
    author: await getAuthors(),
  };
  const { name: title, description } = site;
  const articles = await getArticles();
  const address = addresses.home;
  return [
    { kind: "site" as const, title, description, address, articles },
    ...Object.entries(topics).flatMap(([kind, all]) =>
      all.map(({ title, description, address, articles }) => ({
        kind: kind as keyof typeof topics,
        title,
        description,
        address,
        // A series has its parts in order.
        articles: articles.toSorted(compareArticles),
      })),
    ),
  ].filter(({ kind, articles }) => hasFeed(kind, articles.length));
});

export const getPages = once(async (): Promise<Page[]> =>
  (await getCollection("pages")).map(({ id, data }) => ({
    ...data,
    slug: id,
    address: addresses.page(id),
  })),
);

/** Years with articles, newest first. */
export const getYears = once(async () =>
  [
    ...Map.groupBy(await getArticles(), ({ pubDate }) =>
      pubDate.day.slice(0, 4),
    ),
  ]
    .map(([year, articles]) => ({ year, articles }))
    .sort((a, b) => (a.year < b.year ? 1 : -1)),
);

/** All withdrawn addresses, in the order of the record. `check` ensures that none belongs to an article. */
export function getRetired() {
  noteQuery();
  // Written by tools, and may not exist yet.
  const text = existsSync(recordFile)
    ? readFileSync(recordFile, "utf8")
    : undefined;
  return Object.entries(readRecord(text).record ?? {}).flatMap(
    ([address, { retired, reason }]) =>
      retired ? [{ address, retired: readArticleDate(retired), reason }] : [],
  );
}
