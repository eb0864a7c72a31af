/** Splits a text into lines of at most `most` characters, since SVG doesn't wrap. A longer word has a line of its own. */
export const toLines = (text: string, most: number): string[] =>
  text.split(" ").reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    return last !== undefined && `${last} ${word}`.length <= most
      ? [...lines.slice(0, -1), `${last} ${word}`]
      : [...lines, word];
  }, []);
