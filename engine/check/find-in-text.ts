import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Content, ContentFile } from "#files/content.ts";
import { top, type Place, type Range } from "#files/finding.ts";
import { splitFrontMatter } from "#files/read.ts";
import { readAbbreviations } from "#text/abbreviations.ts";
import { toPlacer } from "#text/body-tree.ts";
import { parseSource, toSource } from "#text/parse-body.ts";

/**
 * The matches of a pattern in a file's text, outside its links, headings and code, for which `isWanted` is true: with their
 * places and ranges in the file.
 */
export function findInText(
  { root }: Pick<Content, "root">,
  { file, format, contents }: Pick<ContentFile, "file" | "format" | "contents">,
  pattern: RegExp,
  isWanted: (written: string) => boolean,
): (Place & Range & { written: string })[] {
  // Empty, or reported as one that cannot be parsed.
  if (contents.words === 0) return [];
  const text = readFileSync(join(root, file), "utf8");
  const { body } = splitFrontMatter(text);
  const before = text.length - body.length;
  const wanted = [...body.matchAll(pattern)].filter(([written]) =>
    isWanted(written),
  );
  // Parsing takes longer than the search.
  if (wanted.length === 0) return [];
  const { texts } = readAbbreviations(
    parseSource(toSource(body, format), format),
  );
  const toPlace = toPlacer(text, top);
  return wanted.flatMap(({ 0: written, index }) => {
    const range = { start: index, end: index + written.length };
    const isInText = texts.some(
      ({ position }) =>
        position &&
        position.start.offset <= range.start &&
        position.end.offset >= range.end,
    );
    const start = before + index;
    return isInText
      ? { written, ...toPlace(start), start, end: start + written.length }
      : [];
  });
}
