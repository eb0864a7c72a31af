import { dirname } from "node:path/posix";
import { readNow } from "#model/dates.ts";
import { slugForm } from "#model/fields.ts";
import type { Edit } from "#files/front-matter.ts";
import type { ContentFile } from "#files/content.ts";
import { stateOf } from "#model/published.ts";
import { count } from "#check/report.ts";
import { isError } from "#check/rule.ts";
import { addresses, toAddressKey } from "#urls.ts";
import {
  editArticle,
  getArticle,
  hasAppeared,
  readChecked,
  readSlug,
  readText,
  toFreeSlug,
  toId,
  toRecordWrites,
  toRefusal,
  whyTaken,
} from "./article-files.ts";
import { updateLinks, replaceInList } from "./update-links.ts";
import { dryRun, readCall, refuseCall, type Command } from "./command.ts";
import { carryOut, Refusal, type Plan } from "./plan.ts";

const usage = `npm run rename -- OLD-SLUG NEW-SLUG

Gives an article another address: moves its file or folder and updates every link to it. If it was published, the old
address redirects to the new one, and its feed id stays the same.

  --dry-run   print what it would do, without doing it`;

const rename: Command = async (root, args, { say }) => {
  const { values, words } = readCall(args, usage, dryRun, 2);
  const [old, next] = words;
  if (old === undefined || next === undefined)
    refuseCall("Name two slugs: the old one and the new one.", usage);
  const plan = await planRenaming(root, [old, next], readNow());
  await carryOut(root, plan, values["dry-run"], say);
};
export default rename;

/** Plans another slug: moves the file and updates links. An address that readers know redirects; the feed id stays. */
export async function planRenaming(
  root: string,
  [oldWord, newWord]: readonly [string, string],
  now: Date,
): Promise<Plan> {
  const checked = await readChecked(root);
  const { content, findings, record: before } = checked;
  const article = getArticle(checked, readSlug(oldWord));
  const [slug, newSlug] = [article.id, readSlug(newWord)];
  if (slug === newSlug)
    throw new Refusal(`"${slug}" is already its slug: nothing to change.`, 2);
  const taken = whyTaken(content, newSlug, article);
  if (taken)
    throw new Refusal(
      `${taken}\n${slugForm.test(newSlug) ? `Choose another slug, like ${toFreeSlug(content, newSlug)}.` : ""}`.trim(),
      2,
    );

  const address = addresses.article(slug);
  const newAddress = addresses.article(newSlug);
  const entry = before[address];
  const state = stateOf(article, now);
  // An invalid slug was never built.
  const isKnown = entry
    ? hasAppeared(entry, now)
    : state === "published" && slugForm.test(slug);
  const feedId = isKnown ? (entry?.id ?? toId(article)) : undefined;

  const writes = new Map<string, string>();
  const messages: string[] = [];
  let updated = 0;
  const read = new Set(
    Object.values(content.collections).flatMap((files) =>
      files.map(({ file }) => file),
    ),
  );
  for (const found of content.files) {
    let text: string;
    let linked: ReturnType<typeof updateLinks>;
    try {
      text = await readText(root, found);
      if (!text.includes(slug) && found.file !== article.file) continue;
      if (!read.has(found.file)) throw new Error("It is not UTF-8 text.");
      linked = updateLinks(text, found, article, newSlug);
    } catch {
      throw new Refusal(
        `Cannot tell whether ${found.file} links to ${slug}.\n\n${toRefusal(findings.filter((finding) => finding.file === found.file && isError(finding)))}`,
      );
    }
    updated += linked.count;
    if (linked.count > 0)
      messages.push(
        `${found.file}: ${count(linked.count, "link")} to it updated.`,
      );
    const edited =
      found.file === article.file
        ? editOwn(linked.text, article, address, newAddress, feedId)
        : linked.text;
    if (edited !== text) writes.set(found.file, edited);
  }

  const record = { ...before };
  if (feedId === undefined) {
    if (entry) {
      delete record[address];
      record[newAddress] = { ...entry, id: toId({ ...article, id: newSlug }) };
    }
  } else {
    const published = entry?.published ?? (article.data.pubDate as string);
    record[address] ??= { id: feedId, published };
    // A withdrawn article was never published under its new name.
    if (!entry?.retired) record[newAddress] = { id: feedId, published };
  }
  const hasFolder = /\/index\.mdx?$/.test(article.file);
  const from = hasFolder ? dirname(article.file) : article.file;
  const to = `${dirname(from)}/${newSlug}${hasFolder ? "" : article.file.slice(article.file.lastIndexOf("."))}`;
  return {
    writes: new Map([...writes, ...toRecordWrites(before, record)]),
    move: { from, to },
    messages: [
      `${from} is now ${to}.`,
      ...(feedId === undefined
        ? []
        : [
            `${address} ${entry?.retired ? "still says that the article was withdrawn" : `redirects to ${newAddress}`}, and its feed id stays the same: ${feedId}`,
          ]),
      ...messages,
      ...(updated === 0 ? ["No other text links to it."] : []),
    ],
    next: "npm run check",
  };
}

function editOwn(
  text: string,
  article: ContentFile,
  address: string,
  newAddress: string,
  feedId: string | undefined,
): string {
  const { data } = article;
  const aliases = Array.isArray(data.aliases) ? data.aliases : [];
  const isSame = (one: unknown, other: string) =>
    toAddressKey(String(one)) === toAddressKey(other);
  const back = aliases.find((alias) => isSame(alias, newAddress));
  const isKept = [newAddress, ...aliases].some((one) => isSame(one, address));
  const edits: Edit[] = [];
  if (feedId !== undefined) {
    if (back === undefined && !isKept)
      edits.push({ append: "aliases", value: address });
    if (data.id !== feedId) edits.push({ set: "id", value: feedId });
    return editArticle(
      back === undefined ? text : replaceInList(text, "aliases", back, address),
      article,
      edits,
    );
  }
  if (back !== undefined) {
    const others = aliases.filter((alias) => alias !== back);
    edits.push(
      others.length > 0
        ? { set: "aliases", value: others }
        : { remove: "aliases" },
    );
  }
  return editArticle(text, article, edits);
}
