import { getCollection } from "astro:content";
import type { Article } from "./article.ts";
import type { Body } from "./body.ts";
import type { About } from "./definitions.ts";
import { listAliases } from "./fields.ts";
import { getArticles } from "./library.ts";
import { once } from "./once.ts";
import { ownNames, requireOwn } from "./own-names.ts";

type Mention = Pick<
  Article,
  "slug" | "address" | "title" | "description" | "pubDate"
>;

type OwnEntry<Fields = Record<string, unknown>> = {
  id: string;
  fields: Fields;
  body: Body;
};

/** One with a page. */
export type EntryPage<Fields = Record<string, unknown>> = OwnEntry<Fields> &
  About & {
    address: string;
    /** The published articles whose texts link to it, newest first. */
    mentionedBy: Mention[];
  };

type Stored = {
  id: string;
  data: {
    fields: Record<string, unknown>;
    body: Body;
    page?: About & { address: string; mentionedBy: string[] };
  };
};

const queries = new Map<string, () => Promise<OwnEntry[]>>();

/** The entries of one of the publication's own collections, by id. Throws the writer's error if there is no such collection. */
export function getEntries<Fields>(
  collection: string,
): Promise<EntryPage<Fields>[]> {
  requireOwn(collection);
  const query = queries.get(collection) ?? once(() => readEntries(collection));
  queries.set(collection, query);
  return query() as unknown as Promise<EntryPage<Fields>[]>;
}

async function readEntries(collection: string): Promise<OwnEntry[]> {
  const stored = (await getCollection(collection as never)) as Stored[];
  const mentions = new Map(
    (await getArticles()).map(
      ({ slug, address, title, description, pubDate }, place) => [
        slug,
        { place, mention: { slug, address, title, description, pubDate } },
      ],
    ),
  );
  return stored
    .map(({ id, data: { page, ...data } }) => ({
      id,
      ...data,
      ...(page && {
        ...page,
        mentionedBy: page.mentionedBy
          .flatMap((slug) => mentions.get(slug) ?? [])
          .sort((a, b) => a.place - b.place)
          .map(({ mention }): Mention => mention),
      }),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The old addresses of entries with pages, each with the page that it leads to. */
export const getEntryAliases = once(async () =>
  (await getEntryPages()).flatMap(({ entries }) =>
    entries.flatMap(({ fields, address, title }) =>
      listAliases(fields).map((alias) => ({ alias, address, title })),
    ),
  ),
);

export const getEntryPages = once(async () =>
  Promise.all(
    [...ownNames]
      .filter(([, { hasPages }]) => hasPages)
      .map(async ([name, { title }]) => ({
        title,
        entries: await getEntries<Record<string, unknown>>(name),
      })),
  ),
);
