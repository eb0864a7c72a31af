import type { Article } from "./article.ts";
import { toTerm, word as wordForm } from "./terms.ts";

/** A word that more articles, or most of them, share adds nothing; of a topic's articles only the ones nearest in time are looked at. */
const most = 100;
/** What stands in a title or a description says more than the same word in the text. */
const titleWeight = 3;
const descriptionWeight = 2;
/** What it counts to be of one category, beside a shared tag, which counts 1. */
const categoryWeight = 0.3;

/** A word of all articles: at which places it stands, how much it says there, and whether it is mostly a small one. */
export type Word = { places: number[]; weights: number[]; lowerCase: number };
type Entry = { word: Word; form: string; weight: number };
/** Names of topics, and what it counts to share each. */
type Topics = { name: string; weight: number }[];
export type Index = {
  places: Map<string, number>;
  words: Map<string, Word>;
  /** By slug, the words of each article that some other one has too. */
  entries: Map<string, Entry[]>;
  /** What gathers each target with others. */
  targetTopics: Topics[];
  /** Places of every topic's articles. */
  topics: Map<string, number[]>;
  /** How much it says to share what so many have: 1 for two of very many, 0 for what all have. */
  toRarity: (howMany: number) => number;
};

/** The words and topics of articles, those of the targets by their places there. */
export function toIndex(
  articles: readonly Article[],
  targets: readonly Article[],
): Index {
  const places = new Map(targets.map(({ slug }, place) => [slug, place]));
  const words = new Map<string, Word>();
  const topics = new Map<string, number[]>();
  const entries = new Map(
    articles.map((article) => {
      const place = places.get(article.slug);
      const said = [...countWords(article)].map(
        ([term, { form, count, lowerCase }]): Entry => {
          const word = words.get(term) ?? {
            places: [],
            weights: [],
            lowerCase: 0,
          };
          words.set(term, word);
          if (place !== undefined) word.places.push(place);
          word.lowerCase += lowerCase;
          return { word, form, weight: 1 + Math.log(count) };
        },
      );
      return [article.slug, said];
    }),
  );
  for (const [slug, said] of entries) {
    const place = places.get(slug);
    let square = 0;
    for (const entry of said) {
      entry.weight *= Math.log(
        (targets.length + 1) / Math.max(1, entry.word.places.length),
      );
      square += entry.weight ** 2;
    }
    for (const entry of said) {
      entry.weight /= Math.sqrt(square) || 1;
      if (place !== undefined) entry.word.weights.push(entry.weight);
    }
    entries.set(
      slug,
      said.filter(
        ({ word: { places } }) =>
          places.length > 1 &&
          places.length <= Math.min(most, targets.length / 2),
      ),
    );
  }
  const targetTopics = targets.map(toTopics);
  for (const [place, list] of targetTopics.entries())
    for (const { name } of list) {
      const there = topics.get(name) ?? [];
      there.push(place);
      topics.set(name, there);
    }
  const toRarity = (howMany: number) =>
    howMany < 1
      ? 0
      : Math.log(targets.length / howMany) /
          Math.log(targets.length / 2 || 1) || 0;
  return { places, words, entries, targetTopics, topics, toRarity };
}

type Count = { form: string; count: number; lowerCase: number };

/** The words of an article with their weight, each in the form it has in the text. */
function countWords({ title, description, body }: Article): Map<string, Count> {
  const counts = new Map<string, Count>();
  const add = (form: string, count: number) => {
    const term = toTerm(form);
    if (term === undefined) return;
    const known = counts.get(term) ?? { form, count: 0, lowerCase: 0 };
    known.count += count;
    // A capital may be that of a sentence; a small letter is the word's own.
    known.lowerCase += form === form.toLowerCase() ? 3 * count : -count;
    counts.set(term, known);
  };
  for (const [form, count] of Object.entries(body.terms)) add(form, count);
  for (const [form] of title.matchAll(wordForm)) add(form, titleWeight);
  for (const [form] of description.matchAll(wordForm))
    add(form, descriptionWeight);
  return counts;
}

export const toTopics = ({ tags, category }: Article): Topics => [
  ...tags.map(({ slug }) => ({ name: `tag ${slug}`, weight: 1 })),
  { name: `category ${category.slug}`, weight: categoryWeight },
];

/** Of a sorted list of places, so many around one. */
export function toNearest(places: number[], place = 0): number[] {
  if (places.length <= most) return places;
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < place) low = middle + 1;
    else high = middle;
  }
  const first = Math.min(Math.max(0, low - most / 2), places.length - most);
  return places.slice(first, first + most);
}
