import type { ImageMetadata } from "astro";
import { site } from "#site.ts";
import { addresses } from "#urls.ts";
import { compareDates, readArticleDate, type ArticleDate } from "./dates.ts";
import { isOverdue } from "./freshness.ts";
import type { ArticleFields } from "./schema.ts";
import type { Terms } from "./terms.ts";

/** Where a text stands and what rendering it needs; the text itself stays in its file. */
export type Body = {
  /** From the project's root, with `/`. */
  file: string;
  format: "md" | "mdx";
  words: number;
  /** Of an article that is out, what its text is about. */
  terms: Terms;
  /** What `check` remarks about the file; in dev alone, for the writer's bar. */
  remarks: string[];
  /** The pictures of a Markdown body, by the address written there. */
  pictures: { address: string; image: ImageMetadata }[];
  /** The file of its cover, from the project's root, if it has one of its own. */
  cover?: string | undefined;
  /** The calls to action that the text names. */
  callsToAction: string[];
};

export type Picture = {
  image: ImageMetadata;
  alt: string;
  caption?: string | undefined;
};

/** What gathers articles and has a page of its own: a category, a tag, an author, a series. */
export type Topic = {
  slug: string;
  address: string;
  title: string;
  description: string;
  body?: Body;
};
export type Category = Topic & { hue: number; order: number };
export type Author = Topic & { url?: string | undefined };
export type CallToAction = {
  heading: string;
  text: string;
  link: string;
  label: string;
  picture?: Picture | undefined;
};

export type State = "published" | "draft" | "scheduled";

/** An article as every page, feed and index takes it: complete, with whatever it names already found. */
export type Article = {
  slug: string;
  address: string;
  /** Never changes: see `site.feedAuthority`. */
  feedId: string;
  state: State;
  title: string;
  description: string;
  kicker: string;
  pubDate: ArticleDate;
  updatedDate: ArticleDate | undefined;
  category: Category;
  tags: Topic[];
  authors: Author[];
  series: { topic: Topic; part: number } | undefined;
  cover: Picture | undefined;
  featured: boolean;
  toc: boolean;
  ads: boolean;
  callToAction: CallToAction;
  /** The ones that stand in the text, by the names it gives them. */
  callsInText: Record<string, CallToAction>;
  reviewedDate: ArticleDate | undefined;
  reviewBy: ArticleDate | undefined;
  /** Whether the day of `reviewBy` has passed. */
  isOverdue: boolean;
  /** The slug of the article that replaces this one. In the library only while that one is there to be read. */
  supersededBy: string | undefined;
  /** The slugs of articles that its writer chose to stand below it; undefined when nobody chose. */
  related: string[] | undefined;
  sources: { title: string; url: string; checked: ArticleDate }[];
  canonicalUrl: string | undefined;
  aliases: string[];
  body: Body;
};

/** An article's data as the library stores it. */
export type StoredArticle = Omit<ArticleFields, "cover"> & {
  cover?: Picture | undefined;
  body: Body;
};

/** What an article may name, by file name. */
export type Names = {
  categories: Map<string, Category>;
  tags: Map<string, Topic>;
  authors: Map<string, Author>;
  series: Map<string, Topic>;
  "calls-to-action": Map<string, CallToAction>;
};

/** What decides whether readers may see an article; the one place it is decided. */
export function toState(
  fields: { draft?: boolean | undefined; pubDate: string },
  now: Date,
): State {
  if (fields.draft) return "draft";
  return readArticleDate(fields.pubDate).time > now.getTime()
    ? "scheduled"
    : "published";
}

/** Newest first; what appeared at the same time in the order of its slugs. An update never moves an article. */
export const compareArticles = (a: Article, b: Article): number =>
  b.pubDate.time - a.pubDate.time ||
  (a.slug < b.slug ? -1 : +(a.slug > b.slug));

/** The day an article last changed as far as readers know. */
export const toModified = ({
  pubDate,
  updatedDate,
}: Pick<Article, "pubDate" | "updatedDate">): ArticleDate =>
  updatedDate && compareDates(updatedDate, pubDate) > 0 ? updatedDate : pubDate;

/** An id that outlives addresses and domains: a tag URI (RFC 4151). See `site.feedAuthority`. */
export const toPermanentId = (name: string): string =>
  `tag:${site.feedAuthority}:${name}`;

/** The id feeds know an article by, unless the article carries the one it was published with. */
export const toFeedId = (slug: string): string =>
  toPermanentId(addresses.article(slug));

/** A tag without a page text of its own. */
export function toPlainTag(slug: string): Topic {
  const words = slug.replaceAll("-", " ");
  return {
    slug,
    address: addresses.tag(slug),
    title: words.charAt(0).toUpperCase() + words.slice(1),
    description: `Articles about ${words}.`,
  };
}

/** Joins an article's data with what it names. `check` has seen to it that everything it names is there. */
export function toArticle(
  slug: string,
  data: StoredArticle,
  names: Names,
  now: Date,
): Article {
  const category = find(names.categories, data.category);
  const toDate = (text: string | undefined) =>
    text === undefined ? undefined : readArticleDate(text);
  const reviewBy = toDate(data.reviewBy);
  return {
    slug,
    address: addresses.article(slug),
    feedId: data.id ?? toFeedId(slug),
    state: toState(data, now),
    title: data.title,
    description: data.description,
    kicker: data.kicker ?? category.title,
    pubDate: readArticleDate(data.pubDate),
    updatedDate: toDate(data.updatedDate),
    category,
    tags: data.tags.map((tag) => names.tags.get(tag) ?? toPlainTag(tag)),
    authors: (data.authors ?? [site.author]).map((author) =>
      find(names.authors, author),
    ),
    series: data.series && {
      topic: find(names.series, data.series.id),
      part: data.series.part,
    },
    cover: data.cover,
    featured: data.featured,
    toc: data.toc,
    ads: data.ads,
    callToAction: find(names["calls-to-action"], data.cta ?? site.callToAction),
    callsInText: Object.fromEntries(
      data.body.callsToAction.map((name) => [
        name,
        find(names["calls-to-action"], name),
      ]),
    ),
    reviewedDate: toDate(data.reviewedDate),
    reviewBy,
    isOverdue: isOverdue(reviewBy, data.supersededBy, now),
    supersededBy: data.supersededBy,
    related: data.related,
    sources: data.sources.map((source) => ({
      ...source,
      checked: readArticleDate(source.checked),
    })),
    canonicalUrl: data.canonicalUrl,
    aliases: data.aliases,
    body: data.body,
  };
}

/** What an article names, by collection, the site's defaults where it says nothing. */
export const toNamed = (
  data: Pick<ArticleFields, "category" | "authors" | "series" | "cta"> & {
    tags?: string[] | undefined;
  },
  callsInText: readonly string[] = [],
) => ({
  categories: [data.category],
  tags: data.tags ?? [],
  authors: data.authors ?? [site.author],
  series: data.series ? [data.series.id] : [],
  "calls-to-action": [data.cta ?? site.callToAction, ...callsInText],
});

/** Whether all that an article names is there. In a build it always is; while somebody writes, not always. */
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
