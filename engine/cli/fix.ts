import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "#files/finding.ts";
import { checkContent } from "#check/check-content.ts";
import type { ContentCache } from "#files/content.ts";
import { applyPlan } from "./plan.ts";
import { withProgress } from "./command.ts";

/** One thing that was mended: what stood there, what stands there now. */
export type Mended = Pick<Finding, "file" | "line" | "column" | "rule"> & {
  before: string;
  after: string;
};

/**
 * Mends what `check` knows the one meaning of, file by file, and nothing else: every other byte stays. What is mended
 * may show more, a misspelt field that also stands in the wrong place, so it looks again until nothing is left.
 */
export async function fixContent(
  root: string,
  cache: ContentCache,
  isWanted: (finding: Finding) => boolean,
): Promise<{ mended: Mended[]; findings: Finding[] }> {
  const mended: Mended[] = [];
  for (let round = 0; ; round++) {
    const { findings } = await withProgress("Reading", (step) =>
      checkContent(root, cache, step),
    );
    const files = Map.groupBy(
      findings.filter((finding) => finding.fix && isWanted(finding)),
      ({ file }) => file,
    );
    // Four rounds mend what builds on what; a fix that calls for another one for ever would be a fault of ours.
    if (files.size === 0 || round === 4) return { mended, findings };
    const writes = new Map<string, string>();
    for (const [file, fixable] of files) {
      const text = await readFile(join(root, file), "utf8");
      writes.set(file, applyFixes(text, fixable, mended));
    }
    await applyPlan(root, { writes });
  }
}

/** Some fixes of one file applied to its text; what was mended is added to the list. */
function applyFixes(
  text: string,
  findings: Finding[],
  mended: Mended[],
): string {
  const done: Mended[] = [];
  let untouched = Infinity;
  // From the end, so that the places before stay true; of two that overlap the other has its turn in the next round.
  for (const { file, fix, line, column, rule } of findings.toSorted(
    (a, b) => (b.fix?.start ?? 0) - (a.fix?.start ?? 0),
  )) {
    if (!fix || fix.end > untouched) continue;
    untouched = fix.start;
    const before = text.slice(fix.start, fix.end);
    text = text.slice(0, fix.start) + fix.text + text.slice(fix.end);
    done.unshift({ file, line, column, rule, before, after: fix.text });
  }
  mended.push(...done);
  return text;
}
