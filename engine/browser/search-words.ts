import { fold, hump } from "#search/index-words.ts";

/** The fields of a query that are filled in (q, category, tag), as URL parameters: "q=bread&tag=baking". */
export const toQuestion = (fields: Iterable<[string, unknown]>) =>
  new URLSearchParams(
    [...fields]
      .map(([name, value]) => [name, String(value).trim()])
      .filter(([, value]) => value),
  );

/** "1 article", "7 articles", "1,204 results". */
export const toCount = (count: number, language: string, areArticles = true) =>
  `${count.toLocaleString(language)} ${areArticles ? "article" : "result"}${count === 1 ? "" : "s"}`;

/** "20260502" → "2026-05-02" and "2 May 2026". */
export const toDay = (
  digits: string,
  language: string,
): [iso: string, text: string] => {
  const iso = digits.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3");
  return [
    iso,
    new Date(iso).toLocaleDateString(language, {
      dateStyle: "medium",
      timeZone: "UTC",
    }),
  ];
};

/** The words of a text, and the parts of names such as GitHub. */
const toWords = (text: string): string[] =>
  fold(`${text} ${text.replace(hump, " ")}`).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Whether a text has a word that begins like a folded one. */
export const sharesWord = (asked: string, text: string): boolean => {
  // Require more than half the word, and three letters: "preserving" matches "preserved", "orchid" doesn't match "or".
  const enough = Math.max(
    Math.floor(asked.length / 2) + 1,
    Math.min(3, asked.length),
  );
  const beginning = asked.slice(0, enough);
  return toWords(text).some((word) => word.startsWith(beginning));
};
