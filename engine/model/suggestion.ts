import { distance } from "fastest-levenshtein";

/** What other systems call our fields, by their name in lower case: for "did you mean", never to mend by. */
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

/** The nearest of some names to one that is not among them, if it is near enough to be a slip: `most` letters away. */
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
    // Names that differ more in length than that are most of 10,000, and no distance need be counted.
    if (Math.abs(name.length - written.length) > enough) continue;
    const away = distance(lower, name.toLowerCase());
    if (away <= enough && away < least) [nearest, least] = [name, away];
  }
  return nearest;
}
