import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "#files/finding.ts";
import { checkContent } from "#check/check-content.ts";
import type { ContentCache } from "#files/content.ts";
import { applyPlan } from "./plan.ts";
import { withProgress } from "./command.ts";

/** One applied fix: the text before and after. */
export type AppliedFix = Pick<Finding, "file" | "line" | "column" | "rule"> & {
  before: string;
  after: string;
};

/**
 * Applies the fixes that findings carry, and changes no other byte. Fixing one problem may reveal another, such as a
 * misspelt field that is also out of order, so it repeats until none is left.
 */
export async function fixContent(
  root: string,
  cache: ContentCache,
  isWanted: (finding: Finding) => boolean,
): Promise<{ applied: AppliedFix[]; findings: Finding[] }> {
  const applied: AppliedFix[] = [];
  for (let round = 0; ; round++) {
    const { findings } = await withProgress("Reading", (step) =>
      checkContent(root, cache, step),
    );
    const files = Map.groupBy(
      findings.filter((finding) => finding.fix && isWanted(finding)),
      ({ file }) => file,
    );
    // Four rounds are enough; more would mean that two fixes undo each other.
    if (files.size === 0 || round === 4) return { applied, findings };
    const writes = new Map<string, string>();
    for (const [file, fixable] of files) {
      const text = await readFile(join(root, file), "utf8");
      writes.set(file, applyFixes(text, fixable, applied));
    }
    await applyPlan(root, { writes });
  }
}

/** Applies a file's fixes to its text and adds them to `applied`. */
function applyFixes(
  text: string,
  findings: Finding[],
  applied: AppliedFix[],
): string {
  const done: AppliedFix[] = [];
  let untouched = Infinity;
  // Apply from the end so that earlier offsets stay valid; overlapping fixes wait for the next round.
  for (const { file, fix, line, column, rule } of findings.toSorted(
    (a, b) => (b.fix?.start ?? 0) - (a.fix?.start ?? 0),
  )) {
    if (!fix || fix.end > untouched) continue;
    untouched = fix.start;
    const before = text.slice(fix.start, fix.end);
    text = text.slice(0, fix.start) + fix.text + text.slice(fix.end);
    done.unshift({ file, line, column, rule, before, after: fix.text });
  }
  applied.push(...done);
  return text;
}
