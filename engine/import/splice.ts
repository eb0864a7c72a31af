/** A change to a text: what stands from one offset to another becomes something else. */
export type Change = { from: number; to: number; text: string };

/**
 * Makes changes and touches no other byte. Of two that overlap the one that begins first holds.
 * @returns the new text, and what an offset in it was in the old one
 */
export function splice(
  text: string,
  changes: readonly Change[],
): { text: string; toOld: (offset: number) => number } {
  const parts: string[] = [];
  /** Where each stretch that is new or kept begins, in both texts. */
  const stretches: { now: number; old: number; isKept: boolean }[] = [];
  let [now, old] = [0, 0];
  const add = (part: string, isKept: boolean) => {
    stretches.push({ now, old, isKept });
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
      const here = stretches[
        toLast(stretches, ({ now }) => now <= offset)
      ] as (typeof stretches)[number];
      return here.isKept ? here.old + offset - here.now : here.old;
    },
  };
}

/** Takes something out, and with it the line that it stood on alone and the empty one after it. */
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

/** An offset's line in a text, both from their beginning; lines count from 1. */
export function toLines(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1))
    starts.push(at + 1);
  return (offset) => toLast(starts, (start) => start <= offset) + 1;
}

/** Which of some things in order is the last that fits; the first always does. */
function toLast<T>(things: readonly T[], fits: (thing: T) => boolean): number {
  let [low, high] = [0, things.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (fits(things[middle] as T)) low = middle;
    else high = middle;
  }
  return low;
}
