/** Pure functions of the search interface. */

/** The fields of a query that are filled in (q, category, tag), as URL parameters: "q=bread&tag=baking". */
export const toQuestion = (
  fields: Iterable<[string, unknown]>,
): URLSearchParams =>
  new URLSearchParams(
    [...fields]
      .map(([name, value]) => [name, String(value).trim()])
      .filter(([, value]) => value),
  );

/** "1 article", "7 articles", "1,204 articles". */
export const toCount = (count: number, language: string): string =>
  `${count.toLocaleString(language)} ${count === 1 ? "article" : "articles"}`;

/** Splits Pagefind's excerpt into plain text; every second piece is a match. */
export const toPieces = (excerpt: string): string[] =>
  excerpt
    .split(/<\/?mark>/)
    .map((piece) => piece.replaceAll("&lt;", "<").replaceAll("&gt;", ">"));

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

const toWords = (text: string): string[] =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Whether a text contains something like every word of a query. For a word it can't find, Pagefind falls back to the
 * longest prefix it can, down to one letter: "aardvark" would match every article with an "a".
 */
export const sharesWords = (q: string, text: string): boolean => {
  const words = [...new Set(toWords(text))];
  return toWords(q).every((asked) => {
    // Require more than half the word, and three letters: "preserving" matches "preserved", "orchid" doesn't match
    // "or".
    const enough = Math.max(
      Math.floor(asked.length / 2) + 1,
      Math.min(3, asked.length),
    );
    return words.some((word) => word.includes(asked.slice(0, enough)));
  });
};
