import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "#files/finding.ts";
import { checkContent } from "#check/check-content.ts";
import type { ContentCache } from "#files/content.ts";
import { withProgress } from "./command.ts";
import { applyPlan } from "./plan.ts";

/**
 * Applies the fixes that findings carry, and changes no other byte. Fixing one problem may reveal another, such as a
 * misspelt field with a tag in the wrong form, so it repeats until none is left.
 * @returns a message for each fix
 */
export async function fixContent(
  root: string,
  cache: ContentCache,
  isWanted: (finding: Finding) => boolean,
): Promise<string[]> {
  const messages: string[] = [];
  // Four rounds are enough; more would mean that two fixes undo each other.
  for (let round = 0; round < 4; round++) {
    const { findings } = await withProgress("Reading", (step) =>
      checkContent(root, cache, step),
    );
    const files = Map.groupBy(
      findings.filter((finding) => finding.fix && isWanted(finding)),
      ({ file }) => file,
    );
    if (files.size === 0) break;
    const writes = new Map<string, string>();
    for (const [file, fixable] of files) {
      const text = await readFile(join(root, file), "utf8");
      writes.set(file, applyFixes(text, fixable, messages));
    }
    await applyPlan(root, { writes });
  }
  return messages;
}

function applyFixes(text: string, findings: Finding[], messages: string[]) {
  const done: string[] = [];
  let untouched = Infinity;
  // Apply from the end so that earlier offsets stay valid; overlapping fixes wait for the next round.
  for (const { file, fix, line, column, rule } of findings.toSorted(
    (a, b) => (b.fix?.start ?? 0) - (a.fix?.start ?? 0),
  )) {
    if (!fix || fix.end > untouched) continue;
    untouched = fix.start;
    const before = text.slice(fix.start, fix.end);
    const change = fix.text
      ? `${before} is now ${fix.text}.`
      : "The byte order mark is gone.";
    text = text.slice(0, fix.start) + fix.text + text.slice(fix.end);
    done.unshift(
      `${file}:${line}:${column}\n${`  ${change}`.padEnd(63)} [${rule}]\n`,
    );
  }
  messages.push(...done);
  return text;
}
