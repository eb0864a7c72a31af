import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  inBody,
  type ContentFile,
  type OwnRule,
} from "gatepost/own-content.ts";
import type { Certificate } from "./schema.ts";

/**
 * What is not running text, or cannot be a link: code, comments, HTML, links and pictures, web addresses, headings,
 * abbreviations, directives and imports.
 */
const notText =
  /^(`{3,}|~{3,})[^]*?^\1.*$|(`+)[^]*?(?<!`)\2(?!`)|<!--[^]*?-->|\{\/\*[^]*?\*\/\}|<[^<>]+>|!?\[(?:[^[\]\n]|\[[^[\]\n]*\])*\](?:\([^)\n]*\)|\[[^\]\n]*\])|https?:\/\/\S+|^#{1,6} .*$|^\*\[.*$|^:{2,}.*$|^import .*$/gm;

/** A text of the same length, with spaces for everything that is not running text. */
export const toRunningText = (text: string): string =>
  text.replace(notText, (found) => found.replace(/[^\n]/g, " "));

/** What articles may call a certificate: its name, with or without "(SHORT)" after it, and its short name. */
function toNames({ name, short, ambiguous }: Certificate): string[] {
  const bare = name.replace(/ \([^()]*\)$/, "");
  return [name, bare, `${bare} (${short})`, ...(ambiguous ? [] : [short])];
}

/** Finds names as whole words, in their own case; the longest that fits. */
const toFinder = (names: Iterable<string>): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}+])(?:${[...names]
      .sort((a, b) => b.length - a.length)
      .map((name) => RegExp.escape(name))
      .join("|")})(?![\\p{L}\\p{N}+])`,
    "gu",
  );

/** An article that names a certificate links to it, so that its reader finds the facts, in feeds and copies too. */
export const linkRule: OwnRule<Certificate> = {
  warnings: {
    "certificate/unlinked":
      "An article that names a certificate of the catalogue links to its page at least once.",
  },
  check: (files, { root, collections: { articles } }) => {
    const known = files.flatMap(({ id, fields }) =>
      fields ? { id, ...fields } : [],
    );
    const byName = new Map([
      // "CFA Institute" does not name the CFA.
      ...known.map(({ issuer }) => [issuer, undefined] as const),
      ...known.flatMap(({ id, ...fields }) =>
        toNames(fields).map((name) => [name, id] as const),
      ),
    ]);
    if (byName.size === 0) return [];
    const finder = toFinder(byName.keys());
    return articles.flatMap((article) => {
      const linked = listLinked(article);
      const text = readFileSync(join(root, article.file), "utf8");
      const lines = text.split("\n");
      const front = lines.slice(0, article.linesBefore).join("\n").length + 1;
      const body = text.slice(front);
      return [...toRunningText(body).matchAll(finder)].flatMap(
        ({ 0: name, index }) => {
          const id = byName.get(name);
          if (id === undefined || linked.has(id)) return [];
          linked.add(id);
          const before = body.slice(0, index).split("\n");
          const place = {
            line: before.length,
            column: (before.at(-1) as string).length + 1,
          };
          const link = `[${name}](/certificates/${id}/)`;
          const start = front + index;
          return {
            ...inBody(article, place, {
              problem: `"${name}" is in the catalogue, and this article does not link to it.`,
              remedy: `Link it here or elsewhere in the text: ${link}.`,
              rule: "certificate/unlinked",
            }),
            fix: { start, end: start + name.length, text: link },
          };
        },
      );
    });
  },
};

/** The certificates that an article links to. */
const listLinked = ({ contents }: ContentFile): Set<string> =>
  new Set(
    contents.links.flatMap(
      ({ address }) => /^\/certificates\/([^/?#]+)\//.exec(address)?.[1] ?? [],
    ),
  );
