/** Silent reading of English prose, in words per minute: Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047 */
const wordsPerMinute = 238;

/** Counts words as readers do: "hands-on" and "don't" are one each. */
const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

/** The letters of scripts without spaces between words, and how many are read in a minute. */
const scripts = [
  {
    letter:
      /[[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Bopomofo}]&&\p{L}]/gv,
    perMinute: 500,
  },
  // About as many as there are in 238 words.
  {
    letter:
      /[[\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}\p{scx=Tibetan}]&&\p{L}]/gv,
    perMinute: 1000,
  },
];

/** The words in a text; letters of scripts without spaces count as the words that take as long to read. */
export function countWords(text: string): number {
  let words = 0;
  let spaced = text;
  // No script without spaces has letters below Thai.
  if (/[\u0e00-\uffff]/.test(text))
    for (const { letter, perMinute } of scripts) {
      const letters = spaced.match(letter)?.length ?? 0;
      words += (letters * wordsPerMinute) / perMinute;
      if (letters > 0) spaced = spaced.replace(letter, " ");
    }
  return words + (spaced.match(word)?.length ?? 0);
}

/** Whole minutes, at least one. */
export const toMinutes = (words: number): number =>
  Math.max(1, Math.round(words / wordsPerMinute));
