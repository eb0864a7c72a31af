import { cut, fold, fromToken } from "./index-words.ts";

/** Where Pagefind found a word of a query in an indexed text. */
export type Match = {
  /** The positions of the word or phrase, or of a form of it; of several equal ones, one. */
  exact: number[];
  /** The positions of words with the same beginning. */
  begun: number[];
  /** The word as asked, folded. */
  asked: string;
};

/** What Pagefind compares of a token. */
const toKey = (token: string): string =>
  token.startsWith(cut)
    ? token.replaceAll(cut, "")
    : fold(fromToken(token).text.replace(/[^\p{L}\p{M}\p{N}+#]/gu, ""));

function* toPlaces(
  tokens: string[],
  { exact, begun, asked }: Match,
): Generator<number> {
  yield* exact;
  const keys = [...exact]
    .sort((a, b) => a - b)
    .map((at) => toKey(tokens[at] ?? ""));
  for (const at of begun) {
    const key = toKey(tokens[at] ?? "");
    if (key.startsWith(asked) || asked.startsWith(key)) yield at;
    if (keys.every((key, index) => toKey(tokens[at + index] ?? "") === key))
      for (const index of keys.keys()) yield at + index;
  }
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
  const places = [
    ...new Set(matches.flatMap((match) => [...toPlaces(tokens, match)])),
  ].sort((a, b) => a - b);
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
  const pieces = toPieces(
    tokens.slice(start, end),
    new Set(places.map((place) => place - start)),
  );
  if (start > 0) pieces[0] = `…${pieces[0] ?? ""}`;
  if (end < tokens.length) pieces.push(`${pieces.pop()?.trimEnd() ?? ""}…`);
  return pieces;
}

function toPieces(tokens: string[], found: ReadonlySet<number>): string[] {
  const pieces = [""];
  const add = (text: string, isMatch: boolean) => {
    if (!text) return;
    // Two matching characters of a run are one match.
    if ((pieces.length % 2 === 0) !== isMatch) pieces.push("");
    pieces.push((pieces.pop() ?? "") + text);
  };
  for (const [index, token] of tokens.entries()) {
    const { text, isJoined } = fromToken(token);
    const isPair = (at: number) =>
      found.has(at) && /^`\w{8}/.test(tokens[at] ?? "");
    const isMatch = found.has(index) || isPair(index - 1);
    const [, before = "", core = "", after = ""] = isMatch
      ? (/^((?:(?!\.\p{L})[^\p{L}\p{N}])*)(.*?)([^\p{L}\p{M}\p{N}+#]*)$/su.exec(
          text,
        ) ?? [])
      : [];
    if (core) {
      add(before, false);
      add(core, true);
      add(after, false);
    } else add(text, false);
    if (!isJoined && index + 1 < tokens.length) add(" ", false);
  }
  if (pieces.length % 2 === 0) pieces.push("");
  return pieces;
}
