import { isUtf8 } from "node:buffer";
import { readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { readPage, type Reference } from "./read-page.ts";
import { Site, toPath, type Redirect } from "./site.ts";

const isText =
  /\.(?:html?|xml|opml|json|webmanifest|txt|md|css|m?js|svg|map)$|(?:^|\/)_[a-z]+$/;
/** Larger texts are not read. */
const mostBytes = 20_000_000;

/** Reads a built directory, each page once. */
export function readSite(
  folder: string,
  root: string,
  step: (done: number, total: number) => void = () => undefined,
): Site {
  const site = new Site(realpathSync(folder), root);
  list(site, "");
  let read = 0;
  for (const [file, size] of site.files) {
    step(read++, site.files.size);
    if (!isText.test(file)) continue;
    if (size <= mostBytes) readText(site, file);
    else site.problems.push([file, "files/large", "This file was not read."]);
  }
  site.home = findHome(site) ?? site.home;
  return site;
}

function readText(site: Site, file: string): void {
  const bytes = site.read(file);
  site.texts.add(file);
  if (!isUtf8(bytes))
    site.problems.push([file, "files/encoding", "This file is not UTF-8."]);
  const text = bytes.toString();
  // Other .html files are proofs of ownership, as for search engines.
  if (/\.html?$/.test(file) && /<(?:!doctype|html|head|body)\b/i.test(text)) {
    const page = readPage(file, text);
    site.pages.set(file, page);
    site.references.set(file, page.references);
  } else if (file.endsWith(".css"))
    site.references.set(file, readStyleSheet(text));
  else if (file === "_redirects") site.redirects = readRedirects(text);
}

const readStyleSheet = (text: string): Reference[] =>
  text
    .matchAll(/url\(\s*(["']?)(?!data:)([^"')]+)\1\s*\)/g)
    .map(([, , written = ""]) => ({
      written,
      use: "share" as const,
      isEager: false,
    }))
    .toArray();

/** Lists a folder's files in the same order on every machine. */
function list(site: Site, folder: string): void {
  const entries = readdirSync(join(site.folder, folder), {
    withFileTypes: true,
  });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = folder + entry.name;
    const path = join(site.folder, file);
    if (entry.isDirectory()) list(site, `${file}/`);
    else if (!entry.isSymbolicLink() || isFileIn(site.folder, path)) {
      if (statSync(path).isFile()) site.files.set(file, statSync(path).size);
    } else
      site.problems.push([file, "files/link", "This link is not followed."]);
  }
}

function isFileIn(folder: string, link: string): boolean {
  const target = statSync(link, { throwIfNoEntry: false });
  return (
    target?.isFile() === true && realpathSync(link).startsWith(folder + sep)
  );
}

/** `/old/ /new/ 301` in the form of Netlify and Cloudflare. */
const readRedirects = (text: string): Redirect[] =>
  text.split("\n").flatMap((row) => {
    const [from = "", to, status = "301"] = row.trim().split(/\s+/);
    return from.startsWith("#") || !to ? [] : [{ from, to, status }];
  });

/** What most canonical links have before the path of their page, or else the shortest address in a sitemap. */
function findHome({ pages, texts, read }: Site): URL | undefined {
  const starts = [...pages.values()].flatMap(({ file, canonical = "" }) => {
    const url = URL.parse(canonical)?.href ?? "";
    const path = encodeURI(toPath(file));
    return url.endsWith(`/${path}`)
      ? [url.slice(0, url.length - path.length)]
      : [];
  });
  const [most] = [...Map.groupBy(starts, (start) => start).values()].sort(
    (a, b) => b.length - a.length,
  );
  const listed = [...texts]
    .filter((file) => file.endsWith("sitemap.xml"))
    .flatMap((file) => [
      ...read(file)
        .toString()
        .matchAll(/<loc>\s*([^<\s]+)/g),
    ])
    .map(([, address = ""]) => address);
  const [shortest] = listed.sort((a, b) => a.length - b.length);
  return URL.parse(most?.[0] ?? shortest ?? "") ?? undefined;
}
