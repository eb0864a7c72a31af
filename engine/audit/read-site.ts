import { isUtf8 } from "node:buffer";
import { readdirSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { unescapePart as decode } from "#text/escapes.ts";
import { readPage } from "./read-page.ts";
import { Site, toPath, type Redirect, type Report } from "./site.ts";

const isText =
  /\.(?:html?|xml|opml|json|webmanifest|txt|md|css|m?js|svg)$|(?:^|\/)_[a-z]+$/;
const mostBytes = 5_000_000;
/** The parser's time grows with the square of the depth. */
const mostDepth = 2000;

/** Reads a built directory, each page once. Files that cannot be read are reported. */
export function readSite(
  folder: string,
  root: string,
  report: Report,
  step: (done: number, total: number) => void = () => undefined,
): Site {
  const site = Object.assign(new Site(), {
    folder: realpathSync(folder),
    root,
  });
  const skip = (file: string, why: string) =>
    report(file, "files/skipped", "", why);
  const attempt = (file: string, work: () => void) => {
    try {
      work();
    } catch (error) {
      if (!(error as NodeJS.ErrnoException).syscall) throw error;
      skip(file, "it cannot be read");
    }
  };
  const list = (inner: string) =>
    attempt(inner || ".", () => {
      const path = join(site.folder, inner);
      const entries = readdirSync(path, { withFileTypes: true });
      // The same order on every machine.
      for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
        const file = inner + entry.name;
        if (entry.isDirectory()) list(`${file}/`);
        else if (entry.isSymbolicLink() && !isFileIn(site.folder, file))
          skip(file, "it is a symbolic link that leads to no file of the site");
        else
          attempt(file, () => {
            const stat = statSync(join(site.folder, file));
            if (stat.isFile()) site.files.set(file, stat.size);
          });
      }
    });
  list("");
  let read = 0;
  for (const [file, size] of site.files) {
    step(read++, site.files.size);
    if (!isText.test(file)) continue;
    if (size > mostBytes) skip(file, "it has more than 5 MB");
    else
      attempt(file, () => {
        if (!isUtf8(site.read(file))) report(file, "files/encoding");
        const text = site.readText(file);
        site.texts.add(file);
        if (!isPage(file, text)) readOther(site, file, text);
        else if (isDeep(text))
          skip(file, "its elements are nested more than 2,000 deep");
        else {
          const page = readPage(file, text);
          site.pages.set(file, page);
          site.references.set(file, [...page.references.values()]);
        }
      });
  }
  site.home = findHome(site) ?? site.home;
  return site;
}

function isFileIn(folder: string, link: string): boolean {
  try {
    const target = realpathSync(join(folder, link));
    return target.startsWith(folder + sep) && statSync(target).isFile();
  } catch {
    return false;
  }
}

/** Other .html files are proofs of ownership, as for search engines. */
const isPage = (file: string, text: string): boolean =>
  /\.html?$/.test(file) && /<(?:!doctype|html|head|body)\b/i.test(text);

/** Elements without an end tag, or with one that may be left out. */
const endless =
  /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr|html|head|body|p|li|dt|dd|option|optgroup|tr|td|th|thead|tbody|tfoot|colgroup|rt|rp)$/i;

function isDeep(html: string): boolean {
  let depth = 0;
  for (const [, isEnd, name = "", isClosed] of html.matchAll(
    /<(\/?)([a-z][\w-]*)[^<>]*?(\/?)>/gi,
  ))
    if (isEnd) depth = Math.max(0, depth - (endless.test(name) ? 0 : 1));
    else if (!isClosed && !endless.test(name) && ++depth > mostDepth)
      return true;
  return false;
}

function readOther(site: Site, file: string, text: string): void {
  if (file === "_redirects") site.redirects = readRedirects(text);
  if (!file.endsWith(".css")) return;
  const urls = text
    .replace(/\/\*[^]*?\*\//g, "")
    .matchAll(/url\(\s*(["']?)(?!data:)([^"')\\]+)\1\s*\)/gi);
  site.references.set(
    file,
    Array.from(urls, ([, , written = ""]) => ({
      written: written.trim(),
      use: "share",
      isEager: false,
    })),
  );
}

/** `/old/ /new/ 301` in the form of Netlify and Cloudflare; conditions, like Country=at, are left out. */
const readRedirects = (text: string): Redirect[] =>
  text.split("\n").flatMap((row) => {
    const [from = "", ...words] = row.trim().split(/\s+/);
    const to = words.find((word) => /^(?:\/|https?:)/.test(word));
    const status = words.find((word) => /^\d{3}!?$/.test(word)) ?? "301";
    return from.startsWith("#") || !to
      ? []
      : [{ from, to, status, pattern: toPattern(from) }];
  });

/** Matches the start of a redirect, in which `:name` is a segment and `*` anything. */
const toPattern = (from: string): RegExp =>
  new RegExp(
    `^${decode(from)
      .replace(/[.+?^$()[\]{}|\\]/g, "\\$&")
      .replace(/:\w+/g, "[^/]+")
      .replace(/\*+/g, ".*")
      .replace(/\/$/, "")}/?$`,
  );

/** What most canonical links have before the path of their page, or else the shortest address in a sitemap. */
function findHome({ pages, texts, readText }: Site): URL | undefined {
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
  const [shortest] = [...texts]
    .filter((file) => file.endsWith("sitemap.xml"))
    .flatMap((file) => [...readText(file).matchAll(/<loc>\s*([^<\s]+)/g)])
    .map(([, address = ""]) => address)
    .sort((a, b) => a.length - b.length);
  return URL.parse(most?.[0] ?? shortest ?? "") ?? undefined;
}
