import { hash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { basename, join, sep } from "node:path";
import { z } from "zod";
import { count } from "#check/report.ts";
import { site } from "#site.ts";
import { addresses, feedFormats, toAbsoluteUrl, toFeedAddress } from "#urls.ts";
import { dryRun, readCall, type Command, type Terminal } from "./command.ts";
import { applyPlan, Refusal } from "./plan.ts";
import { parseSitemap } from "./sitemap.ts";

const usage = `npm run announce -- [flags]

After a deployment: tells search engines (IndexNow) which pages are new, changed or gone since the last announcement, and
a WebSub hub which feeds have changed. It reads dist/; indexNowKey and hub are set in src/site.ts.

  --dry-run        print what would be sent
  --to ADDRESS     the IndexNow endpoint (https://api.indexnow.org/indexnow)

Exit code: 0 announced, or nothing to announce; 1 not everything was accepted; 2 nothing to announce to, or wrong usage.`;

const announceCommand: Command = async (root, args, terminal) => {
  const options = { to: { type: "string" }, ...dryRun } as const;
  const { values } = readCall(args, usage, options, 0);
  const { to: endpoint = "https://api.indexnow.org/indexnow" } = values;
  const isDry = values["dry-run"] === true;
  const hosts = { ...site, endpoint };
  return (await announce(root, hosts, isDry, terminal)) ? 0 : 1;
};
export default announceCommand;

const recordFile = ".announced.json";

/** URL → version: for a page the day of its last change ("" without one), for a feed a digest. */
const versions = z.record(z.string(), z.string());
const recordForm = z.strictObject({ pages: versions, feeds: versions });
type Announced = z.infer<typeof recordForm>;

export const urlsPerCall = 10_000;

type Hosts = Pick<typeof site, "indexNowKey" | "hub"> & { endpoint: string };

/**
 * Tells IndexNow which pages have changed since the last announcement, and a WebSub hub which feeds have. Records only
 * what was accepted, so the next run repeats the rest.
 * @returns whether everything was accepted
 * @throws a Refusal when there is nobody to tell or nothing to announce
 */
export async function announce(
  root: string,
  { endpoint, indexNowKey: key, hub }: Hosts,
  isDry: boolean,
  { say, complain }: Pick<Terminal, "say" | "complain">,
): Promise<boolean> {
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
  const built = await readBuilt(join(root, "dist"));
  const record = await readRecord(join(root, recordFile));
  // A hub cannot be told that a feed is gone.
  for (const url of Object.keys(record.feeds))
    if (!(url in built.feeds)) delete record.feeds[url];

  let isAccepted = true;
  const sent: string[] = [];
  async function send(
    kind: keyof Announced,
    size: number,
    post: (urls: string[]) => Promise<string | undefined>,
  ): Promise<void> {
    const [now, before] = [built[kind], record[kind]];
    const changed = Object.keys({ ...now, ...before }).filter(
      (url) => before[url] !== now[url],
    );
    const toCount = (number: number) => count(number, kind.slice(0, -1));
    say(`${toCount(changed.length)} to announce.`);
    if (isDry)
      for (const url of changed)
        say(
          `  ${!(url in before) ? "new    " : url in now ? "changed" : "gone   "}  ${url}`,
        );
    let accepted = 0;
    for (; !isDry && accepted < changed.length; accepted += size) {
      const urls = changed.slice(accepted, accepted + size);
      const problem = await post(urls);
      if (problem) {
        complain(problem);
        isAccepted = false;
        break;
      }
      for (const url of urls)
        if (now[url] === undefined) delete before[url];
        else before[url] = now[url];
    }
    if (accepted > 0) sent.push(toCount(Math.min(accepted, changed.length)));
  }
  const later = "npm run announce again, a while later.";
  if (key) {
    const keyLocation = toAbsoluteUrl(addresses.indexNowKey(key));
    const { host } = new URL(keyLocation);
    await send("pages", urlsPerCall, (urlList) =>
      post(
        endpoint,
        "application/json; charset=utf-8",
        JSON.stringify({ host, key, keyLocation, urlList }),
        `Next: check address and indexNowKey in src/site.ts and that ${keyLocation} shows the key, then ${later}`,
      ),
    );
  }
  if (hub)
    await send("feeds", 1, ([feed = ""]) =>
      post(
        hub,
        "application/x-www-form-urlencoded",
        `${new URLSearchParams({ "hub.mode": "publish", "hub.url": feed })}`,
        `Next: check hub in src/site.ts, then ${later}`,
      ),
    );

  if (sent.length > 0) {
    const text = `${JSON.stringify(record, undefined, 2)}\n`;
    await applyPlan(root, { writes: new Map([[recordFile, text]]) });
    say(`${sent.join(" and ")} announced and recorded in ${recordFile}.`);
  }
  if (isDry) say("Dry run: nothing was sent.");
  return isAccepted;
}

/** Hosts that cannot be looked up on the internet: larder.example, localhost, 10.0.0.1. */
const privateHost =
  /^[^.]*$|\.(?:example|test|invalid|localhost|local|internal)$|^[\d.]+$|^\[/;

/** Every page in the sitemap of a built site, and every feed except archive pages. */
async function readBuilt(dist: string): Promise<Announced> {
  const home = toAbsoluteUrl(addresses.home);
  const pages: Announced["pages"] = {};
  for (const { loc } of await readSitemap(dist, addresses.sitemap.slice(1))) {
    if (!loc.startsWith(home))
      throw new Refusal(
        `dist/ was built for ${loc.slice(0, loc.lastIndexOf("/") + 1)}, but src/site.ts says ${home}.\nNext: npm run build, deploy, and npm run announce again.`,
      );
    const part = decodeURIComponent(loc.slice(home.length));
    for (const page of await readSitemap(dist, part))
      pages[page.loc] = page.lastmod ?? "";
  }
  const names = feedFormats.map((format) => toFeedAddress("", format));
  const feeds: Announced["feeds"] = {};
  for (const file of (await readdir(dist, { recursive: true })).sort())
    if (names.includes(basename(file)))
      feeds[toAbsoluteUrl(`/${file.split(sep).join("/")}`)] = hash(
        "sha256",
        await readFile(join(dist, file)),
      );
  return { pages, feeds };
}

async function readSitemap(dist: string, file: string) {
  const text = await readFile(join(dist, file), "utf8").catch(() => "");
  const entries = parseSitemap(text);
  if (entries) return entries;
  throw new Refusal(
    `${file} in ${basename(dist)}/ is missing or cannot be read: it lists what to announce.\nNext: npm run build`,
  );
}

/** The last announcement without URLs of another site: after a move, search engines accept only those of the new. */
async function readRecord(file: string): Promise<Announced> {
  try {
    const home = toAbsoluteUrl(addresses.home);
    const text = await readFile(file, "utf8");
    return recordForm.parse(
      JSON.parse(text, (key, value: unknown) =>
        /^https?:/.test(key) && !key.startsWith(home) ? undefined : value,
      ),
    );
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return { pages: {}, feeds: {} };
    throw new Refusal(
      `${recordFile} records what was announced last, and cannot be read${code ? ` (${code})` : ""}.\nRestore it from a copy, or delete it to announce everything again.`,
    );
  }
}

/** Makes a request; returns the problem and the next step if it is not accepted. */
async function post(url: string, type: string, body: string, next: string) {
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "Content-Type": type },
      body,
      // A followed redirect would turn the POST into a GET.
      redirect: "manual",
      signal: AbortSignal.timeout(30_000),
    });
    await answer.body?.cancel();
    return answer.ok ? undefined : `${url} answered ${answer.status}.\n${next}`;
  } catch (error) {
    const { message, cause } = error as Error & { cause?: { code?: string } };
    return `${url} cannot be reached (${cause?.code ?? message}).\n${next}`;
  }
}
