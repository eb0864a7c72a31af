import { createHash } from "node:crypto";
import {
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { XMLParser, XMLValidator } from "fast-xml-parser";
import { z } from "zod";
import { addresses, feedFormats, toAbsoluteUrl, toFeedAddress } from "#urls.ts";
import { Refusal } from "./plan.ts";

/** What the world was told of, or could be: URL of a page → its day of last change ("" without one), of a feed → a digest. */
export type Announced = {
  pages: Record<string, string>;
  feeds: Record<string, string>;
};

/** Every page that the sitemap of a built site names, all its parts, and every feed. */
export async function readBuilt(dist: string): Promise<Announced> {
  const home = toAbsoluteUrl(addresses.home);
  const pages: [string, string][] = [];
  const { sitemapindex } = await readSitemap(
    dist,
    addresses.sitemap.slice(1),
    indexForm,
  );
  for (const { loc: url } of sitemapindex.sitemap) {
    if (!url.startsWith(home))
      throw new Refusal(
        `dist/ was built for ${url.slice(0, url.lastIndexOf("/") + 1)}, not for ${home}: announced is what stands at the address in src/site.ts.\nNext: npm run build, deploy, and npm run announce again.`,
      );
    const file = decodeURIComponent(url.slice(home.length));
    const { urlset } = await readSitemap(dist, file, partForm);
    for (const { loc, lastmod } of urlset.url) pages.push([loc, lastmod]);
  }
  return {
    pages: Object.fromEntries(pages),
    feeds: Object.fromEntries(await readFeeds(dist)),
  };
}

const indexForm = z.object({
  sitemapindex: z.object({ sitemap: z.array(z.object({ loc: z.string() })) }),
});
const partForm = z.object({
  urlset: z.object({
    url: z.array(
      z.object({ loc: z.string(), lastmod: z.string().default("") }),
    ),
  }),
});
const parser = new XMLParser({
  parseTagValue: false,
  isArray: (name) => name === "sitemap" || name === "url",
});

/** @throws a Refusal when the file is not there, or is no sitemap of a site with at least one page */
async function readSitemap<T extends z.ZodType>(
  dist: string,
  file: string,
  form: T,
): Promise<z.output<T>> {
  const text = await readFile(join(dist, file), "utf8").catch(() => {
    throw new Refusal(
      `There is no ${file} in ${basename(dist)}/: it says what to announce.\nNext: npm run build`,
    );
  });
  const read =
    XMLValidator.validate(text) === true
      ? form.safeParse(parser.parse(text))
      : undefined;
  if (read?.success) return read.data;
  throw new Refusal(
    `${file} in ${basename(dist)}/ cannot be read.\nNext: npm run build`,
  );
}

/** Feeds are known by their names, wherever they are: what they list is the library's affair. Their archives lie still. */
async function readFeeds(dist: string): Promise<[string, string][]> {
  const names = new Set(feedFormats.map((format) => toFeedAddress("", format)));
  const files = (await readdir(dist, { recursive: true }))
    .filter((file) => names.has(basename(file)))
    .sort();
  return Promise.all(
    files.map(async (file): Promise<[string, string]> => [
      toAbsoluteUrl(`/${file.split(sep).join("/")}`),
      createHash("sha256")
        .update(await readFile(join(dist, file)))
        .digest("base64url")
        .slice(0, 16),
    ]),
  );
}

const form = z.strictObject({
  pages: z.record(z.string(), z.string()),
  feeds: z.record(z.string(), z.string()),
});

/** What was announced last; undefined when nothing ever was. */
export async function readRecord(file: string): Promise<Announced | undefined> {
  const text = await readFile(file, "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return undefined;
      throw new Refusal(
        `${file} cannot be read (${error.code}): it says what was announced last.\nName another file: --record FILE`,
      );
    },
  );
  if (text === undefined) return undefined;
  try {
    return form.parse(JSON.parse(text));
  } catch {
    throw new Refusal(
      `${file} says what was announced last, and cannot be read.\nTake it back from a copy, or remove it: then everything is announced again, once.`,
    );
  }
}

/**
 * Writes it beside its place first, so that a full disk leaves the last one.
 * @throws a Refusal when it cannot be written: the same would be announced again
 */
export async function writeRecord(
  file: string,
  announced: Announced,
): Promise<void> {
  const sorted = (all: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  const { pages, feeds } = announced;
  const text = JSON.stringify(
    { pages: sorted(pages), feeds: sorted(feeds) },
    undefined,
    2,
  );
  const beside = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(beside, `${text}\n`);
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw new Refusal(
      `${file} cannot be written (${(error as NodeJS.ErrnoException).code}): what was announced now would be announced again.\nName another file: --record FILE`,
    );
  }
}
