import { toFeedId } from "#model/article.ts";
import type { State } from "#model/published.ts";
import { readArticleDate, readNow } from "#model/dates.ts";
import { recordFile, type Recorded } from "#files/published-record.ts";
import type { Finding } from "#files/finding.ts";
import { addresses, toAddressKey } from "#urls.ts";
import { stateOf, type Content, type ContentFile } from "#files/content.ts";
import type { Rule } from "#check/rule.ts";

/** An article with its recorded address and feed id. */
type Holder = {
  source: ContentFile;
  state: State | undefined;
  address: string;
  aliases: string[];
  feedId: string;
};

export const publishedRule: Rule = {
  words: [
    {
      name: "article/gone",
      severity: "error",
      about:
        "A published address leads to an article, leads to its successor, or is retired.",
    },
    {
      name: "article/id-changed",
      severity: "error",
      about: "A published article keeps its feed id.",
    },
    {
      name: "article/retired",
      severity: "error",
      about: "No article is at an address recorded as withdrawn.",
    },
    {
      name: "article/unrecorded",
      severity: "warning",
      about:
        "Every published article is recorded in src/content/published.json.",
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
  // An article's own address takes precedence over an alias; the clash is reported by article/address.
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
          // Two merged articles: the address leads to the other one, which keeps its own id.
          (record[holder.address]?.id === holder.feedId &&
            toAddressKey(address) !== toAddressKey(holder.address))
          ? []
          : [toChanged(holder, entry)];
      // Unreadable articles are reported elsewhere.
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
          problem: `${missing.join(" and ")} ${missing.length > 1 ? "are" : "is"} published but not recorded in ${recordFile}.`,
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
          problem: `${was} and is now a draft.`,
          remedy: `Run: npm run unpublish -- ${holder.source.id}, or: npm run publish -- ${holder.source.id}`,
        }
      : {
          problem: `${was} and is now scheduled for later.`,
          remedy: `Write pubDate: ${published} in ${holder.source.file}, or run: npm run unpublish -- ${holder.source.id}`,
        };
  const slug = address.split("/").at(-2);
  return {
    problem: `${was} and now leads nowhere.`,
    remedy: moved
      ? `Add it to the aliases in ${moved.source.file}.`
      : `Restore the article, add the address to another article's aliases, or run: npm run unpublish -- ${slug}`,
  };
}

const toChanged = ({ source, feedId }: Holder, { id }: Recorded): Finding => ({
  file: source.file,
  ...source.placeOf(["id"]),
  field: "id",
  problem: `The article was published with the id "${id}". With "${feedId}", every subscriber would get it again.`,
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
    problem: `${address} was withdrawn on ${retired}, and its page says so.`,
    remedy:
      isOwn || id === feedId
        ? `Run: npm run publish -- ${source.id}`
        : "Remove the alias, or publish the article that had it.",
    rule: "article/retired",
  };
}
