import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readContent, type ContentFile } from "#files/content.ts";
import { stateOf } from "#model/published.ts";
import { compareDates, readArticleDate, readNow } from "#model/dates.ts";
import { addresses, toAbsoluteUrl } from "#urls.ts";
import { readCall, type Command } from "./command.ts";
import { Refusal } from "./plan.ts";
import { parseSitemap } from "./sitemap.ts";

const usage = `npm run due -- [flags]

Lists the articles whose date has come and that the deployed site does not have yet, by its sitemap. A job that runs every
hour asks this, and builds and deploys only then.

  --deployed WHERE   the deployed site, if it is not at the address in src/site.ts: an address, or a folder like dist

Exit code: 0 some are due; 1 none is; 2 the deployed site cannot be read, or wrong usage.`;

const due: Command = async (root, args, { say }) => {
  const { values } = readCall(args, usage, { deployed: { type: "string" } }, 0);
  try {
    const read = open(values.deployed ?? toAbsoluteUrl(addresses.home));
    const articles = await listDue(root, read, readNow());
    for (const { file, data } of articles)
      say(`${file} has been due since ${String(data.pubDate)}.`);
    if (articles.length === 0) say("Nothing is due.");
    return articles.length > 0 ? 0 : 1;
  } catch (error) {
    // 1 would say that nothing is due.
    throw error instanceof Refusal
      ? error
      : new Refusal((error as Error).stack ?? String(error), 2);
  }
};
export default due;

/** Reads the file at an address of the deployed site; undefined if there is none. */
type Read = (address: string) => Promise<string | undefined>;

/** How long an article that no sitemap lists may be missing before nobody asks for it any more. */
const recent = 7 * 24 * 60 * 60 * 1000;

/** The published articles that the deployed site does not have, oldest first. */
async function listDue(root: string, read: Read, now: Date) {
  const listed = await readPages(read);
  const { collections } = await readContent(root);
  const missing: ContentFile[] = [];
  for (const article of collections.articles) {
    if (stateOf(article, now) !== "published") continue;
    const { listed: isListed, canonicalUrl, supersededBy } = article.data;
    const address = addresses.article(article.id);
    if (listed.has(toAbsoluteUrl(address))) continue;
    const isInSitemap = isListed !== false && !canonicalUrl && !supersededBy;
    const age = now.getTime() - toDate(article).time;
    if (isInSitemap || (age < recent && (await read(address)) === undefined))
      missing.push(article);
  }
  return missing.sort((a, b) => compareDates(toDate(a), toDate(b)));
}

const toDate = ({ data }: ContentFile) => readArticleDate(String(data.pubDate));

async function readPages(read: Read): Promise<Set<string>> {
  const home = toAbsoluteUrl(addresses.home);
  const readList = async (address: string) => {
    const text = await read(address);
    const entries = text === undefined ? undefined : parseSitemap(text);
    if (!entries)
      throw new Refusal(
        `The deployed site has no ${address} that can be read: it lists what is there already.\nNext: deploy the site once, or say where it is with --deployed.`,
        2,
      );
    const other = entries.find(({ loc }) => !loc.startsWith(home));
    if (other)
      throw new Refusal(
        `The deployed site was built for ${new URL(other.loc).origin}, and lists ${other.loc}, but src/site.ts says ${home}.\nNext: correct the address, or deploy this site there.`,
        2,
      );
    return entries.map(({ loc }) => loc);
  };
  const parts = await readList(addresses.sitemap);
  const pages = await Promise.all(
    parts.map((part) => readList(`/${part.slice(home.length)}`)),
  );
  return new Set(pages.flat());
}

/** @param where the address of a site, or its folder on this disk */
const open = (where: string): Read =>
  /^https?:/.test(where)
    ? (address) => download(where.replace(/\/*$/, address))
    : (address) =>
        readFile(join(where, address.replace(/\/$/, "/index.html")), "utf8")
          // A folder that is missing is no site.
          .catch((error: NodeJS.ErrnoException) => {
            if (error.code === "ENOENT") return undefined;
            throw error;
          });

/** @throws a Refusal if there is no answer, or one that says neither what is there nor that nothing is */
async function download(url: string): Promise<string | undefined> {
  const next = `Next: check the address in src/site.ts, or try again a while later.`;
  const [status, text] = await fetch(url, {
    signal: AbortSignal.timeout(30_000),
  })
    // The connection can break while the text comes.
    .then(async (answer) => [answer.status, await answer.text()] as const)
    .catch(({ message, cause }: Error & { cause?: { code?: string } }) => {
      throw new Refusal(
        `${url} cannot be reached (${cause?.code ?? message}).\n${next}`,
        2,
      );
    });
  if (status === 200) return text;
  if (status === 404 || status === 410) return undefined;
  throw new Refusal(`${url} answered ${status}.\n${next}`, 2);
}
