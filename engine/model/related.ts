import type { Article } from "./article.ts";
import { isCurrent } from "./freshness.ts";

/** An article to read next, and why: "More on AWS and cloud". */
export type Related = { article: Article; reason: string };

const perArticle = 3;
/** Only this many articles of a topic, the nearest in time, are compared, so that the work grows linearly. */
const nearest = 40;
/** Less than any shared tag: see `rarity`. */
const categoryWeight = 0.5;

/**
 * The recommendations for each article, by slug: the writer's choice, or up to three articles that share its rarest
 * tags or its category; ties are broken by date, newest first. Excludes drafts, scheduled and superseded articles,
 * and, unless chosen, neighbours and parts of the same series, which the page links to already.
 * @param articles newest first
 */
export function toRelated(
  articles: readonly Article[],
  tally = { comparisons: 0 },
): Map<string, Related[]> {
  const isOpen = (article: Article) =>
    article.state === "published" && isCurrent(article);
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  /** The indices of the open articles of each topic. */
  const topics = new Map<string, number[]>();
  for (const [index, article] of articles.entries())
    if (isOpen(article))
      for (const topic of toTopics(article)) {
        const group = topics.get(topic);
        if (group) group.push(index);
        else topics.set(topic, [index]);
      }
  const rarity = (tag: string) =>
    Math.log(1 + articles.length / (topics.get(tag)?.length ?? 1));
  const descriptions = new Set(
    articles.flatMap(({ description }) => description.split(/[^\p{L}'’-]+/u)),
  );

  const toReason = (article: Article, other: Article): string => {
    const [first, second] = article.tags
      .filter(({ slug }) => other.tags.some((tag) => tag.slug === slug))
      .sort(
        (a, b) =>
          rarity(b.address) - rarity(a.address) || (a.slug < b.slug ? -1 : 1),
      )
      .map(({ title }) => toMidSentence(title, descriptions));
    if (first) return `More on ${first}${second ? ` and ${second}` : ""}`;
    return article.category.slug === other.category.slug
      ? `More in ${article.category.title}`
      : "Editor’s pick";
  };

  /** How many articles of each topic have been processed: the index in its list. */
  const passed = new Map<string, number>();
  /** The score of each article; all 0 between two calls. An array of numbers takes a tenth of a map's time. */
  const scores = new Float64Array(articles.length);
  const compareScores = (a: number, b: number) =>
    (scores[b] as number) - (scores[a] as number) || a - b;
  const find = (article: Article, index: number): Article[] => {
    const series = article.series?.topic.slug;
    const found: number[] = [];
    for (const topic of toTopics(article)) {
      const group = topics.get(topic) ?? [];
      const middle = passed.get(topic) ?? 0;
      const begin = Math.max(
        0,
        Math.min(middle - nearest / 2, group.length - nearest),
      );
      const weight =
        topic === article.category.address ? categoryWeight : rarity(topic);
      for (const other of group.slice(begin, begin + nearest)) {
        tally.comparisons++;
        if (scores[other] === 0) found.push(other);
        (scores[other] as number) += weight;
      }
      if (isOpen(article)) passed.set(topic, middle + 1);
    }
    const best: number[] = [];
    for (const other of found) {
      if (compareScores(best[perArticle - 1] ?? other, other) < 0) continue;
      const { slug, series: itsSeries } = articles[other] as Article;
      if (
        Math.abs(other - index) <= 1 ||
        slug === article.supersededBy ||
        (series && itsSeries?.topic.slug === series)
      )
        continue;
      best.push(other);
      best.sort(compareScores).splice(perArticle);
    }
    for (const other of found) scores[other] = 0;
    return best.map((other) => articles[other] as Article);
  };

  return new Map(
    articles.map((article, index) => {
      const found = find(article, index);
      const chosen = article.related
        ?.map((slug) => bySlug.get(bySlug.get(slug)?.supersededBy ?? slug))
        .filter((other) => other !== undefined)
        .filter((other) => other !== article && isOpen(other));
      // An empty list means none; a list without published articles counts as no list.
      const isChosen =
        chosen && (chosen.length > 0 || !article.related?.length);
      return [
        article.slug,
        [...new Set(isChosen ? chosen : found)].map((other) => ({
          article: other,
          reason: toReason(article, other),
        })),
      ];
    }),
  );
}

const toTopics = ({ tags, category }: Article): string[] =>
  [...tags, category].map(({ address }) => address);

/** "Slow cooking" → "slow cooking" if some description contains the word "slow"; names keep their capital. */
function toMidSentence(title: string, words: ReadonlySet<string>): string {
  const lower = title.charAt(0).toLowerCase() + title.slice(1);
  const [first = ""] = lower.split(" ");
  return words.has(first) ? lower : title;
}
