import { parse } from "yaml";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { feedFormats, toFeedAddress } from "#urls.ts";
import { pageAt, readDist } from "../support/build-site.ts";
import {
  feedReaders,
  toNote,
  toText,
  type Entry,
} from "../support/feed-readers.ts";
import {
  awkwardTitle,
  now,
  publishedCount,
  siteContent,
} from "../support/site-content.ts";

type Written = {
  slug: string;
  body: string;
  fields: {
    id?: string;
    title: string;
    description: string;
    pubDate: string;
    draft?: boolean;
    category: string;
    tags?: string[];
    authors?: string[];
    series?: { id: string };
  };
};

/** The articles of the site that are out, from their own files, newest first. */
const written = [...siteContent()]
  .flatMap(([path, text]): Written[] => {
    const slug = /^articles\/([^/.]+)(?:\/index)?\.mdx?$/.exec(path)?.[1];
    if (slug === undefined) return [];
    const [, fields = "", body = ""] = String(text).split("---\n", 3);
    return [{ slug, body, fields: parse(fields) as Written["fields"] }];
  })
  .filter(
    ({ fields }) =>
      !fields.draft && Date.parse(fields.pubDate) <= Date.parse(now),
  )
  .sort(
    (a, b) =>
      Date.parse(b.fields.pubDate) - Date.parse(a.fields.pubDate) ||
      (a.slug < b.slug ? -1 : 1),
  );

const toEntry = ({
  slug,
  fields,
}: Written): Omit<Entry, "html" | "summary"> => ({
  id: fields.id ?? `tag:saucepan.example,2026:/articles/${slug}/`,
  title: fields.title,
  link: `https://saucepan.example/articles/${slug}/`,
  published: Date.parse(fields.pubDate),
});

const followed: [listing: string, has: (article: Written) => boolean][] = [
  ["/", () => true],
  ["/categories/work/", ({ fields }) => fields.category === "work"],
  ["/tags/shared/", ({ fields }) => !!fields.tags?.includes("shared")],
  ["/series/ladder/", ({ fields }) => fields.series?.id === "ladder"],
  ["/authors/guest/", ({ fields }) => !!fields.authors?.includes("guest")],
];

const feeds = followed.flatMap(([listing, has]) =>
  // Topics have RSS alone, and their newest 20 articles.
  (listing === "/" ? feedFormats : (["rss"] as const)).map((format) => ({
    listing,
    format,
    address: toFeedAddress(listing, format),
    articles: written.filter(has).slice(0, listing === "/" ? undefined : 20),
  })),
);

/**
 * Headings, and sentences of plain words: the page and the feed have them as they were written, less the marks in a
 * heading.
 */
const plainLine =
  /^#{2,3} (.+)$|^((?:[A-Z]?[a-z]*|\d+)(?: (?:[A-Z]?[a-z]+|\d+))*\.)$/gm;
const toPlainLines = (body: string): string[] =>
  [...body.replace(/^```.*?^```$/gms, "").matchAll(plainLine)].map(
    ([, heading, sentence]) =>
      (heading?.replace(/[`*]/g, "") ?? sentence) as string,
  );

const { site } = inject("served");
/** The articles that each reader found in each feed. */
const taken = new Map<string, Map<string, Entry[]>>();

beforeAll(async () => {
  for (const { listing, format, address } of feeds)
    for (const reader of feedReaders) {
      if (reader.missing || !reader.formats.includes(format)) continue;
      const entries = await reader.read(site + address, format);
      const others = taken.get(listing) ?? new Map<string, Entry[]>();
      taken.set(listing, others.set(`${reader.name}, ${format}`, entries));
    }
});

test("the site has articles, and one with a difficult title", () => {
  expect(written).toHaveLength(publishedCount);
  expect(written.map(({ fields }) => fields.title)).toContain(awkwardTitle);
  for (const { address, articles } of feeds)
    expect(articles.length, address).toBeGreaterThan(0);
});

describe.each(feeds)("$address", ({ listing, format, articles }) => {
  const readers = feedReaders.filter((reader) =>
    reader.formats.includes(format),
  );
  for (const reader of readers) {
    const promise = test.skipIf(reader.missing);
    const entries = () =>
      taken.get(listing)?.get(`${reader.name}, ${format}`) as Entry[];

    promise(
      `brings ${reader.name} every article once, as it was written: title, day, id, link, order${toNote(reader)}`,
      () => {
        expect(
          entries().map(({ html: _, summary: __, ...entry }) => entry),
        ).toEqual(articles.map(toEntry));
      },
    );

    promise(
      `brings ${reader.name} a plain summary of each, where it keeps one${toNote(reader)}`,
      () => {
        expect(entries().flatMap(({ summary }) => summary ?? [])).toEqual(
          reader.name === "newsboat"
            ? []
            : articles.map(({ fields }) => fields.description),
        );
      },
    );

    promise(
      `brings ${reader.name} the whole text of each${toNote(reader)}`,
      () => {
        for (const [index, { slug, body }] of articles.entries()) {
          const text = toText(entries()[index]?.html ?? "");
          const lines = toPlainLines(body);
          expect(lines, slug).not.toEqual([]);
          for (const line of lines) expect(text).toContain(line);
        }
      },
    );
  }
});

test.each(followed)(
  "subscribers of %s read the same in any reader and format",
  (listing) => {
    const texts = [...(taken.get(listing) as Map<string, Entry[]>)].map(
      ([reader, entries]) => ({
        reader,
        texts: entries.map(({ html }) => toText(html)),
      }),
    );
    expect(texts.length).toBeGreaterThan(1);
    for (const { reader, texts: read } of texts)
      expect(read, `${reader} and ${texts[0]?.reader}`).toEqual(
        texts[0]?.texts,
      );
  },
);

test("every link in a feed leads to a page with the same title", () => {
  const dist = readDist(inject("site"));
  for (const { title, link } of taken.get("/")?.get("feedsmith, rss") ?? []) {
    const page = pageAt(dist, new URL(link).pathname);
    expect(toText(/<h1[^>]*>([^]*?)<\/h1>/.exec(page)?.[1] ?? "")).toBe(
      title.replace(/\s+/g, " "),
    );
  }
});
