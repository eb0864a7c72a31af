/** Keeps a short word that begins a sentence with what follows it: no line of a title ends in "iron? The". */
export const keepTogether = (title: string): string =>
  title.replace(/([?!.:] \p{L}{1,3}) /gu, "$1\u00a0");
