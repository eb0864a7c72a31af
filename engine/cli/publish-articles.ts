import { toState } from "#model/published.ts";
import { readArticleDate, toArticleDate } from "#model/dates.ts";
import { toReadings } from "#model/date-forms.ts";
import type { Edit } from "#files/front-matter.ts";
import {
  recordFile,
  toRecordText,
  type PublishedRecord,
} from "#files/published-record.ts";
import { checkContent } from "#check/check-content.ts";
import {
  stateOf,
  type ContentCache,
  type ContentFile,
} from "#files/content.ts";
import { isError } from "#check/rule.ts";
import {
  editArticle,
  getArticle,
  getRecord,
  hasAppeared,
  readSlug,
  readText,
  toAddresses,
  toId,
  toRefusal,
} from "./article-files.ts";
import { toPubDate } from "./local-date.ts";
import { Refusal, type Plan } from "./plan.ts";
import { withProgress } from "./command.ts";

/**
 * What publishing some articles changes: they are no drafts, their day is set, their addresses and ids are written
 * down. Nothing changes when `check` would find something wrong with one of them.
 * @param words slugs, addresses or files
 * @param options `on` a day or an instant; `keep-day` the one that stands there; `unrecorded` takes every article too that is no draft and not recorded
 */
export async function planPublishing(
  root: string,
  words: readonly string[],
  options: {
    on?: string | undefined;
    "keep-day"?: boolean | undefined;
    unrecorded?: boolean | undefined;
  },
  now: Date,
): Promise<Plan> {
  const on = options.on === undefined ? undefined : readDay(options.on);
  if (on !== undefined && options["keep-day"])
    throw new Refusal("Use --on or --keep-day, not both.", 2);
  const cache: ContentCache = new Map();
  const checked = await withProgress("Reading", (step) =>
    checkContent(root, cache, step),
  );
  const before = getRecord(checked);
  const slugs = new Set(words.map(readSlug));
  if (options.unrecorded)
    for (const article of checked.content.collections.articles)
      if (
        stateOf(article, now) !== "draft" &&
        toAddresses(article).some((address) => !before[address])
      )
        slugs.add(article.id);

  const writes = new Map<string, string>();
  const record = { ...before };
  const messages: string[] = [];
  const articles: ({ slug: string } & Published)[] = [];
  for (const slug of slugs) {
    const article = getArticle(checked, slug);
    const published = toPublished(
      article,
      before,
      options["keep-day"] ? (article.data.pubDate as string) : on,
      now,
    );
    const { address, id, pubDate, edits } = published;
    const text = await readText(root, article);
    const edited = editArticle(text, article, edits);
    if (edited !== text) writes.set(article.file, edited);
    for (const one of toAddresses(article)) {
      const entry = record[one];
      if (entry?.retired)
        record[one] = { id: entry.id, published: entry.published };
    }
    articles.push({ slug, ...published });
    const known = before[address];
    const isKnown =
      known?.id === id && known.published === pubDate && !known.retired;
    const led = published.aliases.filter((alias) => !before[alias]);
    if (edited !== text) messages.push(`${article.file}: ${toWords(edits)}.`);
    messages.push(
      isKnown
        ? `${address} is already in ${recordFile}${edited === text && led.length === 0 ? ": nothing to change" : ""}.`
        : `${recordFile}: recorded ${address}, published ${pubDate}, with the feed id ${id}.`,
      ...led.map(
        (alias) => `${recordFile}: recorded ${alias}, which redirects to it.`,
      ),
    );
  }

  // The record without the new entries, which would agree with any id.
  const { findings } = await checkContent(
    root,
    cache,
    undefined,
    new Map([...writes, [recordFile, toRecordText(record)]]),
  );
  const files = new Set(
    [...slugs].map((slug) => getArticle(checked, slug).file),
  );
  const wrong = findings.filter(
    (finding) => files.has(finding.file) && isError(finding),
  );
  if (wrong.length > 0) throw new Refusal(toRefusal(wrong));

  for (const { address, aliases, id, pubDate } of articles) {
    record[address] = { id, published: pubDate };
    // An alias that was another article's address keeps that article's id.
    for (const alias of aliases)
      if ((record[alias]?.id ?? id) === id)
        record[alias] = { id, published: pubDate };
  }
  const text = toRecordText(record);
  if (text !== toRecordText(before)) writes.set(recordFile, text);
  const [first, ...others] = articles
    .map(({ pubDate }) => readArticleDate(pubDate))
    .sort((one, other) => one.time - other.time);
  return {
    writes,
    messages:
      messages.length > 0
        ? messages
        : ["Every article that is not a draft is already recorded."],
    next:
      first && first.time > now.getTime()
        ? `npm run build, on ${first.day} or later: ${others.length > 0 ? "then the first one is published" : "then it is published"}.`
        : "npm run build",
    facts: {
      articles: articles.map(({ edits: _, ...article }) => article),
    },
  };
}

/** After so long nobody knows whether a draft's day is that of its first line or of its first readers: 30 days. */
const oldDraft = 30 * 24 * 60 * 60 * 1000;

type Published = {
  address: string;
  /** Old addresses that lead to it: they are published with it. */
  aliases: string[];
  id: string;
  pubDate: string;
  state: string;
  edits: Edit[];
};

/** An article as it is once it is published. The day it first appeared stays, however often it comes and goes. */
function toPublished(
  article: ContentFile,
  record: PublishedRecord,
  on: string | undefined,
  now: Date,
): Published {
  const [address = "", ...aliases] = toAddresses(article);
  const id = toId(article);
  const written = article.data.pubDate as string;
  const state = stateOf(article, now);
  const first = [address, ...aliases]
    .map((one) => record[one])
    .find((entry) => entry && entry.id === id && hasAppeared(entry, now));
  const stays = state === "published" ? written : first?.published;
  if (stays !== undefined && on !== undefined && on !== stays)
    throw new Refusal(
      `${article.file} was published on ${readArticleDate(stays).day}: its publication date cannot change.\nRun it without --on.`,
    );
  // A future date in a draft was chosen on purpose: publishing too early cannot be undone.
  const age = now.getTime() - readArticleDate(written).time;
  // An alias or feed id means it was published elsewhere before, on the date in the file.
  const wasOut = aliases.length > 0 || typeof article.data.id === "string";
  const isKept = state !== "draft" || age < 0 || wasOut;
  if (stays === undefined && on === undefined && !isKept && age > oldDraft)
    throw new Refusal(
      `${article.file} has the date ${readArticleDate(written).day}, which has passed.\nWrite --keep-day if it was published then, or --on ${toPubDate(now)} to publish it now.`,
      2,
    );
  const pubDate = stays ?? on ?? (isKept ? written : toPubDate(now));
  return {
    address,
    aliases,
    id,
    pubDate,
    state: toState({ pubDate }, now),
    edits: [
      ...(state === "draft" ? [{ set: "draft", value: false }] : []),
      ...(pubDate === written ? [] : [{ set: "pubDate", value: pubDate }]),
    ],
  };
}

const toWords = (edits: readonly Edit[]): string =>
  edits
    .map((edit) => ("set" in edit ? `${edit.set}: ${edit.value}` : ""))
    .join(", ");

/** A day as `pubDate` takes it; for one in another order the way to write it. */
function readDay(written: string): string {
  const date = toArticleDate(written);
  if (typeof date === "object") return written;
  const readings = toReadings(written);
  throw new Refusal(
    date === "calendar"
      ? `${written} is not a day in the calendar.\nUse --on with a date like 2026-12-01.`
      : `"${written}" is not a valid date.\nWrite --on ${readings.join(" or --on ") || "with a date like 2026-12-01"}.`,
    2,
  );
}
