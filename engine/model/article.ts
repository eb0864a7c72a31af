import type { z } from "zod";
import { site } from "#site.ts";
import { addresses } from "#urls.ts";
import type { Body, Image } from "./body.ts";
import type { callToActionSchema, collections } from "./collections.ts";
import { compareDates, readArticleDate, type ArticleDate } from "./dates.ts";
import { isOverdue } from "./freshness.ts";
import { toState, type State } from "./published.ts";
import type { articleSchema, picture } from "./schema.ts";

export type Picture = z.output<ReturnType<typeof picture<Image>>>;
export type CallToAction = z.output<
  ReturnType<typeof callToActionSchema<Image>>
>;

export type Topic = {
  slug: string;
  address: string;
  title: string;
  description: string;
  body?: Body;
};
export type Category = Topic &
  Pick<z.output<ReturnType<typeof collections.categories>>, "hue" | "order">;
export type Author = Topic &
  Pick<z.output<ReturnType<typeof collections.authors>>, "url">;

/** An article as the library stores it: the parsed front matter and the body. */
export type StoredArticle = z.output<
  ReturnType<typeof articleSchema<Image>>
> & { body: Body };

/** Replaces the front matter fields that hold ids or dates. */
type Joined = {
  kicker: string;
  pubDate: ArticleDate;
  updatedDate: ArticleDate | undefined;
  category: Category;
  tags: Topic[];
  authors: Author[];
  series: { topic: Topic; part: number } | undefined;
  reviewedDate: ArticleDate | undefined;
  reviewBy: ArticleDate | undefined;
  sources: { title: string; url: string; checked: ArticleDate }[];
};

/** A complete article, with all references resolved, as pages, feeds and indexes receive it. */
export type Article = Omit<
  StoredArticle,
  "id" | "draft" | "cta" | keyof Joined
> &
  Joined & {
    slug: string;
    address: string;
    feedId: string;
    state: State;
    /** Closes the article; undefined if neither the article nor the site names one. */
    callToAction: CallToAction | undefined;
    /** Those in the text, by id. */
    callsInText: Record<string, CallToAction>;
    isOverdue: boolean;
  };

export type Names = {
  categories: Map<string, Category>;
  tags: Map<string, Topic>;
  authors: Map<string, Author>;
  series: Map<string, Topic>;
  "calls-to-action": Map<string, CallToAction>;
};

/** Newest first; ties are broken by slug. Updates do not change the order. */
export const compareArticles = (a: Article, b: Article): number =>
  b.pubDate.time - a.pubDate.time ||
  (a.slug < b.slug ? -1 : +(a.slug > b.slug));

/** The date of the last change that readers are told about. */
export const toModified = ({
  pubDate,
  updatedDate,
}: Pick<Article, "pubDate" | "updatedDate">): ArticleDate =>
  updatedDate && compareDates(updatedDate, pubDate) > 0 ? updatedDate : pubDate;

/** A permanent id, independent of addresses and domains: a tag URI (RFC 4151). See `site.feedAuthority`. */
export const toPermanentId = (name: string): string =>
  `tag:${site.feedAuthority}:${name}`;

/** The id in feeds, unless the article carries the one it was published with. */
export const toFeedId = (slug: string): string =>
  toPermanentId(addresses.article(slug));

/** A tag without a file of its own. */
export function toPlainTag(slug: string): Topic {
  const words = slug.replaceAll("-", " ");
  return {
    slug,
    address: addresses.tag(slug),
    title: words.charAt(0).toUpperCase() + words.slice(1),
    description: `Articles about ${words}.`,
  };
}

/** The default author when the settings name none: the site itself, without a page. */
export const house: Author = {
  slug: "",
  address: addresses.home,
  title: site.publisher?.name ?? site.name,
  description: site.description,
};

/** Resolves an article's references, which `check` has validated. */
export function toArticle(
  slug: string,
  { id, draft, cta, ...data }: StoredArticle,
  names: Names,
  now: Date,
): Article {
  const category = find(names.categories, data.category);
  const named = toNamed({ ...data, cta });
  const [closing] = named["calls-to-action"];
  const offers = names["calls-to-action"];
  const toDate = (text: string | undefined) =>
    text === undefined ? undefined : readArticleDate(text);
  const reviewBy = toDate(data.reviewBy);
  return {
    ...data,
    slug,
    address: addresses.article(slug),
    feedId: id ?? toFeedId(slug),
    state: toState({ draft, pubDate: data.pubDate }, now),
    kicker: data.kicker ?? category.title,
    pubDate: readArticleDate(data.pubDate),
    updatedDate: toDate(data.updatedDate),
    category,
    tags: data.tags.map((tag) => names.tags.get(tag) ?? toPlainTag(tag)),
    authors: named.authors.length
      ? named.authors.map((author) => find(names.authors, author))
      : [house],
    series: data.series && {
      topic: find(names.series, data.series.id),
      part: data.series.part,
    },
    callToAction: closing === undefined ? undefined : find(offers, closing),
    callsInText: Object.fromEntries(
      data.body.callsToAction.map((name) => [name, find(offers, name)]),
    ),
    reviewedDate: toDate(data.reviewedDate),
    reviewBy,
    isOverdue: isOverdue(reviewBy, data.supersededBy, now),
    sources: data.sources.map((source) => ({
      ...source,
      checked: readArticleDate(source.checked),
    })),
  };
}

/** The files an article refers to, by collection, including the site's defaults. */
export const toNamed = (
  data: Pick<StoredArticle, "category" | "authors" | "series" | "cta"> & {
    tags?: string[] | undefined;
  },
  callsInText: readonly string[] = [],
) => ({
  categories: [data.category],
  tags: data.tags ?? [],
  authors: data.authors ?? toList(site.author),
  series: data.series ? [data.series.id] : [],
  "calls-to-action": [...toList(data.cta ?? site.callToAction), ...callsInText],
});

const toList = (name: string | undefined) => (name === undefined ? [] : [name]);

/** Whether all references of an article resolve: always in a build, not always in dev. */
export const hasItsNames = (data: StoredArticle, names: Names): boolean => {
  const { tags: _, ...named } = toNamed(data, data.body.callsToAction);
  return Object.entries(named).every(([collection, slugs]) =>
    slugs.every((slug) => names[collection as keyof typeof named].has(slug)),
  );
};

function find<T>(names: Map<string, T>, name: string): T {
  const found = names.get(name);
  if (!found)
    throw new Error(`"${name}" is named by an article and is not there`);
  return found;
}
