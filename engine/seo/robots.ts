import type { AiCrawlers } from "#site-settings.ts";
import { addresses, toAbsoluteUrl, toHref } from "#urls.ts";
import { crawlers } from "./crawlers.ts";

/**
 * robots.txt (RFC 9309). A crawler that finds its own name obeys that group alone, everybody else the last one. Nothing
 * is kept from them: a page that is not for search engines says so itself, and has to be read for that.
 */
export function toRobots(choice: AiCrawlers): string {
  const names = crawlers.flatMap(({ training, answering }) => [
    ...(choice === "welcome" ? [] : training),
    ...(choice === "refused" ? answering : []),
  ]);
  const refused = [
    ...names.map((name) => `User-agent: ${name}`),
    `Disallow: ${toHref("/")}`,
    "",
  ];
  return [
    ...(names.length > 0 ? refused : []),
    "User-agent: *",
    `Allow: ${toHref("/")}`,
    "",
    `Sitemap: ${toAbsoluteUrl(addresses.sitemap)}`,
    "",
  ].join("\n");
}
