import { readArticleDate, type ArticleDate } from "#model/dates.ts";
import { fonts } from "#own-theme.ts";
import { toSecurityContact } from "#model/security-contact.ts";
import { site } from "#site.ts";
import { addresses, toAbsoluteUrl } from "#urls.ts";

/**
 * /humans.txt (https://humanstxt.org): the authors and the software.
 * @param changed the date of the newest change to an article
 * @param corrections the address of the page about corrections, if there is one
 */
export const toHumans = (
  authors: { title: string; address: string }[],
  changed: ArticleDate | undefined,
  corrections: string | undefined,
): string => `${
  authors.length > 0
    ? `/* WRITTEN BY */

${authors.map(({ title, address }) => `${title}: ${toAbsoluteUrl(address)}`).join("\n")}

`
    : ""
}/* SITE */

Name: ${site.name}
Address: ${toAbsoluteUrl(addresses.home)}
Language: ${site.language}
${site.licence ? `Licence of the texts: ${site.licence.name}, ${site.licence.url}\n` : ""}${changed ? `Last update: ${changed.day}\n` : ""}${corrections ? `Mistakes: ${toAbsoluteUrl(corrections)}\n` : ""}
/* STANDARDS */

HTML, CSS, SVG, WCAG 2.2, RSS 2.0, Atom, JSON Feed 1.1, JSON-LD with schema.org

/* SOFTWARE */

Astro, TypeScript, Pagefind, sharp, Takumi
Typefaces: ${[...new Set([fonts.reading.name, fonts.interface.name])].join(", ")}
`;

/** /.well-known/security.txt (RFC 9116), or undefined without the contact it requires. */
export function toSecurity(
  hasPage: (address: string) => boolean,
  security = site.security,
): string | undefined {
  const contact = toSecurityContact(hasPage, security);
  if (!security || !contact) return undefined;
  const corrections = addresses.page("corrections");
  const policy = hasPage(corrections)
    ? `Policy: ${toAbsoluteUrl(corrections)}\n`
    : "";
  return `Contact: ${contact}
Expires: ${new Date(readArticleDate(security.expires).time).toISOString()}
Preferred-Languages: ${site.language.split("-")[0]}
Canonical: ${toAbsoluteUrl(addresses.security)}
${policy}`;
}
