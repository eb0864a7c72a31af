/** The names of our fields in other systems, in lower case: for suggestions, not for fixes. */
const namesElsewhere = {
  pubDate: "date published publisheddate publishdate",
  updatedDate: "lastmod modified updated",
  description: "summary excerpt subtitle",
  cover: "heroimage image thumbnail",
  aliases: "redirect_from",
  canonicalUrl: "canonical canonical_url",
  id: "guid",
  category: "topic section",
  tags: "keywords",
};
export const toOurName = (name: string) =>
  Object.entries(namesElsewhere).find(([, others]) =>
    others.split(" ").includes(name.toLowerCase()),
  )?.[0];

/** Returns the name nearest to a misspelt one, at most `most` edits away; undefined if none is near enough. */
export function toSuggestion(
  written: string,
  names: readonly string[],
  most = Infinity,
): string | undefined {
  const lower = written.toLowerCase();
  let nearest: string | undefined;
  let least = Infinity;
  for (const name of names) {
    const enough = Math.min(
      most,
      name.length < 4 ? 1 : Math.max(2, Math.floor(name.length / 3)),
    );
    // Longer strings are not misspelt names.
    if (name.length > 250) continue;
    if (Math.abs(name.length - written.length) > enough) continue;
    const away = countEdits(lower, name.toLowerCase(), enough);
    if (away < least) [nearest, least] = [name, away];
  }
  return nearest;
}

/** ' Did you mean "x"?', to follow a problem; empty without a suggestion. */
export const toHint = (meant: string | undefined, quote = '"'): string =>
  meant === undefined ? "" : ` Did you mean ${quote}${meant}${quote}?`;

/** The characters to add, remove or replace between two words (Levenshtein); Infinity if they are more than `most`. */
function countEdits(a: string, b: string, most: number): number {
  const row = Uint16Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let index = 0; index < a.length; index++) {
    // Cells further from the diagonal have more edits.
    const from = Math.max(0, index - most);
    let before = row[from] as number;
    let edits = from === 0 ? index + 1 : most + 1;
    let least = (row[from] = edits);
    for (let at = from; at < Math.min(b.length, index + most + 1); at++) {
      const above = row[at + 1] as number;
      const replaced = before + (a[index] === b[at] ? 0 : 1);
      edits = Math.min(edits + 1, above + 1, replaced);
      row[at + 1] = edits;
      least = Math.min(least, edits);
      before = above;
    }
    if (least > most) return Infinity;
  }
  const edits = row[b.length] as number;
  return edits > most ? Infinity : edits;
}
