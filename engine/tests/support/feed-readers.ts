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
  /** The text as shown; newsboat stores no summary if there is a full text. */
  summary?: string | undefined;
};

export type FeedReader = {
  name: string;
  formats: readonly FeedFormat[];
  /** Reads a feed over HTTP, in the feed's order. Throws if the reader reports a problem. */
  read: (url: string, format: FeedFormat) => Promise<Entry[]>;
  /** Why it cannot run on this machine. */
  missing?: string | undefined;
};

const run = promisify(execFile);

/** The text of some HTML, with single spaces. */
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

/** Newsboat's cache survives a reload, as on a subscriber's machine. */
export type Newsboat = {
  reload: () => Promise<void>;
  /** The articles it shows in a feed. If several feeds have an id, only the last one shows it. */
  entries: (url: string) => Entry[];
  /** The number of copies in all feeds. */
  copies: () => number;
  readAll: () => Promise<void>;
  /** The number of articles it reports as new. */
  unread: () => Promise<number>;
};

/** A separate newsboat with its own home, cache and subscriptions. */
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
    // It prints nothing and exits with 0 if it cannot read a feed.
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

/** The Python that has feedparser: Debian's, which may not be the first in PATH. */
const python = ["python3", "/usr/bin/python3"].find((path) =>
  works(path, "-c", "import feedparser"),
);

/**
 * Prints the articles that feedparser finds in a feed, and an error if expat rejects the XML. Ignores that the
 * preview server sends no charset.
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

/** Atom text that is not plain would be parsed as markup. */
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
      // An RSS description is HTML by convention.
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

/** Added to the title of a test that this machine cannot run, so that nothing is skipped silently. */
export const toNote = ({ missing }: FeedReader): string =>
  missing ? ` (not tried: ${missing})` : "";
