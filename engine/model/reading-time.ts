/** Silent reading of English prose, words a minute: Brysbaert 2019, https://doi.org/10.1016/j.jml.2019.104047 */
const wordsPerMinute = 238;

/** Whole minutes, at least one. */
export const toMinutes = (words: number): number =>
  Math.max(1, Math.round(words / wordsPerMinute));
