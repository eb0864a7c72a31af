import { toFeedId } from "#model/article.ts";
import type { State } from "#model/published.ts";
import { readArticleDate, readNow } from "#model/dates.ts";
import { recordFile, type Recorded } from "#files/published-record.ts";
import type { Finding } from "#files/finding.ts";
import { addresses, toAddressKey } from "#urls.ts";
import { stateOf, type Content, type ContentFile } from "#files/content.ts";
import type { Rule } from "#check/rule.ts";

/** An article with what the record knows it by. */
type Holder = {
  source: ContentFile;
  state: State | undefined;
  address: string;
  aliases: string[];
  feedId: string;
};

/** What was published stays: its address leads somewhere, its feed id is the one readers know it by. */
export const publishedRule: Rule = {
  words: [
    {
      name: "article/gone",
      severity: "error",
      about:
        "An address that was published leads to an article, to the one that took its place, or is retired.",
    },
    {
      name: "article/id-changed",
      severity: "error",
      about: "A published article keeps the feed id readers know it by.",
    },
    {
      name: "article/retired",
      severity: "error",
      about:
        "No article is at an address whose readers are told that it was taken back.",
    },
    {
      name: "article/unrecorded",
      severity: "warning",
      about: "What is published is written down in src/content/published.json.",
    },
  ],
  check: checkPublished,
};

function checkPublished({ collections, files, published }: Content): Finding[] {
  const { record, isKept, placeOf } = published;
  if (!record) return [];
  const now = readNow();
  const holders = collections.articles.map((source) => toHolder(source, now));
  const byAddress = new Map<string, Holder>();
  // The article's own address counts before another's alias: that clash has words of its own.
  for (const holder of holders)
    for (const alias of holder.aliases)
      byAddress.set(toAddressKey(alias), holder);
  for (const holder of holders)
    byAddress.set(toAddressKey(holder.address), holder);
  const unread = new Set(
    files
      .filter(({ collection }) => collection === "articles")
      .map(({ id }) => addresses.article(id)),
  );

  const entries = Object.entries(record).flatMap(
    ([address, entry]): Finding[] => {
      const holder = byAddress.get(toAddressKey(address));
      if (entry.retired)
        return holder && holder.state !== "draft"
          ? [toRevived(holder, address, entry)]
          : [];
      if (readArticleDate(entry.published).time > now.getTime()) return [];
      if (holder?.state === "published")
        return holder.feedId === entry.id ||
          // Two articles became one: the address leads to the other, which readers know by an id of its own.
          (record[holder.address]?.id === holder.feedId &&
            toAddressKey(address) !== toAddressKey(holder.address))
          ? []
          : [toChanged(holder, entry)];
      // One slip, one message: what cannot be read is said elsewhere.
      if (holder ? !holder.state : unread.has(address)) return [];
      const moved = holders.find(({ feedId }) => feedId === entry.id);
      return [
        {
          file: recordFile,
          ...placeOf(address),
          ...toGoneWords(address, entry, holder, moved),
          rule: "article/gone",
        },
      ];
    },
  );
  const changed = new Map(
    entries.map((finding) => [JSON.stringify(finding), finding]),
  );
  const unrecorded = holders.flatMap(
    ({ source, state, address, aliases }): Finding[] => {
      const missing = [address, ...aliases].filter((one) => !record[one]);
      if (!isKept || state !== "published" || missing.length === 0) return [];
      return [
        {
          file: source.file,
          line: 1,
          column: 1,
          problem: `${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} out and not written down in ${recordFile}.`,
          remedy: `Run: npm run publish -- ${source.id}`,
          rule: "article/unrecorded",
        },
      ];
    },
  );
  return [...changed.values(), ...unrecorded];
}

function toHolder(source: ContentFile, now: Date): Holder {
  const { id, aliases } = source.data;
  return {
    source,
    state: stateOf(source, now),
    address: addresses.article(source.id),
    aliases: Array.isArray(aliases)
      ? aliases.filter((alias) => typeof alias === "string")
      : [],
    feedId: typeof id === "string" ? id : toFeedId(source.id),
  };
}

function toGoneWords(
  address: string,
  { published }: Recorded,
  holder: Holder | undefined,
  moved: Holder | undefined,
): Pick<Finding, "problem" | "remedy"> {
  const was = `${address} was published on ${readArticleDate(published).day}`;
  if (holder)
    return holder.state === "draft"
      ? {
          problem: `${was} and is a draft now.`,
          remedy: `Run: npm run unpublish -- ${holder.source.id}, or: npm run publish -- ${holder.source.id}`,
        }
      : {
          problem: `${was} and is to appear later now.`,
          remedy: `Write pubDate: ${published} in ${holder.source.file}, or run: npm run unpublish -- ${holder.source.id}`,
        };
  const slug = address.split("/").at(-2);
  return {
    problem: `${was} and leads nowhere now.`,
    remedy: moved
      ? `Add it to the aliases in ${moved.source.file}.`
      : `Bring the article back, name the address in another one's aliases, or run: npm run unpublish -- ${slug}`,
  };
}

const toChanged = ({ source, feedId }: Holder, { id }: Recorded): Finding => ({
  file: source.file,
  ...source.placeOf(["id"]),
  field: "id",
  problem: `Readers know the article by "${id}", not by "${feedId}": to every subscriber it would be new.`,
  remedy: `Write id: ${id}`,
  rule: "article/id-changed",
});

function toRevived(
  { source, address: own, feedId }: Holder,
  address: string,
  { retired, id }: Recorded,
): Finding {
  const isOwn = toAddressKey(own) === toAddressKey(address);
  const aliases = source.data.aliases;
  const index = Array.isArray(aliases)
    ? aliases.findIndex(
        (alias) => toAddressKey(String(alias)) === toAddressKey(address),
      )
    : 0;
  return {
    file: source.file,
    ...(isOwn ? source.placeOf(["draft"]) : source.placeOf(["aliases", index])),
    field: isOwn ? "draft" : "aliases",
    problem: `${address} was taken back on ${retired} and readers are told so.`,
    remedy:
      isOwn || id === feedId
        ? `Run: npm run publish -- ${source.id}`
        : "Take the alias out, or publish the article that had it.",
    rule: "article/retired",
  };
}
