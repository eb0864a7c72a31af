import type { Place } from "#files/finding.ts";

/** As much of a line as a terminal shows beside its number. */
const widest = 72;

/**
 * The line of a place and a mark under it; nothing for the top of a file, where there is no line to show.
 *
 *     4 | pubDate: 2026-02-31
 *       |          ^
 */
export function toFrame(
  lines: readonly string[],
  { line, column }: Place,
): string | undefined {
  const written = lines[line - 1];
  const source = written?.endsWith("\r") ? written.slice(0, -1) : written;
  if (source === undefined || (line === 1 && column === 1)) return undefined;
  // Of a long line what stands around the place.
  const from = column > widest - 12 ? column - widest / 2 : 0;
  const shown = `${from > 0 ? "…" : ""}${source.slice(from, from + widest)}${source.length > from + widest ? "…" : ""}`;
  // Tabs stay, so that the mark stands under its place; what no terminal should be sent becomes a dot.
  const safe = shown.replace(
    /[^\P{Cc}\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu,
    "·",
  );
  const at = column - 1 - from + (from > 0 ? 1 : 0);
  const before = safe.slice(0, at).replace(/[^\t]/g, " ");
  const gutter = String(line);
  return `    ${gutter} | ${safe}\n    ${" ".repeat(gutter.length)} | ${before}^`;
}
