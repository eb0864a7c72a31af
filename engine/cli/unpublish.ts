import { readNow } from "#model/dates.ts";
import { recordedSchema, recordFile } from "#files/published-record.ts";
import { stateOf } from "#model/published.ts";
import { addresses } from "#urls.ts";
import {
  editArticle,
  getArticle,
  hasAppeared,
  listEntryAddresses,
  noArticle,
  readChecked,
  readSlug,
  readText,
  toAddresses,
  toId,
  toRecordWrites,
} from "./article-files.ts";
import { dryRun, readCall, refuseCall, type Command } from "./command.ts";
import { toLocalDay } from "./local-date.ts";
import { carryOut, Refusal, type Plan } from "./plan.ts";

const usage = `npm run unpublish -- SLUG [--reason "The tool is no longer made."]

Makes an article a draft again. If readers could have seen it, its address then says that it was withdrawn, when, and why
if you give a reason. For a page of an own collection whose file you deleted, write its address instead.

  --reason TEXT   the reason, as a sentence for readers
  --dry-run       print what it would do, without doing it`;

const unpublish: Command = async (root, args, { say }) => {
  const options = { reason: { type: "string" }, ...dryRun } as const;
  const { values, words } = readCall(args, usage, options, 1);
  const [slug] = words;
  if (slug === undefined) refuseCall("Which article?", usage);
  const plan = await planUnpublishing(root, slug, values.reason, readNow());
  await carryOut(root, plan, values["dry-run"], say);
};
export default unpublish;

/** Plans to withdraw an article, even one whose file is gone. Addresses that readers could have seen will say so. */
export async function planUnpublishing(
  root: string,
  word: string,
  reason: string | undefined,
  now: Date,
): Promise<Plan> {
  const issue = recordedSchema.shape.reason.safeParse(reason).error?.issues[0];
  if (issue)
    throw new Refusal(
      `--reason: ${issue.message}\nWrite one sentence for readers.`,
      2,
    );
  const checked = await readChecked(root);
  const { content, record: before } = checked;
  const record = { ...before };
  const slug = readSlug(word);
  // Any recorded address whose file is gone, like that of a page of an own collection.
  const recorded = [word, `${word}/`].find((one) => before[one]);
  const own = recorded ?? addresses.article(slug);
  const isThere = content.files.some(
    ({ collection, id }) => collection === "articles" && id === slug,
  );
  if (!isThere && !before[own]) throw new Refusal(noArticle(content, slug));

  const writes = new Map<string, string>();
  const messages: string[] = [];
  const taken = new Set([own]);
  if (isThere) {
    const article = getArticle(checked, slug);
    for (const address of toAddresses(article)) taken.add(address);
    const state = stateOf(article, now);
    if (state !== "draft") {
      const text = await readText(root, article);
      writes.set(
        article.file,
        editArticle(text, article, [{ set: "draft", value: true }]),
      );
      messages.push(`${article.file}: draft: true.`);
    }
    if (state === "published")
      for (const address of taken)
        record[address] ??= {
          id: toId(article),
          published: article.data.pubDate as string,
        };
  } else {
    // Its earlier addresses are gone too, unless another article has taken them over.
    const claimed = new Set([
      ...content.collections.articles
        .filter((article) => stateOf(article, now) !== "draft")
        .flatMap(toAddresses),
      ...listEntryAddresses(content),
    ]);
    if (claimed.has(own))
      throw new Refusal(
        recorded
          ? `${own} still leads to a page.\nDelete its file, or the alias, first.`
          : noArticle(content, slug),
      );
    for (const [address, { id }] of Object.entries(before))
      if (id === before[own]?.id && !claimed.has(address)) taken.add(address);
  }

  for (const address of taken) {
    const entry = record[address];
    if (!entry) continue;
    if (!hasAppeared(entry, now)) {
      delete record[address];
      messages.push(
        `${recordFile}: removed ${address}, which was never published.`,
      );
    } else if (!entry.retired || (reason && reason !== entry.reason)) {
      record[address] = {
        ...entry,
        retired: entry.retired ?? toLocalDay(now),
        reason: reason ?? entry.reason,
      };
      messages.push(
        `${recordFile}: ${address} now says that the page was withdrawn${reason ? `, and why` : ""}.`,
      );
    }
  }
  return {
    // The record first: once the article is a draft again, it no longer shows that it was published.
    writes: new Map([...toRecordWrites(before, record), ...writes]),
    messages:
      messages.length > 0
        ? messages
        : [`${own} is no longer published: nothing to change.`],
    next: "npm run check, which lists the links to it",
  };
}
