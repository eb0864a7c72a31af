import { cut, fold, fromToken, hump } from "./index-words.ts";

/** Where Pagefind found a word or a phrase of a query in an indexed text. */
export type Match = {
  /** The positions of the word or phrase, or of a form of it; of several phrases, one. */
  exact: number[];
  /** The positions of words with the same beginning. */
  begun: number[];
  asked: Asked;
};

/** The words of a phrase: folded, or codes of a run. */
type Asked = string[];
export const toAsked = (form: string): Asked =>
  form.split(" ").map((word) => fromToken(word).text);

/** A part of a token's text that can be marked, from one character up to another. */
type Part = { from: number; to: number; key: string };

const name = /[\p{L}\p{M}\p{N}_]+(?:\+\+?|#)?/gu;
const border = new RegExp(`${hump.source}|(?<=_)|(?=_)`, "u");

/** The part of a token that is most like a word: of `foo-barBaz` one of foo, bar, baz, barbaz and foobarbaz. */
function findPart(token: string, asked: string): Part & { isAlike: boolean } {
  const { text } = fromToken(token);
  if (token.startsWith(cut))
    return {
      from: 0,
      to: text.length,
      key: "",
      isAlike: token.startsWith(asked, cut.length),
    };
  const toPart = (from: number, part: string): Part => ({
    from,
    to: from + part.length,
    key: fold(part),
  });
  const names = Array.from(text.matchAll(name), ({ 0: part, index }) =>
    toPart(index, part),
  );
  const parts = names.flatMap(({ from, to }) => {
    let at = from;
    return text
      .slice(from, to)
      .split(border)
      .map((word) => toPart((at += word.length) - word.length, word));
  });
  const whole = {
    from: names[0]?.from ?? 0,
    to: names.at(-1)?.to ?? 0,
    key: names.map(({ key }) => key).join(""),
  };
  const bare = asked.replace(/^\./, "");
  const alike = (key: string) => {
    let same = 0;
    while (same < key.length && key[same] === bare[same]) same++;
    return same - Math.abs(key.length - bare.length) / 1000;
  };
  const best = [...parts, ...names, whole].reduce((one, other) =>
    alike(other.key) > alike(one.key) ? other : one,
  );
  const [possessive = ""] =
    /^['’]s(?![\p{L}\p{N}])/u.exec(text.slice(best.to)) ?? [];
  return {
    ...best,
    from: best.from - Number(asked.startsWith(".") && best.from > 0),
    to: best.to + possessive.length,
    isAlike: best.key.startsWith(bare) || bare.startsWith(best.key),
  };
}

/** What to mark in each token, by its position. */
function toMarks(tokens: string[], matches: Match[]): Map<number, Part[]> {
  const marks = new Map<number, Part[]>();
  const mark = (at: number, asked: string) => {
    const part = findPart(tokens[at] ?? "", asked);
    marks.set(at, [...(marks.get(at) ?? []), part]);
    // A pair of a run is two tokens.
    if (tokens[at]?.startsWith(cut) && asked.length > 4) mark(at + 1, "");
  };
  for (const { exact, begun, asked } of matches) {
    const places = [...exact].sort((a, b) => a - b);
    for (const [index, at] of places.entries())
      mark(at, asked[index % asked.length] ?? "");
    for (const at of begun)
      if (
        asked.every(
          (word, index) => findPart(tokens[at + index] ?? "", word).isAlike,
        )
      )
        for (const [index, word] of asked.entries()) mark(at + index, word);
  }
  return marks;
}

/** Roughly how much of a text an excerpt shows, in characters, and how much of it before the first match. */
const excerptLength = 220;
const lead = 40;

/** A part of an indexed text as it was written; every second piece is a match. One piece if the text has none. */
export function toExcerpt(indexed: string, matches: Match[]): string[] {
  const tokens = indexed.split(" ");
  const lengths = tokens.map((token) => {
    const { text, isJoined } = fromToken(token);
    return text.length + (isJoined ? 0 : 1);
  });
  const marks = toMarks(tokens, matches);
  const places = [...marks.keys()].sort((a, b) => a - b);
  /** The token after a number of characters. */
  const after = (from: number, length: number): number => {
    let at = from;
    for (let left = length; at < tokens.length && left > 0; at++)
      left -= lengths[at] ?? 0;
    return at;
  };
  const counts = places.map((from) => {
    const to = after(from, excerptLength - lead);
    return places.filter((place) => place >= from && place < to).length;
  });
  const best = places[counts.indexOf(Math.max(...counts))] ?? 0;
  let start = best;
  for (let left = lead; start > 0 && left > 0; start--)
    left -= lengths[start - 1] ?? 0;
  const end = after(start, excerptLength);
  const pieces = toPieces(tokens.slice(start, end), (index) =>
    marks.get(start + index),
  );
  if (start > 0) pieces[0] = `…${pieces[0] ?? ""}`;
  if (end < tokens.length) pieces.push(`${pieces.pop()?.trimEnd() ?? ""}…`);
  return pieces;
}

function toPieces(
  tokens: string[],
  getMarks: (index: number) => Part[] | undefined,
): string[] {
  const pieces = [""];
  const add = (text: string, isMatch: boolean) => {
    if (!text) return;
    // Two matching characters of a run are one match.
    if ((pieces.length % 2 === 0) !== isMatch) pieces.push("");
    pieces.push((pieces.pop() ?? "") + text);
  };
  for (const [index, token] of tokens.entries()) {
    const { text, isJoined } = fromToken(token);
    let done = 0;
    const parts = getMarks(index) ?? [];
    for (const { from, to } of parts.sort((a, b) => a.from - b.from)) {
      add(text.slice(done, from), false);
      add(text.slice(Math.max(done, from), to), true);
      done = Math.max(done, to);
    }
    add(text.slice(done), false);
    if (!isJoined && index + 1 < tokens.length) add(" ", false);
  }
  if (pieces.length % 2 === 0) pieces.push("");
  return pieces;
}
