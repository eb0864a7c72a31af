import { execFile, spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import rehypeParse from "rehype-parse";
import Parser from "rss-parser";
import { unified } from "unified";
import type { FeedFormat } from "#urls.ts";
import { toEnvironment } from "./environment.ts";
import { makeFolder } from "./fixture.ts";

/** An article as a reader took it from a feed. */
export type Entry = {
  id: string;
  title: string;
  link: string;
  /** Milliseconds since 1970. */
  published: number;
  html: string;
  /** As somebody reads it; newsboat keeps none of an article that comes whole. */
  summary?: string | undefined;
};

export type FeedReader = {
  name: string;
  formats: readonly FeedFormat[];
  /** Reads a feed over HTTP; throws when the reader complains of anything. The feed's own order. */
  read: (url: string, format: FeedFormat) => Promise<Entry[]>;
  /** Why this machine cannot try it. */
  missing?: string | undefined;
};

const run = promisify(execFile);

/** What somebody reads of HTML, a space for any space. */
export function toText(html: string): string {
  const texts: string[] = [];
  const collect = (node: {
    type: string;
    value?: string;
    children?: unknown[];
  }) => {
    if (node.type === "text") texts.push(node.value as string);
    for (const child of node.children ?? [])
      collect(child as Parameters<typeof collect>[0]);
  };
  collect(unified().use(rehypeParse, { fragment: true }).parse(html));
  return texts.join("").replace(/\s+/g, " ").trim();
}

/** Newsboat's own memory outlives a reload, as on the machine of somebody who follows these feeds. */
export type Newsboat = {
  reload: () => Promise<void>;
  /** What it shows of a feed. It knows an id once, however many of its feeds carry it: the last one has it. */
  entries: (url: string) => Entry[];
  /** How many copies it keeps, over all its feeds. */
  copies: () => number;
  readAll: () => Promise<void>;
  /** How many articles it says are new. */
  unread: () => Promise<number>;
};

/** A newsboat of its own, with a home, a cache and subscriptions that nothing else uses. */
export function openNewsboat(urls: readonly string[]): Newsboat {
  const home = makeFolder();
  const [subscriptions, config, cache, errors, read] = [
    "urls",
    "config",
    "cache.db",
    "errors",
    "read",
  ].map((name) => join(home, name)) as [string, string, string, string, string];
  writeFileSync(subscriptions, urls.join("\n"));
  writeFileSync(config, `error-log "${errors}"\n`);
  const newsboat = async (...args: string[]): Promise<string> => {
    const { stdout } = await run(
      "newsboat",
      ["-q", "-u", subscriptions, "-C", config, "-c", cache, ...args],
      { env: toEnvironment("production", { HOME: home }) },
    );
    // It says nothing and exits 0 when it could not read a feed.
    const complaints = existsSync(errors) ? readFileSync(errors, "utf8") : "";
    if (complaints) throw new Error(`newsboat: ${complaints}`);
    return stdout;
  };
  const ask = (query: string, ...values: string[]) => {
    const database = new DatabaseSync(cache, { readOnly: true });
    try {
      return database.prepare(query).all(...values);
    } finally {
      database.close();
    }
  };
  return {
    reload: async () => void (await newsboat("-x", "reload")),
    entries: (url) =>
      ask(
        // Its own order: it takes the articles of a feed in from the last to the first.
        "SELECT guid, title, url, pubDate, content FROM rss_item WHERE feedurl = ? AND deleted = 0 ORDER BY pubDate DESC, id DESC",
        url,
      ).map((row) => ({
        id: String(row.guid),
        title: String(row.title),
        link: String(row.url),
        published: Number(row.pubDate) * 1000,
        html: String(row.content),
      })),
    copies: () => ask("SELECT id FROM rss_item").length,
    readAll: async () => {
      writeFileSync(
        read,
        ask("SELECT guid FROM rss_item")
          .map(({ guid }) => `${String(guid)}\n`)
          .join(""),
      );
      await newsboat("-I", read);
    },
    unread: async () =>
      Number(
        /^(\d+) unread/m.exec(await newsboat("-x", "print-unread"))?.[1] ?? NaN,
      ),
  };
}

const works = (command: string, ...args: string[]): boolean =>
  spawnSync(command, args, { stdio: "ignore" }).status === 0;

/** The Python that has feedparser: Debian's, behind which another may stand in the PATH. */
const python = ["python3", "/usr/bin/python3"].find((path) =>
  works(path, "-c", "import feedparser"),
);

/**
 * Prints what feedparser took from a feed; complains where the XML is not well-formed to the letter (expat). That the
 * preview's server names no charset is that server's affair.
 */
const feedparserScript = `
import calendar, feedparser, json, sys
feed = feedparser.parse(sys.argv[1])
bozo = feed.get("bozo_exception")
if feed.status != 200 or bozo and not isinstance(bozo, feedparser.CharacterEncodingOverride):
    sys.exit(f"{sys.argv[1]}: {feed.status} {bozo}")
json.dump([{
    "id": e.id, "title": e.title, "link": e.link,
    "published": calendar.timegm(e.published_parsed) * 1000,
    "html": e.content[0].value, "summary": e.summary_detail,
} for e in feed.entries], sys.stdout)
`;

const readText = async (url: string): Promise<string> => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url}: ${answer.status}`);
  return answer.text();
};

/** What Atom says is no plain text would be read as markup. */
const toPlain = (text: { type?: string; value: string } | undefined) =>
  text && [undefined, "text"].includes(text.type) ? text.value : undefined;

const feedsmith = {
  rss: (text: string): unknown[] =>
    parseRssFeed(text).items?.map((item) => ({
      id: item.guid?.value,
      title: item.title,
      link: item.link,
      published: Date.parse(item.pubDate ?? ""),
      html: item.content?.encoded,
      // What RSS describes an article with is HTML by custom.
      summary: toText(item.description ?? ""),
    })) ?? [],
  atom: (text: string) =>
    parseAtomFeed(text).entries?.map((entry) => ({
      id: entry.id,
      title: toPlain(entry.title),
      link: entry.links?.find(({ rel = "alternate" }) => rel === "alternate")
        ?.href,
      published: Date.parse(entry.published ?? ""),
      html: entry.content?.value,
      summary: toPlain(entry.summary),
    })) ?? [],
  json: (text: string) =>
    parseJsonFeed(JSON.parse(text)).items?.map((item) => ({
      id: item.id,
      title: item.title,
      link: item.url,
      published: Date.parse(item.date_published ?? ""),
      html: item.content_html,
      summary: item.summary,
    })) ?? [],
};

export const feedReaders: readonly FeedReader[] = [
  {
    name: "feedsmith",
    formats: ["rss", "atom", "json"],
    read: async (url, format) =>
      feedsmith[format](await readText(url)) as Entry[],
  },
  {
    name: "rss-parser",
    formats: ["rss", "atom"],
    read: async (url, format) => {
      type Item = Parser.Item & { id?: string; "content:encoded"?: string };
      const { items } = await new Parser<object, Item>().parseURL(url);
      return items.map((item) => ({
        id: format === "rss" ? item.guid : item.id,
        title: item.title,
        link: item.link,
        published: Date.parse(item.isoDate ?? ""),
        html: format === "rss" ? item["content:encoded"] : item.content,
        summary: format === "rss" ? toText(item.content ?? "") : item.summary,
      })) as Entry[];
    },
  },
  {
    name: "feedparser",
    formats: ["rss", "atom"],
    missing: python ? undefined : "feedparser is not installed here",
    read: async (url) => {
      const { stdout } = await run(
        python as string,
        ["-c", feedparserScript, url],
        { env: toEnvironment("production"), maxBuffer: 1 << 26 },
      );
      type Taken = Omit<Entry, "summary"> & {
        summary: { type: string; value: string };
      };
      return (JSON.parse(stdout) as Taken[]).map(({ summary, ...entry }) => ({
        ...entry,
        summary:
          summary.type === "text/plain" ? summary.value : toText(summary.value),
      }));
    },
  },
  {
    name: "newsboat",
    formats: ["rss", "atom"],
    missing: works("newsboat", "-v")
      ? undefined
      : "newsboat is not installed here",
    read: async (url) => {
      const newsboat = openNewsboat([url]);
      await newsboat.reload();
      return newsboat.entries(url);
    },
  },
];

/** What stands behind a test's title when this machine cannot run it: nothing is left out in silence. */
export const toNote = ({ missing }: FeedReader): string =>
  missing ? ` (not tried: ${missing})` : "";
