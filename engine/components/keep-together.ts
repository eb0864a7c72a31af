/** Joins a short word at the start of a sentence to the next word, so that no line of a title ends in "iron? The". */
export const keepTogether = (title: string): string =>
  title.replace(/([?!.:] \p{L}{1,3}) /gu, "$1\u00a0");
