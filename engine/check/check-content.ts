import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toCount, type Finding } from "#files/finding.ts";
import {
  readContent,
  type Content,
  type ContentCache,
  type Edits,
  type OnProgress,
} from "#files/content.ts";
import { toFrame } from "./frame.ts";
import type { Rule } from "./rule.ts";
import { allRules, severityOf } from "./rules.ts";

/** Reads all content and runs every rule, plus the checks in `more`. Findings are sorted by file and position. */
export async function checkContent(
  root: string,
  cache?: ContentCache,
  onProgress?: OnProgress,
  edits?: Edits,
  more: readonly Rule["check"][] = [],
): Promise<{ content: Content; findings: Finding[] }> {
  const content = await readContent(root, cache, onProgress, edits);
  const found = (
    await Promise.all(
      [...allRules.map(({ check }) => check), ...more].map((check) =>
        check(content),
      ),
    )
  ).flat();
  /** Lines of invalid YAML and the lines before: findings there, and missing fields, are consequences. */
  const unread = new Map<string, Set<number>>();
  for (const { file, line, rule } of content.findings)
    if (rule === "content/yaml")
      unread.set(file, (unread.get(file) ?? new Set()).add(line).add(line - 1));
  const isConsequence = ({ file, line, rule }: Finding) =>
    unread.get(file)?.has(line) ||
    (unread.has(file) && rule.endsWith("/missing-field"));
  const errors = [...content.findings, ...found].filter(
    ({ rule, severity = severityOf(rule) }) => severity === "error",
  );
  const places = new Set(errors.map(toPlace));
  const stopped = new Set(errors.map(({ file }) => file));
  // Skip style warnings where there is an error, and unrecorded articles that stop the build.
  const isMinor = (finding: Finding) =>
    (finding.rule.startsWith("style/") && places.has(toPlace(finding))) ||
    (finding.rule === "article/unrecorded" && stopped.has(finding.file));
  const findings = shorten([
    ...content.findings,
    ...found.filter((finding) => !isConsequence(finding) && !isMinor(finding)),
  ])
    .map((finding) => ({ severity: severityOf(finding.rule), ...finding }))
    .sort(
      (a, b) =>
        compare(a.file, b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        compare(a.rule, b.rule),
    );
  return { content, findings: await addFrames(root, findings) };
}

/** The most findings of one rule to show per file; a broken text may have 100,000. */
const most = 1000;

const shorten = (findings: readonly Finding[]): Finding[] =>
  [
    ...Map.groupBy(findings, ({ file, rule }) => `${file} ${rule}`).values(),
  ].flatMap((same) => {
    if (same.length <= most) return same;
    const sorted = same.toSorted((a, b) => a.line - b.line);
    const { file, line, column, rule } = sorted[most] as Finding;
    return [
      ...sorted.slice(0, most),
      {
        file,
        line,
        column,
        problem: `${toCount(same.length - most)} more of this kind follow.`,
        remedy: "Fix the others first; the next run shows these.",
        rule,
      },
    ];
  });

/** Adds source lines. Texts are not kept in memory, so files with findings are read again. */
async function addFrames(root: string, findings: Finding[]) {
  let last: { file: string; lines: string[] } | undefined;
  const framed: Finding[] = [];
  for (const finding of findings) {
    // A finding about a whole file shows no line, and the file may be anything.
    if (finding.line === 1 && finding.column === 1) {
      framed.push(finding);
      continue;
    }
    if (last?.file !== finding.file)
      last = {
        file: finding.file,
        lines: await readFile(join(root, finding.file), "utf8").then(
          (text) => text.split("\n"),
          () => [],
        ),
      };
    const frame = toFrame(last.lines, finding);
    framed.push(frame === undefined ? finding : { ...finding, frame });
  }
  return framed;
}

const toPlace = ({ file, line, column }: Finding): string =>
  `${file}:${line}:${column}`;

const compare = (a: string, b: string): number => (a < b ? -1 : +(a > b));
