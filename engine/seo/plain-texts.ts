import { readArticleDate, type ArticleDate } from "#model/dates.ts";
import { fonts } from "#own-theme.ts";
import { site } from "#site.ts";
import { addresses, toAbsoluteUrl } from "#urls.ts";

/**
 * /humans.txt (https://humanstxt.org): who writes this and what it is made with.
 * @param authors as their pages name them
 * @param changed the day of the newest change to an article
 */
export const toHumans = (
  authors: { title: string; address: string }[],
  changed: ArticleDate | undefined,
): string => `/* WRITTEN BY */

${authors.map(({ title, address }) => `${title}: ${toAbsoluteUrl(address)}`).join("\n")}

/* SITE */

Name: ${site.name}
Address: ${toAbsoluteUrl(addresses.home)}
Language: ${site.language}
Licence of the texts: ${site.licence.name}, ${site.licence.url}
${changed ? `Last update: ${changed.day}\n` : ""}Mistakes: ${toAbsoluteUrl(addresses.page("corrections"))}

/* STANDARDS */

HTML, CSS, SVG, WCAG 2.2, RSS 2.0, Atom, JSON Feed 1.1, JSON-LD with schema.org

/* SOFTWARE */

Astro, TypeScript, Pagefind, sharp, Takumi
Typefaces: ${[...new Set([fonts.reading.name, fonts.interface.name])].join(", ")}
`;

/** /.well-known/security.txt (RFC 9116): where somebody who found a hole in the site says so. */
export const toSecurity = ({ contact, expires } = site.security): string => {
  const corrections = toAbsoluteUrl(addresses.page("corrections"));
  return `Contact: ${contact ?? corrections}
Expires: ${new Date(readArticleDate(expires).time).toISOString()}
Preferred-Languages: ${site.language.split("-")[0]}
Canonical: ${toAbsoluteUrl(addresses.security)}
Policy: ${corrections}
`;
};
