import type { Finding } from "#articles/read.ts";
import { readContent, type Content, type ContentCache } from "./content.ts";
import { rules } from "./rules.ts";

/** Looks at all content and says what is wrong with it. */
export type Rule = (content: Content) => Finding[] | Promise<Finding[]>;

/** Reads all content below a root and runs every rule over it. Findings come in the order a writer reads. */
export async function checkContent(
  root: string,
  cache?: ContentCache,
): Promise<{ content: Content; findings: Finding[] }> {
  const content = await readContent(root, cache);
  const found = await Promise.all(rules.map((rule) => rule(content)));
  const unread = Map.groupBy(
    content.findings.filter(({ rule }) => rule === "content/yaml"),
    ({ file }) => file,
  );
  // Where the YAML itself is broken, that line, its parent's and what seems to be missing are consequences.
  const isConsequence = ({ file, line, rule }: Finding) =>
    unread
      .get(file)
      ?.some((cause) => cause.line === line || cause.line === line + 1) ||
    (unread.has(file) && rule.endsWith("/missing-field"));
  const findings = [
    ...content.findings,
    ...found.flat().filter((finding) => !isConsequence(finding)),
  ].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compare(a.rule, b.rule),
  );
  return { content, findings };
}

const compare = (a: string, b: string): number => (a < b ? -1 : +(a > b));
