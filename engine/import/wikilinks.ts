import { quote } from "gatepost/model/fields.ts";
import { toSlug } from "gatepost/model/slug.ts";
import { pictureEndings } from "gatepost/files/find-files.ts";
import { extname } from "node:path";
import { findNodes, toLink, toPicture, type Found } from "./markdown.ts";
import { markTodo, type LineOf, type TakeNote } from "./source.ts";
import { toRemoval, type Change } from "./splice.ts";
import type { AddressContext } from "./text-addresses.ts";

/** [[Note]], [[Note#Heading|words]], ![[picture.png|300]]; in tables the bar is escaped. */
export const wikilink =
  /(!?)\[\[([^[\]\n|#]*)(?:#([^[\]\n|]*?))?(?:\\?\|([^[\]\n]*))?\]\]/g;
/** %%…%%, but not 100%% and 50%%; one that never ends hides the rest. */
export const comment =
  /(?:(?<!\d)%%[^]*?|%%(?=\S)[^%\n]{0,1000}(?<![\s\d]))%%|(?<!\S)%%(?!\S)/g;
/** Whole links, which may contain ==, and ==words==. */
export const highlight =
  /\[\[[^[\]\n]*\]\]|==(?=\S)(?<words>(?:[^=\n[]|\[(?!\[)|\[\[[^[\]\n]*\]\])+)(?<=\S)==/g;
/** It needs two characters and a letter: x ^2 is a formula. */
export const blockId =
  /(?<![ \t])(?:^|[ \t]+)\^(?=[\d_-]*[a-z])[\w-]{2,}(?=[ \t]*$)/gim;
/** > [!abstract]- A title */
const callout = /^([ \t]*(?:>[ \t]*)+)\[!([\w-]+)\][+-]?[ \t]*([^\n]*)/gm;
const alerts: [name: string, kinds: RegExp][] = [
  ["TIP", /^(?:tip|hint|success|check|done)$/],
  ["IMPORTANT", /^important$/],
  ["WARNING", /^(?:warning|attention|question|help|faq)$/],
  ["CAUTION", /^(?:caution|danger|error|bug|fail|failure|missing)$/],
];

export const hasWikilink = (text: string): boolean =>
  /!?\[\[(?!\s)[^[\]\n]{1,1000}\]\]/.test(
    text.replace(
      /^(`{3,}(?!`)|~{3,}(?!~))[^]*?^\1|(?<!`)`[^`\n]{1,1000}`/gm,
      "",
    ),
  );

const isCode = ({ node }: Found) => /^(?:code|inlineCode)$/.test(node.type);

/** Removes the comments of Obsidian, before anything else is read in them. */
export function toCommentChanges(
  text: string,
  note: TakeNote,
  lineOf: LineOf,
): Change[] {
  if (!text.includes("%%")) return [];
  let shown = text;
  for (const { from, to } of findNodes(text, "md").filter(isCode))
    shown =
      shown.slice(0, from) +
      text.slice(from, to).replaceAll("%", "\0") +
      shown.slice(to);
  return [...shown.matchAll(comment)].map(({ index: from, 0: found }) => {
    const to = from + found.length;
    const line = lineOf(from);
    if (found === "%%")
      return {
        from,
        to,
        text: markTodo(note, line, found, "opens a comment that never ends"),
      };
    note("dropped", quote(text.slice(from, to).trim()), line);
    return toRemoval(text, from, to);
  });
}

export function toWikiChanges(
  text: string,
  { links, note }: AddressContext,
  lineOf: LineOf,
): Change[] {
  const found = findNodes(text, "md");
  const code = found.filter(isCode);
  const ends = new Set(
    found.flatMap(({ node, to }) =>
      /^(?:paragraph|heading)$/.test(node.type) ? to : [],
    ),
  );
  const convert = (
    form: RegExp,
    toChange: (match: RegExpExecArray, line: number) => Change | Change[],
  ): Change[] =>
    [...text.matchAll(form)]
      .filter(
        ({ index }) =>
          !code.some(({ from, to }) => from <= index && index < to),
      )
      .flatMap((match) => toChange(match, lineOf(match.index)));
  const replace = (from: number, written: string, by: string, line: number) => {
    note("mapped", `${written} → ${by}`, line);
    return { from, to: from + written.length, text: by };
  };
  return [
    ...convert(blockId, ({ index: from, 0: written }, line) => {
      const to = from + written.length;
      if (!ends.has(to)) return [];
      note("dropped", quote(written.trim()), line);
      return toRemoval(text, from, to);
    }),
    ...convert(highlight, ({ index: from, 0: written, groups }, line) => {
      if (groups?.["words"] === undefined) return [];
      const to = from + written.length;
      note("mapped", `${written} → <mark>`, line);
      return [
        { from, to: from + 2, text: "<mark>" },
        { from: to - 2, to, text: "</mark>" },
      ];
    }),
    ...convert(callout, (match, line) => {
      const [written, quoted = "", kind = "", title] = match;
      const [alert = "NOTE"] =
        alerts.find(([, kinds]) => kinds.test(kind.toLowerCase())) ?? [];
      const own = kind.charAt(0).toUpperCase() + kind.slice(1).toLowerCase();
      const shown = title || (alert === kind.toUpperCase() ? "" : own);
      const from = match.index + quoted.length;
      // An alert has no title of its own here.
      const paragraph = shown
        ? `\n${quoted}**${shown}**\n${quoted.trimEnd()}`
        : "";
      note("mapped", `[!${kind}] → [!${alert}]`, line);
      return {
        from,
        to: match.index + written.length,
        text: `[!${alert}]${paragraph}`,
      };
    }),
    ...convert(wikilink, (match, line) => {
      const [written, isEmbed, target = "", heading, words] = match;
      const name = target.trim();
      const ending = extname(name).toLowerCase();
      const at = match.index;
      if (isEmbed && pictureEndings.includes(ending)) {
        const alt = words?.replace(/(?:^|\\?\|)\d+(?:x\d+)?$/, "") ?? "";
        return replace(at, written, toPicture(alt, name), line);
      }
      if (isEmbed && /^\.(?!md$)[a-z]\w{1,4}$/.test(ending))
        return {
          from: at,
          to: at + written.length,
          text: markTodo(note, line, written),
        };
      // A heading below another: Note#One#Two; a block: Note#^a1.
      const part = heading?.split("#").at(-1)?.trim() ?? "";
      const anchor = part && !part.startsWith("^") ? `#${toAnchor(part)}` : "";
      const address = name
        ? (links.findName(name) ?? links.findName(toSlug(name)))
        : "";
      const label =
        words?.trim() ||
        [name, part.startsWith("^") ? "" : part].filter(Boolean).join(" > ");
      if (address === undefined) {
        note("to do", `the link to ${quote(name)} leads nowhere here`, line);
        return { from: at, to: at + written.length, text: label };
      }
      return replace(at, written, toLink(label, address + anchor || "#"), line);
    }),
  ];
}

/** The anchor of a heading, as GitHub makes it. */
const toAnchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
