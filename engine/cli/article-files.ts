import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toFeedId } from "#model/article.ts";
import { readArticleDate, readNow } from "#model/dates.ts";
import { mostSlugCharacters, slugForm } from "#model/fields.ts";
import { editFrontMatter, type Edit } from "#files/front-matter.ts";
import {
  recordFile,
  toRecordText,
  type PublishedRecord,
  type Recorded,
} from "#files/published-record.ts";
import { toSlug } from "#model/slug.ts";
import { toHint, toSuggestion } from "#model/suggestion.ts";
import type { Finding } from "#files/finding.ts";
import { checkContent } from "#check/check-content.ts";
import {
  listEntryPages,
  type Content,
  type ContentCache,
  type ContentFile,
} from "#files/content.ts";
import { stateOf } from "#model/published.ts";
import { toReport } from "#check/report.ts";
import { addresses, isOwnedByRoute, toAddressKey } from "#urls.ts";
import { withProgress } from "./command.ts";
import { Refusal } from "./plan.ts";

/** The slug in an address, in an article's path or in a slug. Other words stay as they are, which are no slugs. */
export const readSlug = (word: string): string =>
  /^(?:\/?articles\/|(?:\.\/)?src\/content\/articles\/)?([^/]+?)(?:\/index)?(?:\.mdx?)?\/?$/.exec(
    word.trim(),
  )?.[1] ?? word;

/** @throws a Refusal if there is no article with a slug, more than one, or one that cannot be read */
export function getArticle(
  { content, findings }: Checked,
  slug: string,
): ContentFile {
  const files = content.files.filter(
    ({ collection, id }) => collection === "articles" && id === slug,
  );
  const article = content.collections.articles.find(({ id }) => id === slug);
  if (files.length === 0) throw new Refusal(noArticle(content, slug));
  if (files.length > 1)
    throw new Refusal(
      `${files.length} articles have this slug: ${files.map(({ file }) => file).join(", ")}.\nDelete or rename all but one.`,
    );
  const isRead = article && stateOf(article, new Date(0));
  if (!isRead)
    throw new Refusal(
      toRefusal(findings.filter(({ file }) => file === files[0]?.file)),
    );
  return article;
}

export function noArticle(content: Content, slug: string): string {
  const slugs = content.files
    .filter(({ collection }) => collection === "articles")
    .map(({ id }) => id);
  const address = addresses.article(slug);
  const renamed = content.collections.articles.find((article) =>
    toAddresses(article).includes(address),
  );
  if (renamed)
    return `There is no article "${slug}": it is now "${renamed.id}".`;
  return `There is no article "${slug}".${toHint(toSuggestion(slug, slugs))}`;
}

type Checked = Awaited<ReturnType<typeof readChecked>>;

/**
 * Reads and checks all content.
 * @throws a Refusal if the record of published addresses cannot be read
 */
export async function readChecked(root: string, cache?: ContentCache) {
  const { content, findings } = await withProgress("Reading", (step) =>
    checkContent(root, cache, step),
  );
  const { record } = content.published;
  if (record) return { content, findings, record };
  throw new Refusal(
    toRefusal(findings.filter(({ file }) => file === recordFile)),
  );
}

export function toRecordWrites(
  before: PublishedRecord,
  record: PublishedRecord,
): [file: string, text: string][] {
  const text = toRecordText(record);
  return text === toRecordText(before) ? [] : [[recordFile, text]];
}

export const toRefusal = (findings: readonly Finding[]): string =>
  `${toReport(findings)}\nNothing was changed.`;

export const hasAppeared = ({ published }: Recorded, now: Date): boolean =>
  readArticleDate(published).time <= now.getTime();

export const toId = ({ id, data }: ContentFile): string =>
  typeof data.id === "string" ? data.id : toFeedId(id);

/** An article's address, then its aliases. */
export const toAddresses = ({ id, data }: ContentFile): string[] => [
  addresses.article(id),
  ...(Array.isArray(data.aliases) ? data.aliases : []).map(String),
];

/** The addresses of the pages of own collections, with their aliases. */
export const listEntryAddresses = (content: Content): string[] =>
  listEntryPages(content).flatMap(({ address, aliases }) => [
    address,
    ...aliases,
  ]);

export const readText = (root: string, { file }: { file: string }) =>
  readFile(join(root, file), "utf8");

/** Edits an article's front matter. Throws a Refusal if it can only be changed by hand. */
export function editArticle(
  text: string,
  { file }: { file: string },
  edits: readonly Edit[],
): string {
  try {
    return editFrontMatter(text, edits);
  } catch (error) {
    if (error instanceof TypeError) throw error;
    throw new Refusal(
      `The front matter of ${file} can only be changed by hand.\nWrite one field per line, like title: My article, without {, ?, & and *, then run this again.\nNothing was changed.`,
    );
  }
}

/**
 * Why an article cannot have a slug; undefined if it can.
 * @param self the article to rename, which may have one of its own former slugs
 */
export function whyTaken(
  { collections, files, published }: Content,
  slug: string,
  self?: ContentFile,
): string | undefined {
  if (!slugForm.test(slug)) {
    const better = toSlug(slug);
    return `"${slug}" cannot be used as an address: use lower-case words with hyphens.${better ? ` Write ${better}.` : ""}`;
  }
  if (slug.length > mostSlugCharacters)
    return `The slug has ${slug.length} characters; the limit is ${mostSlugCharacters}.`;
  const address = addresses.article(slug);
  if (isOwnedByRoute(address))
    return `${address} is already used by a page of the site.`;
  const other = files.find(
    ({ collection, id, file }) =>
      collection === "articles" &&
      (toSlug(id) || id) === slug &&
      file !== self?.file,
  );
  if (other) return `${address} is already the address of ${other.file}.`;
  const holder = collections.articles.find(
    (article) =>
      article.file !== self?.file &&
      toAddresses(article).some(
        (one) => toAddressKey(one) === toAddressKey(address),
      ),
  );
  if (holder) return `${address} is an alias in ${holder.file}.`;
  const entry = published.record?.[address];
  // An address that is not public yet is free: an interrupted rename of a scheduled article leaves one.
  if (
    entry &&
    hasAppeared(entry, readNow()) &&
    !(self && entry.id === toId(self))
  )
    return `${address} was the address of another article, published on ${readArticleDate(entry.published).day}: feed readers would mistake one for the other.`;
  return undefined;
}

export function toFreeSlug(content: Content, slug: string): string {
  const short = slug.slice(0, 180).replace(/-$/, "");
  let number = 2;
  while (whyTaken(content, `${short}-${number}`)) number++;
  return `${short}-${number}`;
}
