import { dirname, join } from "node:path/posix";
import { isPair, isScalar, parseDocument, visit, type Pair } from "yaml";
import { pageOf } from "#model/collections.ts";
import { findLinks } from "#text/links.ts";
import { splitFrontMatter } from "#files/read.ts";
import type { FoundFile } from "#files/find-files.ts";
import { site } from "#site.ts";
import { addresses, toAbsoluteUrl } from "#urls.ts";

/** A piece of a text to be written anew. */
type Splice = { start: number; end: number; insert: string };

const splice = (text: string, splices: readonly Splice[]): string =>
  splices
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (before, { start, end, insert }) =>
        before.slice(0, start) + insert + before.slice(end),
      text,
    );

/** The fields that hold names of articles. */
const nameFields = ["supersededBy", "related"];
/** The fields that hold an address or a path. */
const addressFields = ["link", "url", "canonicalUrl", "image"];

/**
 * A content file's text in which every link to an article says its new name; the rest stays to the byte.
 * @throws the parser's error when the file cannot be read
 */
export function updateLinks(
  text: string,
  from: FoundFile,
  article: { id: string; file: string },
  newSlug: string,
): { text: string; count: number } {
  if (!text.includes(article.id)) return { text, count: 0 };
  const { body } = splitFrontMatter(text);
  const bodyStart = text.length - body.length;
  const inBody = findLinks(body, from.file.endsWith(".mdx") ? "mdx" : "md").map(
    ({ start, address }) => ({ start: bodyStart + start, address }),
  );
  const inFields = findValues(text).filter(({ field }) =>
    addressFields.includes(field),
  );
  const splices = [...inBody, ...inFields].flatMap(({ start, address }) => {
    const at = findSlug(address, from, article);
    return at === undefined ? [] : [start + at];
  });
  for (const { start, field, address } of findValues(text))
    if (nameFields.includes(field) && address === article.id)
      splices.push(start);
  return {
    text: splice(
      text,
      splices.map((start) => ({
        start,
        end: start + article.id.length,
        insert: newSlug,
      })),
    ),
    count: splices.length,
  };
}

/** Writes another address in the place of one in a list of front matter. */
export const replaceInList = (
  text: string,
  list: string,
  old: string,
  address: string,
): string =>
  splice(
    text,
    findValues(text)
      .filter((value) => value.field === list && value.address === old)
      .map(({ start }) => ({
        start,
        end: start + old.length,
        insert: address,
      })),
  );

/** Where in a written address the name of an article stands, if that is where it leads. */
function findSlug(
  written: string,
  from: FoundFile,
  { id: slug, file }: { id: string; file: string },
): number | undefined {
  const path = /^[^?#]*/.exec(written)?.[0] ?? "";
  const match = [...path.matchAll(/[^/]+/g)].findLast(
    ([part]) => part === slug || part.replace(/\.mdx?$/, "") === slug,
  );
  if (!match) return undefined;
  // ./other.md, ../other/cover.png: paths from the file, where addresses are paths from the page.
  const isFile =
    /^[^/:]*(?:\/[^/:]*)*\.[a-z0-9]+$/i.test(path) && !/\.html?$/i.test(path);
  const leads = isFile
    ? isWithin(join(dirname(from.file), path), file)
    : toAddress(path, from) === addresses.article(slug);
  return leads ? match.index : undefined;
}

/** Whether a path is an article's file or, where it has a folder of its own, in it. */
const isWithin = (path: string, file: string): boolean =>
  path === file ||
  (/\/index\.mdx?$/.test(file) && path.startsWith(`${dirname(file)}/`));

/** Where an address leads on this site, from the root without the base path; undefined when it leads elsewhere. */
function toAddress(path: string, from: FoundFile): string | undefined {
  const page = toAbsoluteUrl(
    pageOf[from.collection]?.(from.id) ?? addresses.home,
  );
  // Writers leave the base path out: the site puts it before every address that begins with /.
  const isRooted = /^\/(?!\/)/.test(path);
  const url = URL.parse(isRooted ? toAbsoluteUrl(path) : path, page);
  const home = new URL(toAbsoluteUrl(addresses.home));
  if (!url || url.host !== new URL(site.address).host) return undefined;
  if (!url.pathname.startsWith(home.pathname)) return undefined;
  const rest = url.pathname
    .slice(home.pathname.length)
    .replace(/(?:^|\/)index\.html$/, "")
    .replace(/\/$/, "");
  return `/${rest}/`;
}

/** Every text in the front matter: the field it stands in, and where. */
function findValues(
  text: string,
): { field: string; address: string; start: number }[] {
  const { yaml } = splitFrontMatter(text);
  const yamlStart = text.indexOf("\n") + 1;
  const document = parseDocument(yaml);
  if (document.errors[0]) throw document.errors[0];
  const values: { field: string; address: string; start: number }[] = [];
  visit(document, {
    Scalar(key, node, path) {
      if (key === "key" || typeof node.value !== "string" || !node.range)
        return;
      const pair = path.findLast((one): one is Pair => isPair(one));
      const [from, to] = node.range;
      const at = yaml.slice(from, to).indexOf(node.value);
      if (at >= 0)
        values.push({
          field: String(isScalar(pair?.key) ? pair.key.value : ""),
          address: node.value,
          start: yamlStart + from + at,
        });
    },
  });
  return values;
}
