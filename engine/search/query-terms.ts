import {
  cut,
  markers,
  run,
  symbol,
  symbols,
  toCodes,
  toIndexed,
  toLetters,
  whole,
} from "./index-words.ts";

/** A word of a query. */
export type Term = {
  /** The word or its own forms, as phrases of indexed words; any of them will do. */
  forms: string[];
  /** Its beginning, for when no article has the word. */
  beginning: string;
  /** Whether it is a phrase of encoded pairs, which cannot be continued. */
  isPhrase: boolean;
};

/**
 * The words of a query.
 * @param segment cuts a run of a script without spaces into words; otherwise the run is one phrase
 */
export const toTerms = (
  q: string,
  segment: (characters: string) => string[] = (characters) => [characters],
): Term[] => {
  const text = q
    .normalize("NFKC")
    .replace(run, (characters) => ` ${segment(characters).join(" ")} `);
  return text.split(/\s+/).flatMap((part): Term | Term[] => {
    if (new RegExp(`^${run.source}$`, "u").test(part)) {
      const codes = toCodes(part.normalize("NFC"));
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
    const words = toIndexed(part)
      .replaceAll(symbols["."] + cut, symbols["."])
      .replace(markers, "")
      .match(/[\p{L}\p{M}\p{N}\u203f\u2040\u2054\ufe4d'’]+/gu);
    return (words ?? []).flatMap((found) => {
      const kept = toLetters(found.replaceAll(whole, ""));
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
  });
};
