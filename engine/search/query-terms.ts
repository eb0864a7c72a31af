import {
  fold,
  run,
  symbol,
  toClean,
  toCodes,
  toPlainText,
  toSymbols,
  whole,
  wholePart,
} from "./index-words.ts";

/** A word or a phrase of a query. */
export type Term = {
  /** The word or its own forms, as phrases of indexed words; any of them will do. */
  forms: string[];
  /** Its beginning, for when no article has the word; empty for a phrase in quotation marks. */
  beginning: string;
  /** Whether it is a phrase, which cannot be continued. */
  isPhrase: boolean;
};

/** The words and phrases of a query. */
export const toTerms = (q: string): Term[] =>
  q.split(/["“”„]/).flatMap((part, index, { length }) => {
    const isQuoted = index % 2 === 1 && index < length - 1;
    const words = toWords(part, isQuoted);
    return isQuoted && words.length > 1 ? toPhrase(words) : words;
  });

/** Each word by itself, for when no article has all words and phrases. */
export const toSeparateTerms = (
  q: string,
  segment: (characters: string) => string[],
): Term[] =>
  toWords(q.replace(run, (characters) => segment(characters).join(" ")));

/** A phrase of words as they are written, whole or not. */
const toPhrase = (words: Term[]): Term => ({
  forms: words
    .slice(0, 5)
    .map(({ forms, beginning, isPhrase }) =>
      isPhrase ? [forms[0] ?? beginning] : forms.slice(0, 2),
    )
    .reduce((begun, forms) =>
      begun.flatMap((phrase) => forms.map((form) => `${phrase} ${form}`)),
    ),
  beginning: "",
  isPhrase: true,
});

const runAlone = new RegExp(`^${run.source}$`, "u");

const toWords = (text: string, isQuoted = false): Term[] =>
  toClean(text)
    // A possessive is a form of its word.
    .replace(/['’]s(?![\p{L}\p{N}])/gu, "")
    .replace(run, " $& ")
    .split(/\s+/)
    .flatMap((part) =>
      runAlone.test(part) ? toRun(part) : toTermsOf(part, isQuoted),
    );

/** A run of characters of a script without spaces, as the phrase of its pairs. */
function toRun(characters: string): Term {
  const codes = toCodes(characters).map((code) => code.replace(/[^a-z]/g, ""));
  const phrase = codes.slice(0, Math.max(1, codes.length - 1)).join(" ");
  return {
    // A single character is the beginning of each pair that it starts.
    forms: codes.length > 1 ? [phrase] : [],
    beginning: phrase,
    isPhrase: true,
  };
}

/** Pagefind keeps `_` in a word. */
const written = /[\p{L}\p{M}\p{N}_\u2040\u2054\ufe4d]+/gu;

function toTermsOf(part: string, isQuoted: boolean): Term[] {
  const words = toSymbols(toPlainText(part)).match(written) ?? [];
  // The parts of a token have the same position, so in a phrase it is one word: "COVID-19 tests".
  return (isQuoted ? [words.join("")] : words).flatMap((word) => {
    const kept = fold(word);
    const beginning = kept.replace(/[\u2040\u2054\ufe4d]/g, "");
    if (!/[\p{L}\p{N}]/u.test(beginning)) return [];
    // Of SAA-C03, Pagefind indexes "saa" and "03", since it takes a digit for a new part and no single letter.
    const [, number] =
      (words.length > 1 && /^\p{L}+(\p{N}{2,})$/u.exec(kept)) || [];
    const forms = symbol.test(kept)
      ? // A name with a dot ends with a word that may be whole.
        [kept, kept + whole]
      : kept.length <= 3
        ? [
            ...[kept, `${kept}s`].flatMap((form) => [
              form + whole,
              form + wholePart,
            ]),
            `${kept}s`,
          ]
        : [
            kept + whole,
            kept,
            kept + wholePart,
            kept.replace(/([aou])e/g, "$1"),
          ];
    if (number) forms.push(number + whole, number + wholePart);
    return { forms: [...new Set(forms)], beginning, isPhrase: false };
  });
}
