/** What the search says and writes, apart from the page it stands on. */
import { language } from "./facts/language.ts";

/** What a reader asks: words, and a category's and a tag's slug, each empty where nothing is asked. */
export type Question = { q: string; category: string; tag: string };

const names = ["q", "category", "tag"] as const;

/** Reads a question from the parameters of an address, or from a form's fields. */
export const toQuestion = (given: { get(name: string): unknown }): Question => {
  const [q, category, tag] = names.map((name) =>
    String(given.get(name) ?? "").trim(),
  ) as [string, string, string];
  return { q, category, tag };
};

/** Writes it as the parameters of an address, "?q=bread&tag=baking"; nothing for what is not asked. */
export const toParameters = (question: Question): string => {
  const parameters = new URLSearchParams(
    names.flatMap((name) => (question[name] ? [[name, question[name]]] : [])),
  );
  return parameters.size > 0 ? `?${parameters}` : "";
};

/** "1 article", "7 articles", "1,204 articles". */
export const toCount = (count: number): string =>
  `${count.toLocaleString(language)} ${count === 1 ? "article" : "articles"}`;

/** Takes Pagefind's excerpt apart: every second piece is a word that was found. Nothing in a piece is HTML. */
export const toPieces = (excerpt: string): string[] =>
  excerpt
    .split(/<\/?mark>/)
    .map((piece) => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));

/** "20260502" → "2026-05-02" and how readers say it. */
export const toDay = (digits: string): { iso: string; text: string } => {
  const iso = digits.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  const text = new Date(iso).toLocaleDateString(language, {
    dateStyle: "medium",
    timeZone: "UTC",
  });
  return { iso, text };
};

const toWords = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Whether a text has something like each word of a question. For a word that is nowhere Pagefind takes the longest
 * beginning of it that is somewhere, down to one letter: "aardvark" would find every article with an "a".
 */
export const sharesWords = (q: string, text: string): boolean => {
  const words = [...new Set(toWords(text))];
  return toWords(q).every((asked) => {
    // More than half of it, and three letters: "preserving" is like "preserved", "orchid" is not like "or".
    const enough = Math.max(
      Math.floor(asked.length / 2) + 1,
      Math.min(3, asked.length),
    );
    return words.some((word) => word.includes(asked.slice(0, enough)));
  });
};
