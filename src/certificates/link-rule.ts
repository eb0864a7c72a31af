import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  findTexts,
  inBody,
  type ContentFile,
  type OwnRule,
} from "gatepost/own-content.ts";
import type { Certificate } from "./schema.ts";

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
  check: (files, content) => {
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
    return content.collections.articles.flatMap((article) => {
      const linked = listLinked(article, content.site.address);
      const isUnlinked = (name: string) => !linked.has(byName.get(name));
      const text = readFileSync(join(content.root, article.file), "utf8");
      const lines = text.split("\n");
      const front = lines.slice(0, article.linesBefore).join("\n").length + 1;
      const body = text.slice(front);
      const matches = [...body.matchAll(finder)].filter(([name]) =>
        isUnlinked(name),
      );
      // Parsing takes long, and a text without words may be one that cannot be parsed.
      if (matches.length === 0 || article.contents.words === 0) return [];
      const texts = findTexts(body, article.format);
      return matches.flatMap(({ 0: name, index }) => {
        const end = index + name.length;
        const isInText = texts.some(
          ({ position: at }) =>
            at && at.start.offset <= index && at.end.offset >= end,
        );
        if (!isInText || !isUnlinked(name)) return [];
        const id = byName.get(name);
        linked.add(id);
        const before = body.slice(0, index).split("\n");
        const place = {
          line: before.length,
          column: (before.at(-1) as string).length + 1,
        };
        const link = `[${name}](/certificates/${id}/)`;
        return {
          ...inBody(article, place, {
            problem: `"${name}" is in the catalogue, and this article does not link to it.`,
            remedy: `Link it here or elsewhere in the text: ${link}.`,
            rule: "certificate/unlinked",
          }),
          fix: { start: front + index, end: front + end, text: link },
        };
      });
    });
  },
};

/** The certificates that an article links to; undefined is none, and needs no link. */
function listLinked({ id, contents }: ContentFile, site: string) {
  const base = new URL(`/articles/${id}/`, site);
  return new Set(
    contents.links.map(({ address }) => {
      const { origin, pathname = "" } = URL.parse(address, base) ?? {};
      return origin === base.origin
        ? /^\/certificates\/([^/]+)\//.exec(pathname)?.[1]
        : undefined;
    }),
  ).add(undefined);
}
