import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { feedFormats, toFeedAddress, type FeedFormat } from "#urls.ts";
import { anArticleFile } from "../support/an-article.ts";
import { buildSite, makeSite } from "../support/build-site.ts";
import {
  feedReaders,
  openNewsboat,
  toNote,
  type Entry,
  type Newsboat,
} from "../support/feed-readers.ts";
import { ground } from "../support/fixture.ts";
import { runHere } from "../support/run-command.ts";
import { serve } from "../support/serve.ts";
import { changeSettings } from "../support/settings.ts";

const id = (slug: string) => `tag:saucepan.example,2026:/articles/${slug}/`;
const staying = (slug: string, fields: Record<string, unknown>) =>
  [`articles/${slug}.md`, anArticleFile({ title: slug, ...fields })] as const;

const root = makeSite([
  ...ground,
  [
    "categories/learning.md",
    "---\ntitle: Learning\ndescription: What stays.\nhue: 30\norder: 2\n---\n",
  ],
  ...["one", "two", "three"].map((slug, day) =>
    staying(slug, {
      pubDate: `2026-01-0${day + 1}`,
      tags: ["alpha", "gamma"],
    }),
  ),
  [
    "articles/before.md",
    anArticleFile(
      { title: "As it was", pubDate: "2026-02-03", tags: ["alpha"] },
      "The first text.\n",
    ),
  ],
]);

/** Everything about the article changes but its name, then its name too, and the site's. */
async function changeEverything(): Promise<void> {
  writeFileSync(
    join(root, "src/content/articles/before.md"),
    anArticleFile(
      {
        title: "As it is",
        pubDate: "2026-02-03",
        updatedDate: "2026-05-06",
        category: "learning",
        tags: ["gamma"],
      },
      "Another text.\n",
    ),
  );
  const { code, err } = await runHere(root, "rename", ["before", "after"]);
  expect(code, err).toBe(0);
}

/** The site, the article's old category, an old tag and its new tag. */
const followed = {
  site: "/",
  left: "/categories/work/",
  leftTag: "/tags/alpha/",
  found: "/tags/gamma/",
};
type Name = keyof typeof followed;
const names = Object.keys(followed) as Name[];

type Subscription = { name: Name; format: FeedFormat; url: string };
let server: Awaited<ReturnType<typeof serve>>;
/** The entries each reader has stored for each feed, by id: an entry with a known id replaces the old one. */
const memories = new Map<string, Map<string, Entry>>();
/** The article as each reader saw it after each build. */
const seen = new Map<string, (Entry | undefined)[]>();
const repeated: string[] = [];
const newsboats: (Subscription & { newsboat: Newsboat; unread: number[] })[] =
  [];
let everything: { newsboat: Newsboat; unread: number[] };

const hasNewsboat = !feedReaders.find(({ name }) => name === "newsboat")
  ?.missing;

beforeAll(async () => {
  changeSettings(root, { atomAndJson: ["category", "tag"] });
  await buildSite(root, { SITE_ADDRESS: "https://saucepan.example" });
  // One server for both builds, so that subscriptions stay the same.
  server = await serve(root, "preview");
  const subscriptions = names.flatMap((name) =>
    feedFormats.map((format) => ({
      name,
      format,
      url: server.url + toFeedAddress(followed[name], format),
    })),
  );
  const forNewsboat = subscriptions.filter(({ format }) => format !== "json");
  if (hasNewsboat) {
    // Each newsboat is a process for each question, so only these follow one feed alone.
    for (const subscription of forNewsboat.filter(
      ({ name, format }) =>
        name === "site" || (name !== "leftTag" && format === "rss"),
    ))
      newsboats.push({
        ...subscription,
        newsboat: openNewsboat([subscription.url]),
        unread: [],
      });
    everything = {
      newsboat: openNewsboat(forNewsboat.map(({ url }) => url)),
      unread: [],
    };
  }
  for (const build of ["first", "second"]) {
    if (build === "second") {
      await changeEverything();
      await buildSite(root, { SITE_ADDRESS: "https://elsewhere.example" });
    }
    for (const { newsboat, unread } of hasNewsboat
      ? [...newsboats, everything]
      : []) {
      await newsboat.reload();
      unread.push(await newsboat.unread());
      await newsboat.readAll();
    }
    for (const { name, format, url } of subscriptions)
      for (const reader of feedReaders) {
        if (reader.missing || !reader.formats.includes(format)) continue;
        if (reader.name === "newsboat") continue;
        const entries = await reader.read(url, format);
        const key = `${reader.name} ${name} ${format}`;
        const memory = memories.get(key) ?? new Map<string, Entry>();
        for (const entry of entries) memory.set(entry.id, entry);
        memories.set(key, memory);
        if (new Set(entries.map((entry) => entry.id)).size < entries.length)
          repeated.push(`${key}, ${build} build`);
        seen.set(key, [
          ...(seen.get(key) ?? []),
          entries.find((entry) => entry.id === id("before")),
        ]);
      }
  }
});
afterAll(() => server.stop());

/** The article after all changes, in every feed that still has it. */
const newest = {
  id: id("before"),
  title: "As it is",
  link: "https://elsewhere.example/articles/after/",
  published: Date.parse("2026-02-03"),
};
const withoutText = ({ html: _, summary: __, ...entry }: Entry) => entry;
const stay = ["three", "two", "one"].map(id);

describe("an article with a new text, other topics, another address and another domain is the same article", () => {
  for (const reader of feedReaders.filter(({ name }) => name !== "newsboat"))
    test.skipIf(reader.missing).each(
      names.flatMap((name) =>
        reader.formats.map((format) => ({
          name,
          format,
          key: `${reader.name} ${name} ${format}`,
        })),
      ),
    )(
      `${reader.name} knows it by its id, with its new title, link and text and its old date: $name, $format${toNote(reader)}`,
      ({ name, key }) => {
        const memory = memories.get(key) as Map<string, Entry>;
        expect([...memory.keys()].sort()).toEqual(
          [id("before"), ...stay].sort(),
        );
        const views = seen.get(key) as (Entry | undefined)[];
        expect(views.map((entry) => entry?.title)).toEqual(
          name === "site"
            ? ["As it was", "As it is"]
            : name === "found"
              ? [undefined, "As it is"]
              : ["As it was", undefined],
        );
        expect(
          new Set(views.flatMap((entry) => entry?.published ?? [])),
        ).toEqual(new Set([newest.published]));
        const last = views[1];
        if (!last) return;
        expect(withoutText(last)).toEqual(newest);
        expect(last.html).toContain("Another text.");
      },
    );

  test("no feed has an id twice", () => {
    expect(repeated).toEqual([]);
  });

  const newsboat = feedReaders.find(({ name }) => name === "newsboat")!;
  test.skipIf(!hasNewsboat)(
    `newsboat has its new title and link, and does not call it new${toNote(newsboat)}`,
    () => {
      expect(newsboats).toHaveLength(4);
      for (const { name, format, url, newsboat, unread } of newsboats) {
        const where = `${name}, ${format}`;
        const entries = newsboat.entries(url);
        expect(
          entries.map((entry) => entry.id),
          where,
        ).toEqual([id("before"), ...stay]);
        expect(newsboat.copies(), where).toBe(4);
        expect(unread, where).toEqual(name === "found" ? [3, 1] : [4, 0]);
        const kept = entries[0] as Entry;
        expect(kept.published, where).toBe(newest.published);
        if (name === "site" || name === "found") {
          expect(withoutText(kept), where).toEqual(newest);
          expect(kept.html, where).toContain("Another text.");
        }
      }
    },
  );

  test.skipIf(!hasNewsboat)(
    `a newsboat that follows all feeds has it once${toNote(newsboat)}`,
    () => {
      expect(everything.unread).toEqual([4, 0]);
      expect(everything.newsboat.copies()).toBe(4);
    },
  );
});
