import type { AiCrawlers } from "#site-settings.ts";
import { addresses, toAbsoluteUrl, toHref } from "#urls.ts";
import { crawlers } from "./crawlers.ts";

/**
 * robots.txt (RFC 9309). A crawler obeys the group with its name, or else the last one. No page is disallowed: a crawler
 * has to read a page to see its `noindex`.
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
