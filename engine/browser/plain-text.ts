const characters: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  nbsp: "\u00a0",
  "#39": "'",
};

/** The text of a post's HTML, with line breaks. To show, never to parse: it may look like HTML itself. */
export const toPlainText = (html: string): string =>
  html
    .replace(/<br\b[^<>]*>|<\/li>/gi, "\n")
    .replace(/<\/p>/gi, "\n\n")
    .replace(/<[^<>]*>/g, "")
    .replace(
      /&(#?\w+);/g,
      (written, name: string) => characters[name] ?? written,
    )
    .trim();
