import { toPermanentId } from "#model/article.ts";
import { readArticleDate, readNow } from "#model/dates.ts";
import { day } from "#model/fields.ts";
import {
  recordFile,
  toRecordText,
  type PublishedRecord,
} from "#files/published-record.ts";
import { checkContent } from "#check/check-content.ts";
import type { ContentCache, ContentFile } from "#files/content.ts";
import { stateOf } from "#model/published.ts";
import { isError } from "#check/rule.ts";
import {
  editArticle,
  getArticle,
  hasAppeared,
  listEntryAddresses,
  readChecked,
  readSlug,
  readText,
  toAddresses,
  toId,
  toRecordWrites,
  toRefusal,
} from "./article-files.ts";
import { dryRun, readCall, refuseCall, type Command } from "./command.ts";
import { toLocalDay, toPubDate } from "./local-date.ts";
import { carryOut, Refusal, type Plan } from "./plan.ts";

const usage = `npm run publish -- SLUG [SLUG …] [--on 2026-12-01]

Makes drafts public: sets draft to false and pubDate to today, unless it is in the future, and records the address and the
feed id in src/content/published.json. If check finds an error in one of them, nothing changes.

  --on DAY       another publication date, or a time like 2026-12-01T09:00Z
  --keep-day     keep the date in the file, as after an import
  --unrecorded   also record every article that is not a draft, and every page of an own collection, not yet recorded
  --dry-run      print what it would do, without doing it`;

const publish: Command = async (root, args, { say }) => {
  const { values, words } = readCall(args, usage, {
    on: { type: "string" },
    "keep-day": { type: "boolean" },
    unrecorded: { type: "boolean" },
    ...dryRun,
  });
  const plan = await planPublishing(root, words, values, readNow());
  await carryOut(root, plan, values["dry-run"], say);
};
export default publish;

/**
 * Plans to publish articles: they are no longer drafts, their dates are set, their addresses and ids recorded.
 * @param words slugs, addresses or files
 * @throws a Refusal when `check` would find an error in one of them
 */
export async function planPublishing(
  root: string,
  words: readonly string[],
  options: { on?: string; "keep-day"?: boolean; unrecorded?: boolean },
  now: Date,
): Promise<Plan> {
  const on = options.on === undefined ? undefined : readDay(options.on);
  if (on !== undefined && options["keep-day"])
    throw new Refusal("Use --on or --keep-day, not both.", 2);
  const cache: ContentCache = new Map();
  const checked = await readChecked(root, cache);
  const { record: before } = checked;
  const { articles: all } = checked.content.collections;
  const slugs = new Set(words.map(readSlug));
  if (options.unrecorded)
    for (const article of all)
      if (
        stateOf(article, now) !== "draft" &&
        toAddresses(article).some((address) => !before[address])
      )
        slugs.add(article.id);
  if (slugs.size === 0 && !options.unrecorded) {
    const drafts = all.filter((article) => stateOf(article, now) === "draft");
    refuseCall(
      `Which article? ${drafts.length > 0 ? `Drafts: ${drafts.map(({ id }) => id).join(", ")}.` : "There are no drafts."}`,
      usage,
    );
  }

  const writes = new Map<string, string>();
  const record = { ...before };
  const messages: string[] = [];
  const articles: ReturnType<typeof toPublished>[] = [];
  for (const slug of slugs) {
    const article = getArticle(checked, slug);
    const published = toPublished(
      article,
      before,
      options["keep-day"] ? (article.data.pubDate as string) : on,
      now,
    );
    articles.push(published);
    const { address, aliases, id, pubDate, edits } = published;
    const text = await readText(root, article);
    const edited = editArticle(text, article, edits);
    if (edited !== text) {
      writes.set(article.file, edited);
      messages.push(
        `${article.file}: ${edits.map(({ set, value }) => `${set}: ${value}`).join(", ")}.`,
      );
    }
    for (const one of [address, ...aliases]) {
      const entry = record[one];
      if (entry?.retired)
        record[one] = { id: entry.id, published: entry.published };
    }
    const known = before[address];
    messages.push(
      known?.id === id && known.published === pubDate && !known.retired
        ? `${address} is already in ${recordFile}.`
        : `${recordFile}: recorded ${address}, published ${pubDate}, with the feed id ${id}.`,
      ...aliases
        .filter((alias) => !before[alias])
        .map(
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
  const files = articles.map(({ file }) => file);
  const wrong = findings.filter(
    (finding) =>
      isError(finding) &&
      (files.includes(finding.file) ||
        // An address that is recorded stays, so it must be the right page's.
        (options.unrecorded && finding.rule === "article/address")),
  );
  if (wrong.length > 0) throw new Refusal(toRefusal(wrong));

  for (const { address, aliases, id, pubDate } of articles) {
    record[address] = { id, published: pubDate };
    // An alias that was another article's address keeps that article's id.
    for (const alias of aliases)
      if ((record[alias]?.id ?? id) === id)
        record[alias] = { id, published: pubDate };
  }
  if (options.unrecorded)
    for (const address of listEntryAddresses(checked.content))
      if (!record[address] || record[address].retired) {
        record[address] = {
          id: record[address]?.id ?? toPermanentId(address),
          published: record[address]?.published ?? toLocalDay(now),
        };
        messages.push(`${recordFile}: recorded ${address}.`);
      }
  const [first] = articles
    .map(({ pubDate }) => readArticleDate(pubDate))
    .sort((one, other) => one.time - other.time);
  return {
    writes: new Map([...writes, ...toRecordWrites(before, record)]),
    messages:
      messages.length > 0 ? messages : ["Every page is already recorded."],
    next:
      first && first.time > now.getTime()
        ? `npm run build, on ${first.day} or later`
        : "npm run build",
  };
}

/** Milliseconds. An older date may be the day when a draft was begun, or that of an earlier publication. */
const oldDraft = 30 * 24 * 60 * 60 * 1000;

/** An article as it will be published. It keeps the date of its first publication. */
function toPublished(
  article: ContentFile,
  record: PublishedRecord,
  on: string | undefined,
  now: Date,
) {
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
    file: article.file,
    address,
    aliases,
    id,
    pubDate,
    edits: [
      ...(state === "draft" ? [{ set: "draft", value: false }] : []),
      ...(pubDate === written ? [] : [{ set: "pubDate", value: pubDate }]),
    ],
  };
}

/** @throws a Refusal with the right form for a date that is not valid */
function readDay(written: string): string {
  const [issue] = day().safeParse(written).error?.issues ?? [];
  if (!issue) return written;
  const { write } = (issue.code === "custom" && issue.params) || {};
  throw new Refusal(
    `--on: ${issue.message}\n${write ?? "Write a date like 2026-12-01."}`,
    2,
  );
}
