import { count } from "#check/report.ts";
import { site } from "#site.ts";
import { addresses, toAbsoluteUrl } from "#urls.ts";
import {
  readBuilt,
  readRecord,
  writeRecord,
  type Announced,
} from "./announce-built.ts";
import { mostAtOnce, postFeed, postPages } from "./announce-calls.ts";
import { Refusal } from "./plan.ts";

type Change = { url: string; what: "new" | "changed" | "gone" };

export type Announcement = {
  /** The built site. */
  dist: string;
  /** Where it stands what was announced last. */
  record: string;
  /** Where IndexNow is, or another search engine that speaks it. */
  endpoint: string;
  key: string | undefined;
  hub: string | undefined;
  isDry: boolean;
  say: (line: string) => void;
  /** Says what went wrong. */
  complain: (line: string) => void;
};

/**
 * Tells search engines which pages of a built site changed since they were told last, and a hub which feeds did. What
 * was not accepted is not remembered, so the next announcement tells it again.
 * @returns whether all was accepted
 * @throws a Refusal when there is nobody to tell, or nothing to tell of
 */
export async function announce(announcement: Announcement): Promise<boolean> {
  const { dist, record, endpoint, key, hub, isDry, say } = announcement;
  checkSettings(announcement);
  const built = await readBuilt(dist);
  const before = await readRecord(record);
  if (!before) say("Nothing was announced before: everything is new.");
  const known = forgetOthers(before ?? { pages: {}, feeds: {} }, say);
  const pages = key ? toChanges(built.pages, known.pages) : [];
  const feeds = hub
    ? toChanges(built.feeds, known.feeds).filter(({ what }) => what !== "gone")
    : [];

  if (key) list("IndexNow", "page", pages, announcement);
  else say("IndexNow: left out, src/site.ts has no indexNowKey.");
  if (hub) list("WebSub", "feed", feeds, announcement);
  else say("WebSub: left out, src/site.ts has no hub.");
  if (isDry) {
    say("Nothing was sent: this is what would be.");
    return true;
  }

  const failures: string[] = [];
  const told = { page: 0, feed: 0 };
  try {
    for (let at = 0; key && at < pages.length; at += mostAtOnce) {
      const some = pages.slice(at, at + mostAtOnce);
      const urls = some.map(({ url }) => url);
      const failure = await postPages(endpoint, key, urls);
      if (failure) {
        failures.push(`IndexNow: ${failure}`);
        break;
      }
      for (const { url } of some) remember(known.pages, built.pages, url);
      told.page += some.length;
    }
    for (const { url } of feeds) {
      const failure = await postFeed(hub as string, url);
      if (failure) {
        failures.push(`WebSub: ${failure}`);
        break;
      }
      remember(known.feeds, built.feeds, url);
      told.feed++;
    }
  } finally {
    if (told.page + told.feed > 0) await writeRecord(record, known);
  }
  say(
    told.page + told.feed > 0
      ? `${count(told.page, "page")} and ${count(told.feed, "feed")} announced; ${record} remembers them.`
      : failures.length > 0
        ? `Nothing was announced; ${record} is as it was.`
        : "Nothing has changed since: nothing was sent.",
  );
  for (const failure of failures) announcement.complain(failure);
  if (failures.length === 0)
    say("Next: npm run announce, after the next deployment.");
  return failures.length === 0;
}

/** What IndexNow takes for a key: 8 to 128 letters, figures and dashes. */
const keyForm = /^[a-z\d-]{8,128}$/i;
/** Names that nobody can look up: https://larder.example, localhost, 10.0.0.1. */
const privateHost =
  /^[^.]*$|\.(?:example|test|invalid|localhost|local|internal)$|^[\d.]+$|^\[/;

function checkSettings({ key, hub, endpoint }: Announcement): void {
  if (!key && !hub)
    throw new Refusal(
      `There is nobody to tell.
Set one of these in src/site.ts, or both, then build and deploy:
  indexNowKey: "${crypto.randomUUID()}"   for search engines; any such key will do, this one is new
  hub: "https://…"   for feed readers, the address of a WebSub hub`,
      2,
    );
  if (key && !keyForm.test(key))
    throw new Refusal(
      `indexNowKey in src/site.ts is "${key}".\nWrite 8 to 128 letters a to z, figures and dashes, like ${crypto.randomUUID()}.`,
    );
  for (const [url, code] of [
    [endpoint, 2],
    [hub ?? endpoint, 1],
    [site.address, 1],
  ] as const)
    if (!/^https?:$/.test(URL.parse(url)?.protocol ?? ""))
      throw new Refusal(
        `"${url}" is no address on the web.\nWrite one that begins with https://.`,
        code,
      );
  if (privateHost.test(new URL(site.address).hostname))
    throw new Refusal(
      `${site.address} is an address that the world cannot reach.\nSet the site's own in src/site.ts, then build, deploy, and npm run announce again.`,
    );
}

const toChanges = (
  built: Record<string, string>,
  known: Record<string, string>,
): Change[] => [
  ...Object.keys(built)
    .filter((url) => known[url] !== built[url])
    .map((url): Change => ({ url, what: url in known ? "changed" : "new" })),
  ...Object.keys(known)
    .filter((url) => !(url in built))
    .map((url): Change => ({ url, what: "gone" })),
];

function remember(
  known: Record<string, string>,
  built: Record<string, string>,
  url: string,
): void {
  if (built[url] === undefined) delete known[url];
  else known[url] = built[url];
}

/** After a move: search engines take news of a site only from itself. */
function forgetOthers(
  { pages, feeds }: Announced,
  say: (line: string) => void,
): Announced {
  const home = toAbsoluteUrl(addresses.home);
  const keep = (all: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(all).filter(([url]) => url.startsWith(home)),
    );
  const kept = { pages: keep(pages), feeds: keep(feeds) };
  const sizeOf = (one: Announced) =>
    Object.keys(one.pages).length + Object.keys(one.feeds).length;
  const others = sizeOf({ pages, feeds }) - sizeOf(kept);
  if (others > 0)
    say(
      `Announced before, but not under ${home}, and left out now: ${others}.`,
    );
  return kept;
}

/** Says what will be sent: all of it in a dry run, else the first ten. */
function list(
  service: string,
  noun: string,
  changes: readonly Change[],
  { isDry, say }: Announcement,
): void {
  say(`${service}: ${count(changes.length, noun)} to announce.`);
  const shown = isDry ? changes : changes.slice(0, 10);
  for (const { url, what } of shown) say(`  ${what.padEnd(7)}  ${url}`);
  if (shown.length < changes.length)
    say(`  … and ${changes.length - shown.length} more`);
}
