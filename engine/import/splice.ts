import type { Place } from "gatepost/files/finding.ts";

export type Change = { from: number; to: number; text: string };

/** Applies changes; of two that overlap, the first wins. Returns the text, and a function to offsets of the old one. */
export function splice(
  text: string,
  changes: readonly Change[],
): { text: string; toOld: (offset: number) => number } {
  const parts: string[] = [];
  /** Where each part starts in both texts. */
  const starts: { now: number; old: number; isKept: boolean }[] = [];
  let [now, old] = [0, 0];
  const add = (part: string, isKept: boolean) => {
    starts.push({ now, old, isKept });
    parts.push(part);
    now += part.length;
  };
  for (const change of changes.toSorted(
    (a, b) => a.from - b.from || b.to - a.to,
  )) {
    if (change.from < old) continue;
    add(text.slice(old, change.from), true);
    old = change.from;
    add(change.text, false);
    old = change.to;
  }
  add(text.slice(old), true);
  return {
    text: parts.join(""),
    toOld(offset) {
      const part = starts[
        findLast(starts, ({ now }) => now <= offset)
      ] as (typeof starts)[number];
      return part.isKept ? part.old + offset - part.now : part.old;
    },
  };
}

/** Removes a range. If nothing else is on its line, the line goes too, and an empty line after it. */
export function toRemoval(text: string, from: number, to: number): Change {
  const isAlone = /(?:^|\n)[ \t]*$/.test(
    text.slice(Math.max(0, from - 80), from),
  );
  const after = /[ \t]*\n(?:[ \t]*\n)?/y;
  after.lastIndex = to;
  return {
    from,
    to: isAlone && after.test(text) ? after.lastIndex : to,
    text: "",
  };
}

/** A function from offsets to line numbers, which count from 1. */
export function toLines(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
    starts.push(at + 1);
  return (offset) => findLast(starts, (start) => start <= offset) + 1;
}

export function toPlace(text: string, offset: number): Place {
  const before = text.slice(0, offset);
  return {
    line: before.split("\n").length,
    column: before.length - before.lastIndexOf("\n"),
  };
}

/** The index of the last match by binary search: all matches come first, and there is at least one. */
function findLast<T>(items: readonly T[], matches: (item: T) => boolean) {
  let [low, high] = [0, items.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (matches(items[middle] as T)) low = middle;
    else high = middle;
  }
  return low;
}
