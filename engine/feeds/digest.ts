import { toPermanentId, type Article } from "#model/article.ts";
import { formatDay, readArticleDate } from "#model/dates.ts";
import { newestChange } from "#model/listing.ts";
import { toMinutes } from "#model/reading-time.ts";
import { toPastWeeks, type Week } from "#model/weeks.ts";
import { site } from "#site.ts";
import { addresses, toAbsoluteUrl } from "#urls.ts";
import { toCardPicture, type FeedEntry } from "./entry.ts";
import { publisher, toNewest, type Feed } from "./feed.ts";
import { xml } from "./xml.ts";

const weeksInDigest = 26;

/**
 * A feed with one entry for each past week. Editing an article changes the entry's text but not its id or date, so that no
 * email goes out twice.
 * @param articles newest first
 */
export function toDigest(articles: readonly Article[], now: Date): Feed {
  const weeks = toPastWeeks(articles, now).slice(0, weeksInDigest);
  const changed = newestChange(weeks.flatMap(({ articles }) => articles));
  const links = { self: toAbsoluteUrl(addresses.digest) };
  return {
    id: toId(""),
    title: `${site.name}: the week`,
    description: `New on ${site.name}, weekly.`,
    language: site.language,
    url: toAbsoluteUrl(addresses.home),
    isArchive: false,
    updated: toNewest([
      ...weeks.map(({ to }) => +to),
      ...(changed ? [changed.time] : []),
    ]),
    entries: weeks.map(toWeekEntry),
    links: { rss: links, atom: links, json: links },
  };
}

const toId = (week: string): string =>
  toPermanentId(addresses.page("newsletter") + week);

function toWeekEntry({ name, from, to, articles }: Week): FeedEntry {
  const [newest] = articles as [Article, ...Article[]];
  return {
    id: toId(name),
    url: toAbsoluteUrl(
      `${addresses.year(newest.pubDate.day.slice(0, 4))}#${name}`,
    ),
    title: `${toCount(articles.length)}, ${toDays(from, to)}`,
    summary: articles.map(({ title }) => title).join(" · "),
    html: articles.map(toHtml).join(""),
    published: to,
    day: formatDay(readArticleDate(to.toISOString())),
    updated: to,
    authors: [publisher],
    categories: [],
    picture: toCardPicture(newest.address),
  };
}

const toHtml = ({ title, address, description, authors, body }: Article) =>
  xml`
    <h2><a href="${toAbsoluteUrl(address)}">${title}</a></h2>
    <p>${description}</p>
    <p>${authors.map(({ title }) => title).join(", ")} · ${toMinutes(body.words)} min read</p>`
    .markup;

const words = "One Two Three Four Five Six Seven Eight Nine".split(" ");
const toCount = (count: number): string =>
  `${words[count - 1] ?? count} new ${count === 1 ? "article" : "articles"}`;

const days = new Intl.DateTimeFormat(site.language, {
  dateStyle: "long",
  timeZone: "UTC",
});
/** "16–22 November 2026", "28 September – 4 October 2026": `to` is exclusive. */
const toDays = (from: Date, to: Date): string =>
  days
    .formatRange(from, new Date(+to - 1))
    // The spaces around the dash depend on the ICU version.
    .replace(/\s*–\s*/, " – ")
    .replace(/^(\d+) – (?=\d)/, "$1–");
