import { toFeedId } from "#model/article.ts";
import { ownCollections } from "#model/collections.ts";
import { listAliases } from "#model/fields.ts";
import type { State } from "#model/published.ts";
import { readArticleDate, readNow } from "#model/dates.ts";
import { recordFile, type Recorded } from "#files/published-record.ts";
import type { Finding, Message } from "#files/finding.ts";
import { addresses, toAddressKey } from "#urls.ts";
import {
  listEntryPages,
  type Content,
  type ContentFile,
} from "#files/content.ts";
import { stateOf } from "#model/published.ts";
import { atField, atTop, type Rule } from "#check/rule.ts";

type Holder = {
  source: ContentFile;
  state: State | undefined;
  address: string;
  aliases: string[];
  /** Undefined for an entry of an own collection, which no feed has by itself. */
  feedId: string | undefined;
};

export const publishedRule: Rule = {
  errors: {
    "article/gone":
      "A published address leads to its page, leads to its successor, or is retired.",
    "article/id-changed": "A published article keeps its feed id.",
    "article/retired": "No page is at an address recorded as withdrawn.",
  },
  warnings: {
    "article/unrecorded":
      "Every published article, and every page of an own collection, is recorded in src/content/published.json.",
  },
  check: checkPublished,
};

function checkPublished(content: Content): Finding[] {
  const { collections, files, published } = content;
  const { record, isKept, placeOf } = published;
  if (!record) return [];
  const now = readNow();
  const holders = [
    ...collections.articles.map((source) => toHolder(source, now)),
    ...listEntryPages(content).map((entry): Holder => ({
      ...entry,
      state: "published",
      feedId: undefined,
    })),
  ];
  // An article's own address takes precedence over an alias; the clash is reported by article/address.
  const byAddress = new Map(
    [
      ...holders.flatMap((holder) =>
        holder.aliases.map((alias) => [alias, holder] as const),
      ),
      ...holders.map((holder) => [holder.address, holder] as const),
    ].map(([address, holder]) => [toAddressKey(address), holder]),
  );
  const unread = new Set(
    files.map(({ collection, id }) =>
      collection === "articles"
        ? addresses.article(id)
        : ownCollections[collection]?.address?.(id),
    ),
  );

  const entries = Object.entries(record).flatMap(([address, entry]) => {
    const key = toAddressKey(address);
    const holder = byAddress.get(key);
    if (entry.retired)
      return holder && holder.state !== "draft"
        ? toRevived(holder, address, entry)
        : [];
    if (readArticleDate(entry.published).time > now.getTime()) return [];
    if (holder?.state === "published") {
      // Two merged articles: the address leads to the other one, which keeps its own id.
      const isMerged =
        record[holder.address]?.id === holder.feedId &&
        key !== toAddressKey(holder.address);
      return holder.feedId === undefined ||
        holder.feedId === entry.id ||
        isMerged
        ? []
        : toChanged(holder, entry);
    }
    // Unreadable articles are reported elsewhere.
    if (holder ? !holder.state : unread.has(address)) return [];
    const moved = holders.find(({ feedId }) => feedId === entry.id);
    return {
      file: recordFile,
      ...placeOf(address),
      ...toGone(address, entry, holder, moved),
    };
  });
  // An article with several recorded addresses has one changed id.
  const distinct = new Map(entries.map((one) => [JSON.stringify(one), one]));
  const unrecorded = holders.flatMap((holder) => {
    const { source, state, address, aliases, feedId } = holder;
    const missing = [address, ...aliases].filter((one) => !record[one]);
    return !isKept || state !== "published" || missing.length === 0
      ? []
      : atTop(source.file, {
          problem: `${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} published but not recorded in ${recordFile}.`,
          remedy: `Run: npm run publish -- ${feedId ? source.id : "--unrecorded"}`,
          rule: "article/unrecorded",
        });
  });
  return [...distinct.values(), ...unrecorded];
}

function toHolder(source: ContentFile, now: Date): Holder {
  const { id } = source.data;
  return {
    source,
    state: stateOf(source, now),
    address: addresses.article(source.id),
    aliases: listAliases(source.data),
    feedId: typeof id === "string" ? id : toFeedId(source.id),
  };
}

function toGone(
  address: string,
  { published }: Recorded,
  holder: Holder | undefined,
  moved: Holder | undefined,
): Message {
  const was = `${address} was published on ${readArticleDate(published).day}`;
  const [, last = ""] = /([^/]+)\/$/.exec(address) ?? [];
  const slug =
    holder?.source.id ?? (addresses.article(last) === address ? last : address);
  const unpublish = `npm run unpublish -- ${slug}`;
  const [now, remedy] = !holder
    ? [
        "now leads nowhere",
        moved
          ? `Add it to the aliases in ${moved.source.file}.`
          : `Restore the file, add the address to the aliases of another one, or run: ${unpublish}`,
      ]
    : holder.state === "draft"
      ? ["is now a draft", `Run: ${unpublish}, or: npm run publish -- ${slug}`]
      : [
          "is now scheduled for later",
          `Write pubDate: ${published} in ${holder.source.file}, or run: ${unpublish}`,
        ];
  return { problem: `${was} and ${now}.`, remedy, rule: "article/gone" };
}

const toChanged = ({ source, feedId }: Holder, { id }: Recorded): Finding =>
  atField(source, ["id"], {
    problem: `The article was published with the id "${id}". With "${feedId}", every subscriber would get it again.`,
    remedy: `Write id: ${id}`,
    rule: "article/id-changed",
  });

function toRevived(
  { source, address: own, aliases, feedId }: Holder,
  address: string,
  { retired, id }: Recorded,
): Finding {
  const key = toAddressKey(address);
  const isOwn = toAddressKey(own) === key;
  const index = aliases.findIndex((alias) => toAddressKey(alias) === key);
  return atField(
    source,
    isOwn ? (feedId ? ["draft"] : []) : ["aliases", index],
    {
      problem: `${address} was withdrawn on ${retired}, and its page says so.`,
      remedy:
        feedId === undefined
          ? "Run: npm run publish -- --unrecorded"
          : isOwn || id === feedId
            ? `Run: npm run publish -- ${source.id}`
            : "Remove the alias, or publish the article that had it.",
      rule: "article/retired",
    },
  );
}
