import { toLines } from "../components/lines.ts";
import { toShorts, type Change } from "./changes.ts";
import { formatWhen } from "./format.ts";

/** The drawing of days ahead, from top to bottom, in units of which a phone shows about one per pixel. */
export type Timeline = {
  height: number;
  points: {
    /** The baseline of its heading; its mark is at the same height. */
    y: number;
    head: string;
    lines: string[];
  }[];
};

export const lineHeight = 18;
const mostCharacters = 45;
const mostLines = 2;
/** Space between two days: the more days, the more, but never so much that it looks like the end. */
const leastGap = 14;
const mostGap = 54;
const gapPerDay = 0.4;

/**
 * Draws the changes ahead, each day once.
 * @param changes soonest first
 */
export function toTimeline(changes: Change[]): Timeline {
  let end = 0;
  let before: number | undefined;
  const points = [...Map.groupBy(changes, ({ date }) => date)].map(
    ([date, changes]) => {
      const time = Date.parse(date);
      const days = before === undefined ? 0 : (time - before) / 86_400_000;
      before = time;
      const lines = changes.flatMap((change) =>
        wrap(`${toShorts(change).join(", ")}: ${toFirstSentence(change.what)}`),
      );
      const gap = Math.min(mostGap, leastGap + days * gapPerDay);
      const y = Math.round(end + gap + lineHeight);
      end = y + lines.length * lineHeight;
      return { y, head: formatWhen(date), lines };
    },
  );
  return { height: end + leastGap, points };
}

/** Up to its first full stop, colon or semicolon. */
export const toFirstSentence = (text: string): string =>
  /^.{12,}?[.:;](?= |$)/.exec(text)?.[0].replace(/[.:;]$/, "") ?? text;

/** Lines of whole words; the last one ends in "…" if there are too many. */
function wrap(text: string): string[] {
  const lines = toLines(text, mostCharacters);
  if (lines.length <= mostLines) return lines;
  const last = (lines[mostLines - 1] as string).replace(/[,;.]$/, "");
  return [...lines.slice(0, mostLines - 1), `${last}…`];
}
