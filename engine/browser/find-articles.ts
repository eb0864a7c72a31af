import { toAsked, type Match } from "#search/excerpt.ts";
import { fromIndexed } from "#search/index-words.ts";
import { toSeparateTerms, toTerms, type Term } from "#search/query-terms.ts";
import { sharesWord } from "./search-words.ts";

export type Pagefind = {
  options(options: object): Promise<void>;
  search(
    words: string | null,
    options: SearchOptions,
  ): Promise<{ results: PagefindResult[] }>;
  destroy(): Promise<void>;
};
export type SearchOptions = {
  filters: Record<string, string>;
  sort?: Record<string, "asc" | "desc">;
};
type Data = {
  url: string;
  content: string;
  meta: Record<"title" | "description" | "day" | "state" | "kind", string>;
  filters: { category?: string[] };
};
type PagefindResult = {
  id: string;
  score: number;
  words: number[];
  data(): Promise<Data>;
};

export type Result = Pick<PagefindResult, "score" | "data"> & {
  matches: Match[];
};
type Results = Map<string, Result>;

/**
 * Finds the articles with every word of a query, the best first. Words or forms of them count before beginnings of
 * words: if any article has a word, only those are found.
 * @param language in which runs of characters without spaces are cut into words
 */
export async function findArticles(
  pagefind: Pagefind,
  q: string,
  options: SearchOptions,
  language: string,
): Promise<Result[]> {
  const search = async (words: string | null): Promise<PagefindResult[]> => {
    const sort = words === null && { sort: { time: "desc" } as const };
    return (await pagefind.search(words, { ...options, ...sort })).results;
  };
  if (!q)
    return (await search(null)).map((result) => ({ ...result, matches: [] }));
  const findForm = async (form: string): Promise<Results> => {
    const exact = await search(`"${form}"`);
    if (exact.length === 0) return new Map();
    // An exact search ends at the word, but only a search for beginnings ranks, and has all positions.
    const begun = new Map(
      (await search(form)).map((result) => [result.id, result]),
    );
    const asked = toAsked(form);
    return new Map(
      exact.map(({ id, data, words, score }) => [
        id,
        {
          data,
          score: begun.get(id)?.score ?? score,
          matches: [{ asked, exact: words, begun: begun.get(id)?.words ?? [] }],
        },
      ]),
    );
  };
  const findTerm = async ({ forms }: Term) =>
    any(await Promise.all(forms.map(findForm)));
  const findBeginning = async ({ beginning }: Term): Promise<Results> =>
    new Map(
      (await search(beginning)).map(({ id, data, words, score }) => [
        id,
        {
          data,
          score,
          matches: [{ asked: toAsked(beginning), exact: words, begun: [] }],
        },
      ]),
    );

  const terms = toTerms(q);
  const exact = await Promise.all(terms.map(findTerm));
  // No article has the name: look for its words, as in "foo-bar" for foo_bar.
  if (q.includes("_") && exact.some(({ size }) => size === 0))
    return findArticles(pagefind, q.replaceAll("_", " "), options, language);
  const begun = await Promise.all(
    terms.map((term, index) => exact[index]?.size === 0 && findBeginning(term)),
  );
  const found = await keepSharing(
    every(exact.map((results, index) => begun[index] || results)),
    terms.filter((term, index) => begun[index] && !term.isPhrase),
  );
  if (found.length > 0) return found;

  const segmenter = new Intl.Segmenter(language, { granularity: "word" });
  const pieces = toSeparateTerms(q, (characters) =>
    Array.from(segmenter.segment(characters), ({ segment }) => segment),
  );
  return keepSharing(
    every(
      await Promise.all(
        pieces.map(async (term) =>
          any([await findTerm(term), await findBeginning(term)]),
        ),
      ),
    ),
    pieces.filter(({ isPhrase }) => !isPhrase),
  );
}

/** How many of the best results are compared with the query at once. */
const compared = 10;
const mostCompared = 50;

/**
 * The results with each word's beginning. If Pagefind does not know a word, it falls back to the longest prefix that it
 * knows, down to one letter: "aardvark" would find every article with an "a". And it stems beginnings: those of "aws" are
 * those of "aw". The rest is kept if ten results in a row are right.
 */
async function keepSharing(
  results: Result[],
  terms: Term[],
): Promise<Result[]> {
  if (terms.length === 0) return results;
  const kept: Result[] = [];
  // A stemmed beginning of up to three letters has many that only look like it.
  const most = terms.some(({ beginning }) => beginning.length <= 3)
    ? mostCompared
    : compared;
  for (let from = 0; from < most; from += compared) {
    const next = results.slice(from, from + compared);
    const areRight = await Promise.all(
      next.map(async (result) => {
        const { content, meta } = await result.data();
        const text = [content, ...Object.values(meta)]
          .map(fromIndexed)
          .join(" ");
        return terms.every(({ beginning }) => sharesWord(beginning, text));
      }),
    );
    if (!areRight.includes(false)) return [...kept, ...results.slice(from)];
    kept.push(...next.filter((_, index) => areRight[index]));
  }
  return kept;
}

const any = (all: Results[]): Results => {
  const [first = new Map<string, Result>(), ...rest] = all.map(
    (results) => new Map(results),
  );
  for (const results of rest)
    for (const [id, result] of results) {
      const known = first.get(id);
      first.set(id, known ? join(known, result, Math.max) : result);
    }
  return first;
};

const every = ([first = new Map(), ...rest]: Results[]): Result[] =>
  [...first]
    .flatMap(([id, result]) => {
      const others = rest.flatMap((results) => results.get(id) ?? []);
      return others.length < rest.length
        ? []
        : others.reduce(
            (all, other) => join(all, other, (a, b) => a + b),
            result,
          );
    })
    .sort((a, b) => b.score - a.score);

const join = (
  a: Result,
  b: Result,
  toScore: (a: number, b: number) => number,
): Result => ({
  ...a,
  score: toScore(a.score, b.score),
  matches: [...a.matches, ...b.matches],
});
