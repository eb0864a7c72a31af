import {
  codeTag,
  findTextInCode,
  textBlocks,
  walk,
  type Node,
} from "./body-tree.ts";
import type { Hiding } from "./hidden-characters.ts";

/*
 * Where CommonMark or the parser reads something else than the writer meant: emphasis beside punctuation without a space,
 * as in Chinese, Japanese and Korean; bare addresses before punctuation; ~one tilde~; typographic quotes and dashes in
 * code, measures and options.
 */

/** Punctuation that ends a bare address: not ASCII, nor what titles have (Michelson–Morley, O’Brien, ダ・ヴィンチ). */
const addressEnd = /[～｜]|’(?![\p{L}\p{N}])|(?![\0-\u00b7‐‑–・’])\p{P}/u;
/** Whatever is not a letter, a digit or part of one; the parser counts emoji as punctuation too. */
const punctuation = /[\p{P}\p{S}]/u;
/** A run of markers, or an escaped character. */
const run = /\\.|\*+|_+|~+/gs;
const fraction = "½⅓⅔¼¾⅛⅜⅝⅞";
const inches = `\\d+(?:[.,]\\d+)?[\\s${fraction}]*`;
/** Escapes, feet and inches, other quotes, decades ('90s), arrows (-->) and options (--flag). */
const prints = new RegExp(
  `\\\\.|(?<feet>(?<=\\d)'(?=\\s?${inches}"))|(?<inches>(?<=\\d'\\s?${inches})")|(?<after>(?<=[\\d${fraction}])["'](?:(?=[xX]\\d)|(?![\\p{L}\\p{N}])))` +
    `|(?<decade>(?<![\\p{L}\\p{N}])'(?=\\d\\ds\\b))|(?<quote>"|(?<![\\p{L}\\p{N}])'(?=\\S))|(?<hyphens>(?<!-)-{2,}(?=>)|(?<=<)-{2,}|(?<![\\p{L}\\p{N}-])--(?=\\p{L}))`,
  "gsu",
);
/** What is changed in print, if it is code. */
const changedInPrint = /["']|-{2,}|\.{2,}/g;

/** A text has something to mend only if one of these is in it. */
const signs = [
  /[^\s\p{L}\p{N}\p{Ps}\\*_~](?:\*+|_+|~~)[\p{L}\p{N}]/u,
  /[\p{L}\p{N}](?:\*+|_+|~~)[^\s\p{L}\p{N}\p{Pe}.,;:!?*_~]/u,
  new RegExp(
    `(?:https?://|www\\.)[^\\s<>]{0,500}?(?:${addressEnd.source})`,
    "iu",
  ),
  /(?<![~\\])~(?!~)[^\n]*~/,
  codeTag,
  /[\d½⅓⅔¼¾⅛⅜⅝⅞](?:"|'(?!(?![xX]\d)\p{L}))|(?<![\p{L}\p{N}])'\d/u,
  /--(?=[\p{L}>])|<--/u,
];
export const mayNeedHiding = (body: string): boolean =>
  signs.some((sign) => sign.test(body));

/** The characters to hide from the parser before it reads the text again. */
export function findHidings(root: Node, body: string): Hiding[] {
  const hidings: Hiding[] = [];
  const hide = (at: number, length: number, shown?: string) => {
    for (let offset = at; offset < at + length; offset++)
      hidings.push({ at: offset, as: "sign", ...(shown ? { shown } : {}) });
  };
  const code = findTextInCode(root, body);
  let quotes = new Set<string>();

  for (const { node } of walk(root)) {
    const { start, end } = node.position ?? {};
    if (!start || !end) continue;
    const source = body.slice(start.offset, end.offset);
    if (textBlocks.includes(node.type)) {
      quotes = new Set();
      for (const at of findOuter(node, body)) hide(at, 1);
    } else if (node.type === "delete" && source[1] !== "~") {
      hide(start.offset, 1);
      hide(end.offset - 1, 1);
    } else if (node.type === "link" && !/^[[<]/.test(source)) {
      const at = source.search(addressEnd);
      if (at >= 0) hidings.push({ at: start.offset + at, as: "end" });
    } else if (code.has(node))
      for (const { 0: part, index } of source.matchAll(changedInPrint))
        hide(start.offset + index, part.length);
    else if (node.type === "text")
      for (const { 0: part, index, groups } of source.matchAll(prints)) {
        const at = start.offset + index;
        const prime = part === "'" ? "′" : "″";
        if (groups?.feet || groups?.inches) hide(at, 1, prime);
        else if (groups?.after && !quotes.delete(part)) hide(at, 1, prime);
        else if (groups?.decade) hide(at, 1, "’");
        else if (groups?.hyphens) hide(at, part.length);
        else if (groups?.quote && !(part === '"' && quotes.delete(part)))
          quotes.add(part);
      }
  }
  return hidings;
}

/**
 * The letters that keep markers in a block from being read: 乙 in **甲。**乙, since a marker after punctuation must stand
 * before a space or punctuation. Only where the markers can be paired in one way.
 */
function findOuter(block: Node, body: string): number[] {
  const runs = new Map<string, number[]>();
  const add = (marker: string, at: number) => {
    const places = runs.get(marker);
    if (places) places.push(at);
    else runs.set(marker, [at]);
  };
  for (const { node } of walk(block)) {
    const { start, end } = node.position ?? {};
    if (!start || !end) continue;
    if (node.type === "text") {
      const source = body.slice(start.offset, end.offset);
      for (const { 0: part, index } of source.matchAll(run))
        if (!part.startsWith("\\") && part !== "~")
          add(part, start.offset + index);
    } else if (/^(?:strong|emphasis|delete)$/.test(node.type)) {
      const length = node.type === "emphasis" ? 1 : 2;
      const marker = body.slice(start.offset, start.offset + length);
      add(marker, start.offset);
      add(marker, end.offset - length);
    }
  }
  const outer: number[] = [];
  for (const [marker, places] of runs) {
    if (places.length % 2 > 0) continue;
    const sides = places
      .sort((a, b) => a - b)
      .map((at, index) => toSides(body, at, marker, index % 2 === 0));
    if (!sides.every(({ isPlausible }) => isPlausible)) continue;
    for (let index = 0; index < sides.length; index += 2) {
      const failing = sides
        .slice(index, index + 2)
        .filter((side) => side.fails);
      // Not 2**(3 + 4)**5.
      if (
        failing.length === 2 &&
        failing.every(({ letter }) => /\w/.test(letter))
      )
        continue;
      for (const { at, letter } of failing)
        for (let unit = 0; unit < letter.length; unit++) outer.push(at + unit);
    }
  }
  return outer;
}

/** What is on both sides of a marker that opens or closes emphasis. */
function toSides(body: string, at: number, marker: string, opens: boolean) {
  let [start, end] = [at, at + marker.length];
  while (body[start - 1] === marker[0]) start--;
  while (body[end] === marker[0]) end++;
  const before = /.?$/su.exec(body.slice(Math.max(0, start - 2), start))?.[0];
  const after = /^.?/su.exec(body.slice(end, end + 2))?.[0];
  const [letter = "", inner = ""] = opens ? [before, after] : [after, before];
  return {
    at: opens ? start - letter.length : end,
    letter,
    isPlausible:
      /\S/.test(inner) && !(opens ? /[\p{Pe}.,;:!?]/u : /\p{Ps}/u).test(inner),
    fails:
      punctuation.test(inner) && /\S/.test(letter) && !punctuation.test(letter),
  };
}
