import type { Place } from "#files/finding.ts";

const widest = 72;

/**
 * The source line with a caret under the column; undefined for 1:1, which stands for the whole file.
 *
 *     4 | pubDate: 2026-02-31
 *       |          ^
 */
export function toFrame(lines: readonly string[], { line, column }: Place) {
  const written = lines[line - 1];
  const source = written?.endsWith("\r") ? written.slice(0, -1) : written;
  if (source === undefined || (line === 1 && column === 1)) return undefined;
  const from = column > widest - 12 ? column - widest / 2 : 0;
  const shown = `${from > 0 ? "…" : ""}${source.slice(from, from + widest)}${source.length > from + widest ? "…" : ""}`;
  // Keep tabs, so that the caret lines up; replace control characters with a dot.
  const safe = shown.replace(
    /[^\P{Cc}\t]|[\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Surrogate}/gu,
    "·",
  );
  const at = column - 1 - from + (from > 0 ? 1 : 0);
  const before = safe.slice(0, at).replace(/[^\t]/g, " ");
  const gutter = String(line);
  return `    ${gutter} | ${safe}\n    ${" ".repeat(gutter.length)} | ${before}^`;
}
