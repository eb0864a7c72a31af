import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { z } from "zod";
import { count } from "#check/report.ts";
import { site } from "#site.ts";
import { addresses, feedFormats, toAbsoluteUrl, toFeedAddress } from "#urls.ts";
import { postFeed, postPages, urlsPerCall } from "./announce-calls.ts";
import { applyPlan, Refusal } from "./plan.ts";

/** URL → version: for a page the day of its last change ("" without one), for a feed a digest. */
type Versions = Record<string, string>;
type Announced = { pages: Versions; feeds: Versions };

export type Announcement = {
  /** The folder of the built site. */
  dist: string;
  /** The file that records what has been announced. */
  record: string;
  /** The IndexNow endpoint. */
  endpoint: string;
  key: string | undefined;
  hub: string | undefined;
  isDry: boolean;
  say: (line: string) => void;
  complain: (line: string) => void;
};

/**
 * Tells IndexNow which pages have changed since the last announcement, and a WebSub hub which feeds have. Records only
 * what was accepted, so the next run repeats the rest.
 * @returns whether everything was accepted
 * @throws a Refusal when there is nobody to tell or nothing to announce
 */
export async function announce(options: Announcement): Promise<boolean> {
  const { dist, record, endpoint, key, hub, isDry, say, complain } = options;
  if (!key && !hub)
    throw new Refusal(
      `Nothing to announce to.
Set one of these in src/site.ts, or both, then build and deploy:
  indexNowKey: "${crypto.randomUUID()}"   for search engines; any such key will do, this one is new
  hub: "https://…"   for feed readers, the address of a WebSub hub`,
      2,
    );
  if (privateHost.test(new URL(site.address).hostname))
    throw new Refusal(
      `${site.address} is not a public address.\nSet the site's own in src/site.ts, then build, deploy, and npm run announce again.`,
    );
  const built = await readBuilt(dist);
  const known = await readRecord(record);
  const pages = key ? toChanges(built.pages, known.pages) : [];
  const feeds = hub
    ? toChanges(built.feeds, known.feeds).filter(([, what]) => what !== "gone")
    : [];

  if (key) say(toList("IndexNow", "page", pages, isDry));
  else say("IndexNow: skipped, src/site.ts has no indexNowKey.");
  if (hub) say(toList("WebSub", "feed", feeds, isDry));
  else say("WebSub: skipped, src/site.ts has no hub.");
  if (isDry) {
    say("Dry run: nothing was sent.");
    return true;
  }

  const told = { pages: 0, feeds: 0 };
  /** Sends a batch; returns whether it was accepted. */
  const send = async (
    kind: keyof Announced,
    urls: string[],
    failure: Promise<string | undefined>,
  ) => {
    const problem = await failure;
    if (problem) complain(problem);
    else {
      for (const url of urls)
        if (built[kind][url] === undefined) delete known[kind][url];
        else known[kind][url] = built[kind][url];
      told[kind] += urls.length;
    }
    return !problem;
  };
  let isAccepted = true;
  for (let at = 0; key && isAccepted && at < pages.length; at += urlsPerCall) {
    const urls = pages.slice(at, at + urlsPerCall).map(([url]) => url);
    isAccepted = await send("pages", urls, postPages(endpoint, key, urls));
  }
  for (const [url] of feeds)
    if (!(await send("feeds", [url], postFeed(hub as string, url)))) {
      isAccepted = false;
      break;
    }
  const isTold = told.pages + told.feeds > 0;
  if (isTold)
    await applyPlan("", {
      writes: new Map([[record, `${JSON.stringify(known, undefined, 2)}\n`]]),
    });
  say(
    isTold
      ? `${count(told.pages, "page")} and ${count(told.feeds, "feed")} announced and recorded in ${record}.`
      : isAccepted
        ? "Nothing has changed, so nothing was sent."
        : `Nothing was announced; ${record} is unchanged.`,
  );
  return isAccepted;
}

/** Hosts that nobody outside can look up: larder.example, localhost, 10.0.0.1. */
const privateHost =
  /^[^.]*$|\.(?:example|test|invalid|localhost|local|internal)$|^[\d.]+$|^\[/;

type Change = [url: string, what: "new" | "changed" | "gone"];

const toChanges = (built: Versions, known: Versions): Change[] =>
  Object.keys({ ...built, ...known })
    .filter((url) => known[url] !== built[url])
    .map((url) => [
      url,
      !(url in known) ? "new" : url in built ? "changed" : "gone",
    ]);

/** What will be sent: all of it in a dry run, otherwise the first ten. */
function toList(
  service: string,
  noun: string,
  changes: readonly Change[],
  isDry: boolean,
): string {
  const shown = isDry ? changes : changes.slice(0, 10);
  const more = changes.length - shown.length;
  return [
    `${service}: ${count(changes.length, noun)} to announce.`,
    ...shown.map(([url, what]) => `  ${what.padEnd(7)}  ${url}`),
    ...(more > 0 ? [`  … and ${more} more`] : []),
  ].join("\n");
}

/** Every page in the sitemap of a built site, and every feed but the archives. */
async function readBuilt(dist: string): Promise<Announced> {
  const home = toAbsoluteUrl(addresses.home);
  const pages: Versions = {};
  for (const { loc } of await readSitemap(dist, addresses.sitemap.slice(1))) {
    if (!loc.startsWith(home))
      throw new Refusal(
        `dist/ was built for ${loc.slice(0, loc.lastIndexOf("/") + 1)}, but src/site.ts says ${home}.\nNext: npm run build, deploy, and npm run announce again.`,
      );
    const file = decodeURIComponent(loc.slice(home.length));
    for (const page of await readSitemap(dist, file))
      pages[page.loc] = page.lastmod;
  }
  const names = feedFormats.map((format) => toFeedAddress("", format));
  const feeds: Versions = {};
  for (const file of (await readdir(dist, { recursive: true })).sort())
    if (names.includes(basename(file)))
      feeds[toAbsoluteUrl(`/${file.split(sep).join("/")}`)] = createHash(
        "sha256",
      )
        .update(await readFile(join(dist, file)))
        .digest("base64url")
        .slice(0, 16);
  return { pages, feeds };
}

const entries = z.array(
  z.object({ loc: z.string(), lastmod: z.string().default("") }),
);
const sitemap = z.union([
  z
    .object({ sitemapindex: z.object({ sitemap: entries }) })
    .transform(({ sitemapindex }) => sitemapindex.sitemap),
  z
    .object({ urlset: z.object({ url: entries }) })
    .transform(({ urlset }) => urlset.url),
]);
const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => name === "sitemap" || name === "url",
});

/** @throws a Refusal when the file is missing or not a sitemap with at least one entry */
async function readSitemap(
  dist: string,
  file: string,
): Promise<z.output<typeof entries>> {
  const text = await readFile(join(dist, file), "utf8").catch(() => "");
  const { data } = sitemap.safeParse(
    XMLValidator.validate(text) === true && parser.parse(text),
  );
  if (data) return data;
  throw new Refusal(
    `${file} in ${basename(dist)}/ is missing or cannot be read: it lists what to announce.\nNext: npm run build`,
  );
}

const recordForm = z.strictObject({
  pages: z.record(z.string(), z.string()),
  feeds: z.record(z.string(), z.string()),
});

/** What was announced last, without URLs of another site: after a move, search engines accept only the new one's. */
async function readRecord(file: string): Promise<Announced> {
  const isOwn = ([url]: [string, string]) =>
    url.startsWith(toAbsoluteUrl(addresses.home));
  const keepOwn = (versions: Versions) =>
    Object.fromEntries(Object.entries(versions).filter(isOwn));
  try {
    const { pages, feeds } = recordForm.parse(
      JSON.parse(await readFile(file, "utf8")),
    );
    return { pages: keepOwn(pages), feeds: keepOwn(feeds) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return { pages: {}, feeds: {} };
    throw new Refusal(
      `${file} records what was announced last, and cannot be read${code ? ` (${code})` : ""}.\nRestore it from a copy, or delete it to announce everything again. Or name another file: --record FILE`,
    );
  }
}
