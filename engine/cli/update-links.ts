import { dirname, join } from "node:path/posix";
import { isPair, isScalar, parseDocument, visit, type Pair } from "yaml";
import { pageOf } from "#model/collections.ts";
import { findLinks } from "#text/links.ts";
import { splitFrontMatter } from "#files/read.ts";
import type { FoundFile } from "#files/find-files.ts";
import { addresses, toAbsoluteUrl } from "#urls.ts";

/** Replaces `length` characters at each offset, from the end so that earlier offsets stay valid. */
const replaceAt = (
  text: string,
  offsets: readonly number[],
  length: number,
  by: string,
): string =>
  offsets
    .toSorted((a, b) => b - a)
    .reduce(
      (before, at) => before.slice(0, at) + by + before.slice(at + length),
      text,
    );

const slugFields = ["supersededBy", "related"];
const addressFields = ["link", "url", "canonicalUrl", "image"];

/**
 * A content file's text with the new slug in every link to an article; not a byte else changes.
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
  const values = findValues(text);
  const links = [
    ...findLinks(body, from.file.endsWith(".mdx") ? "mdx" : "md").map(
      ({ start, address }) => ({ start: bodyStart + start, address }),
    ),
    ...values.filter(({ field }) => addressFields.includes(field)),
  ];
  const offsets = [
    ...links.flatMap(({ start, address }) => {
      const at = findSlug(address, from, article);
      return at === undefined ? [] : [start + at];
    }),
    ...values
      .filter(
        ({ field, address }) =>
          slugFields.includes(field) && address === article.id,
      )
      .map(({ start }) => start),
  ];
  return {
    text: replaceAt(text, offsets, article.id.length, newSlug),
    count: offsets.length,
  };
}

export const replaceInList = (
  text: string,
  list: string,
  old: string,
  address: string,
): string =>
  replaceAt(
    text,
    findValues(text)
      .filter((value) => value.field === list && value.address === old)
      .map(({ start }) => start),
    old.length,
    address,
  );

/** The offset of an article's slug in an address of that article; undefined in other addresses. */
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
  const isLink = isFile
    ? isWithin(join(dirname(from.file), path), file)
    : toAddress(path, from) === addresses.article(slug);
  return isLink ? match.index : undefined;
}

/** Whether a path is an article's file or, if it has a folder of its own, in that folder. */
const isWithin = (path: string, file: string): boolean =>
  path === file ||
  (/\/index\.mdx?$/.test(file) && path.startsWith(`${dirname(file)}/`));

/** The address on this site that a link points to, without the base path; undefined for other sites. */
function toAddress(path: string, from: FoundFile): string | undefined {
  const home = new URL(toAbsoluteUrl(addresses.home));
  const page = toAbsoluteUrl(
    pageOf[from.collection]?.(from.id) ?? addresses.home,
  );
  // Writers omit the base path: the site adds it to every address that begins with /.
  const isRooted = /^\/(?!\/)/.test(path);
  const url = URL.parse(isRooted ? toAbsoluteUrl(path) : path, page);
  if (url?.host !== home.host || !url.pathname.startsWith(home.pathname))
    return undefined;
  const rest = url.pathname.slice(home.pathname.length);
  return `/${rest.replace(/(?:^|\/)index\.html$/, "").replace(/\/$/, "")}/`;
}

function findValues(text: string) {
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
