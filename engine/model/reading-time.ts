/** Silent reading of English prose, in words per minute: Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047 */
const wordsPerMinute = 238;

/** Counts words as readers do: "hands-on" and "don't" are one each. */
const word = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

export const countWords = (text: string): number =>
  text.match(word)?.length ?? 0;

/** Whole minutes, at least one. */
export const toMinutes = (words: number): number =>
  Math.max(1, Math.round(words / wordsPerMinute));
