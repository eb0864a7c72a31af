import { distance } from "fastest-levenshtein";

/** Names of our fields in other systems, in lower case: for suggestions, not for fixes. */
export const namesElsewhere: Readonly<Record<string, string>> = {
  date: "pubDate",
  published: "pubDate",
  publisheddate: "pubDate",
  publishdate: "pubDate",
  lastmod: "updatedDate",
  modified: "updatedDate",
  updated: "updatedDate",
  summary: "description",
  excerpt: "description",
  subtitle: "description",
  heroimage: "cover",
  image: "cover",
  thumbnail: "cover",
  redirect_from: "aliases",
  canonical: "canonicalUrl",
  canonical_url: "canonicalUrl",
  guid: "id",
  topic: "category",
  section: "category",
  keywords: "tags",
};

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
    // Skip names of very different length without computing a distance.
    if (Math.abs(name.length - written.length) > enough) continue;
    const away = distance(lower, name.toLowerCase());
    if (away <= enough && away < least) [nearest, least] = [name, away];
  }
  return nearest;
}
