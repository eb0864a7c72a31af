import {
  cut,
  fold,
  markers,
  run,
  symbol,
  symbols,
  toCodes,
  toIndexed,
  whole,
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
    const words = toWords(part);
    const isQuoted = index % 2 === 1 && index < length - 1;
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
    .map(({ forms: [first = "", second = first], beginning, isPhrase }) =>
      isPhrase
        ? [first || beginning]
        : first.length <= 4
          ? [first]
          : [first, second],
    )
    .reduce((begun, forms) =>
      begun.flatMap((phrase) => forms.map((form) => `${phrase} ${form}`)),
    ),
  beginning: "",
  isPhrase: true,
});

const runAlone = new RegExp(`^${run.source}$`, "u");

const toWords = (text: string): Term[] =>
  text
    .normalize("NFKC")
    // A possessive is a form of its word.
    .replace(/['’]s(?![\p{L}\p{N}])/gu, "")
    .replace(run, " $& ")
    .split(/\s+/)
    .flatMap((part) => (runAlone.test(part) ? toRun(part) : toTermsOf(part)));

/** A run of characters of a script without spaces, as the phrase of its pairs. */
function toRun(characters: string): Term {
  const codes = toCodes(characters.normalize("NFC"));
  const phrase = codes
    .slice(0, Math.max(1, codes.length - 1))
    .join(" ")
    .replaceAll(cut, "");
  return {
    // A single character is the beginning of each pair that it starts.
    forms: codes.length > 1 ? [phrase] : [],
    beginning: phrase,
    isPhrase: true,
  };
}

function toTermsOf(part: string): Term[] {
  const words = toIndexed(part)
    .replaceAll(symbols["."] + cut, symbols["."])
    .replace(markers, "")
    .match(/[\p{L}\p{M}\p{N}\u203f\u2040\u2054\ufe4d]+/gu);
  return (words ?? []).flatMap((found) => {
    const kept = fold(found.replaceAll(whole, ""));
    const beginning = kept.replace(/[\u2040\u2054\ufe4d]/g, "");
    if (!beginning) return [];
    const forms = symbol.test(kept)
      ? // A name with a dot ends with a word that may be whole.
        [kept, kept + whole]
      : kept.length <= 3
        ? [kept + whole, `${kept}s${whole}`, `${kept}s`]
        : [kept + whole, kept, kept.replace(/([aou])e/g, "$1")];
    return { forms: [...new Set(forms)], beginning, isPhrase: false };
  });
}
