import { getCollection } from "astro:content";
import { site } from "#site.ts";
import { addresses } from "#urls.ts";
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
import { readArticleDate, readNow, type ArticleDate } from "./dates.ts";
import { hasFeed, type Followed } from "./follow.ts";
import { followSuccessors } from "./freshness.ts";
import { readRecord } from "#files/published-record.ts";
import { toRelated } from "./related.ts";

/** A topic and its published articles, newest first; never empty. */
export type TopicWithArticles<T extends Topic = Topic> = T & {
  articles: Article[];
};
export type Page = {
  slug: string;
  address: string;
  title: string;
  description: string;
  body: Body;
};

/** True only in the dev server: set by the command in `check/overlay.ts`. */
declare const __WRITING__: boolean;

const now = readNow();

/** Computes something once per build; in dev, where files change, every time. */
const once = <T>(compute: () => Promise<T>): (() => Promise<T>) => {
  let result: Promise<T> | undefined;
  return () => (__WRITING__ ? compute() : (result ??= compute()));
};

const getNames = once(async (): Promise<Names> => {
  const [categories, tags, authors, series, callsToAction] = await Promise.all([
    getCollection("categories"),
    getCollection("tags"),
    getCollection("authors"),
    getCollection("series"),
    getCollection("calls-to-action"),
  ]);
  const toTopics = <D>(
    entries: { id: string; data: D }[],
    toAddress: (slug: string) => string,
  ) =>
    entries.map(({ id, data }) => ({
      ...data,
      slug: id,
      address: toAddress(id),
    }));
  const bySlug = <T extends { slug: string }>(topics: T[]) =>
    new Map(topics.map((topic) => [topic.slug, topic]));
  return {
    categories: bySlug(toTopics(categories, addresses.category)),
    tags: bySlug(toTopics(tags, addresses.tag)),
    series: bySlug(toTopics(series, addresses.series)),
    authors: bySlug(
      toTopics(authors, addresses.author).map(
        ({ name, description = `Articles by ${name}.`, ...author }) => ({
          ...author,
          title: name,
          description,
        }),
      ),
    ),
    "calls-to-action": new Map(callsToAction.map(({ id, data }) => [id, data])),
  };
});

/**
 * The published articles, newest first: the source of every page, feed and index. In dev it includes drafts and
 * scheduled articles, with their state.
 */
export const getArticles = once(async (): Promise<Article[]> => {
  const [entries, names] = await Promise.all([
    getCollection("articles"),
    getNames(),
  ]);
  const articles = entries
    .filter(({ data }) => !__WRITING__ || hasItsNames(data, names))
    .map(({ id, data }) => toArticle(id, data, names, now))
    .filter(({ state }) => __WRITING__ || state === "published");
  return followSuccessors(articles).sort(compareArticles);
});

/** What to read after each article, by slug. */
export const getRelated = once(async () => toRelated(await getArticles()));

/** The calls to action that `src/site.ts` names: `callToAction` first. */
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
      const group = groups.get(topic.slug) ?? {
        ...topic,
        articles: [],
      };
      group.articles.push(article);
      groups.set(topic.slug, group);
    }
  return [...groups.values()];
};
const byTitle = (a: Topic, b: Topic) =>
  a.title.localeCompare(b.title, site.language) || (a.slug < b.slug ? -1 : 1);

export const getCategories = once(async () =>
  (await groupByTopic(({ category }) => [category])).sort(
    (a, b) => a.order - b.order || byTitle(a, b),
  ),
);
export const getTags = once(async () =>
  (await groupByTopic(({ tags }) => tags)).sort(byTitle),
);
export const getAuthors = once(async () =>
  (
    await groupByTopic(({ authors }) =>
      authors.filter((author) => author !== house),
    )
  ).sort(byTitle),
);

export const getSeries = once(async () =>
  (await groupByTopic(({ series }) => (series ? [series.topic] : [])))
    .map((series) => ({
      ...series,
      articles: series.articles.toSorted(
        (a, b) => (a.series?.part ?? 0) - (b.series?.part ?? 0),
      ),
    }))
    .sort(byTitle),
);

/** Everything that has feeds: the site first, then the topics in the order of the topics page. */
export const getFollowed = once(async (): Promise<Followed[]> => {
  const [articles, categories, series, tags, authors] = await Promise.all([
    getArticles(),
    getCategories(),
    getSeries(),
    getTags(),
    getAuthors(),
  ]);
  const toFollowed = (kind: Followed["kind"], topics: TopicWithArticles[]) =>
    topics.map(({ title, description, address, articles }) => ({
      kind,
      title,
      description,
      address,
      // A series keeps the order of its parts.
      articles: articles.toSorted(compareArticles),
    }));
  return [
    {
      kind: "site" as const,
      title: site.name,
      description: site.description,
      address: addresses.home,
      articles,
    },
    ...toFollowed("category", categories),
    ...toFollowed("series", series),
    ...toFollowed("tag", tags),
    ...toFollowed("author", authors),
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

/** Written by tools, and may not exist yet. */
const recordFiles = import.meta.glob<string>("/src/content/published.json", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** The address of a withdrawn article, whose page says so. */
export type Retired = {
  address: string;
  retired: ArticleDate;
  reason: string | undefined;
};

/** All withdrawn addresses, in the order of the record. `check` ensures that none belongs to an article. */
export const getRetired = (): Retired[] =>
  Object.entries(
    readRecord(Object.values(recordFiles)[0]).record ?? {},
  ).flatMap(([address, { retired, reason }]) =>
    retired ? [{ address, retired: readArticleDate(retired), reason }] : [],
  );
