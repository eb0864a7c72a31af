import type { Article, Topic } from "./article.ts";
import { isCurrent } from "./freshness.ts";
import {
  toIndex,
  toNearest,
  toTopics,
  type Index,
  type Word,
} from "./related-index.ts";
import { toTerm } from "./terms.ts";

/** An article that a reader of another may want next, and what the two share: "also about AWS and cloud". */
export type Related = { article: Article; reason: string };

const perArticle = 3;
/** What it counts when two texts are the same, beside a shared tag that nobody else has, which counts 1. */
const textWeight = 2;
/** What two articles must share at least. */
const least = 0.05;

/**
 * What to read after each article, by slug: what its writer chose, otherwise up to three that share most with it. Never
 * one that is not out or was replaced, nor, unless chosen, its neighbours and the parts of its series, which are on the
 * page already. The same articles get the same answer; the work grows as their number does.
 * @param articles newest first; `supersededBy` names one of them or none
 * @param tally counts how often one article is looked at for another
 */
export function toRelated(
  articles: readonly Article[],
  tally = { looks: 0 },
): Map<string, Related[]> {
  const isOpen = (article: Article) =>
    article.state === "published" && isCurrent(article);
  const targets = articles.filter(isOpen);
  const bySlug = new Map(articles.map((article) => [article.slug, article]));
  const index = toIndex(articles, targets);
  /** Likeness of texts to the article at hand; the mark says whose numbers stand there. */
  const likeness = new Float64Array(targets.length);
  const marks = new Int32Array(targets.length).fill(-1);

  const findFor = (article: Article, mark: number): Related[] => {
    const found: number[] = [];
    const look = (place: number, amount: number) => {
      tally.looks++;
      if (marks[place] !== mark) {
        marks[place] = mark;
        likeness[place] = 0;
        found.push(place);
      }
      likeness[place]! += amount;
    };
    for (const { word, weight } of index.entries.get(article.slug) ?? [])
      for (const [nth, place] of word.places.entries())
        look(place, weight * word.weights[nth]!);
    const own = new Map<string, number>();
    for (const { name, weight } of toTopics(article)) {
      const places = index.topics.get(name) ?? [];
      own.set(name, weight * index.toRarity(places.length));
      for (const place of toNearest(places, index.places.get(article.slug)))
        look(place, 0);
    }

    const series = article.series?.topic.slug;
    const isOfSeries = (other: Article) =>
      series !== undefined && other.series?.topic.slug === series;
    const skipped = new Set([
      article.slug,
      article.supersededBy,
      articles[mark - 1]?.slug,
      articles[mark + 1]?.slug,
    ]);
    const best: { article: Article; score: number }[] = [];
    for (const place of found) {
      let score = textWeight * likeness[place]!;
      for (const { name } of index.targetTopics[place]!)
        score += own.get(name) ?? 0;
      // Sums of the same numbers in another order differ in their last digits.
      score = Math.round(score * 1e9) / 1e9;
      if (score < (best[perArticle - 1]?.score ?? least)) continue;
      const other = targets[place]!;
      if (skipped.has(other.slug) || isOfSeries(other)) continue;
      best.push({ article: other, score });
      best.sort(
        (a, b) =>
          b.score - a.score || (a.article.slug < b.article.slug ? -1 : 1),
      );
      best.length = Math.min(best.length, perArticle);
    }
    return best.map(({ article: other }) => toReasoned(article, other, index));
  };

  return new Map(
    articles.map((article, mark) => {
      const chosen = article.related
        ?.map((slug) => bySlug.get(bySlug.get(slug)?.supersededBy ?? slug))
        .filter((other) => other !== undefined)
        .filter((other) => other !== article && isOpen(other));
      return [
        article.slug,
        // What is not out leaves no gap; who chose none gets none.
        chosen && (chosen.length > 0 || article.related?.length === 0)
          ? [...new Set(chosen)].map((one) => toReasoned(article, one, index))
          : findFor(article, mark),
      ];
    }),
  );
}

function toReasoned(article: Article, other: Article, index: Index): Related {
  return { article: other, reason: toReason(article, other, index) };
}

const join = (words: string[]) => words.join(" and ");

/** The two rarest tags that both have, the category, or the two words that say most in both. */
function toReason(article: Article, other: Article, index: Index): string {
  const { topics, entries, words, toRarity } = index;
  const theirs = new Set(other.tags.map(({ slug }) => slug));
  const howMany = ({ slug }: Topic) => topics.get(`tag ${slug}`)?.length ?? 0;
  const tags = article.tags
    .filter((tag) => theirs.has(tag.slug) && toRarity(howMany(tag)) > 0)
    .sort((a, b) => howMany(a) - howMany(b) || (a.slug < b.slug ? -1 : 1));
  if (tags.length > 0)
    return `also about ${join(tags.slice(0, 2).map(({ title }) => toMidSentence(title, words)))}`;
  if (article.category.slug === other.category.slug)
    return `also in ${article.category.title}`;
  const weights = new Map(
    (entries.get(other.slug) ?? []).map(({ word, weight }) => [word, weight]),
  );
  const shared = (entries.get(article.slug) ?? [])
    .map((entry) => ({
      ...entry,
      weight: entry.weight * (weights.get(entry.word) ?? 0),
    }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || (a.form < b.form ? -1 : 1));
  return shared.length > 0
    ? `also mentions ${join(shared.slice(0, 2).map(({ form, word }) => (word.lowerCase > 0 ? form.toLowerCase() : form)))}`
    : "chosen by the writer of this one";
}

/** A title within a sentence: "Slow cooking" → "slow cooking", but BBQ and Provence as they are. */
function toMidSentence(title: string, words: Map<string, Word>): string {
  const [first = ""] = /^\p{Lu}[\p{Ll}'’-]+(?!\p{L})/u.exec(title) ?? [];
  const known = words.get(toTerm(first) ?? "");
  return known && known.lowerCase < 0
    ? title
    : first.toLowerCase() + title.slice(first.length);
}
