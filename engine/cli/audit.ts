import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { audit } from "#audit/checks.ts";
import { count, toCounts } from "#check/report.ts";
import { isError } from "#check/rule.ts";
import type { Finding } from "#files/finding.ts";
import { readCall, withProgress, type Command } from "./command.ts";
import { Refusal } from "./plan.ts";

const usage = `npm run audit -- [directory] [--json]

Reads a built site, dist/ or another directory, and prints every problem: where it is, what is wrong, what to do. Any program may
have built it. The rules: node_modules/gatepost/docs/audit.md

  --json  print findings as data

Exit code: 0 no problems, 1 problems, 2 wrong usage. Warnings do not count.`;

const auditCommand: Command = async (root, args, { say, complain }) => {
  const options = { json: { type: "boolean" } } as const;
  const { values, words } = readCall(args, usage, options, 1);
  const [name = "dist"] = words;
  const folder = resolve(root, name);
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new Refusal(
      `There is no directory ${name}.${words[0] ? "" : "\nNext: npm run build"}`,
    );
  const begin = performance.now();
  const { site, findings } = await withProgress("Reading", async (step) =>
    audit(folder, root, step),
  );
  const [pages, files] = [site.pages.size, site.files.size];
  if (pages === 0)
    throw new Refusal(`${name} has no HTML file, so it is not a built site.`);
  const problems = findings.filter(isError).length;
  const warnings = findings.length - problems;
  if (values.json) {
    const result = { problems, warnings, pages, files, findings };
    say(JSON.stringify(result, null, 2));
  } else {
    if (findings.length > 0) complain(toLines(findings).join("\n"));
    const result = findings.length === 0 ? "no problems" : toCounts(findings);
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    say(
      `${count(pages, "page")}, ${count(files, "file")}: ${result} in ${seconds} s`,
    );
  }
  return problems > 0 ? 1 : 0;
};
export default auditCommand;

/** One line for each problem. The same problem in several files, as in a footer, has one line. */
export function toLines(findings: readonly Finding[]): string[] {
  const files = Map.groupBy(findings, toLine);
  return [...files].map(([line, same]) => {
    const [{ file, line: number, column }] = same as [Finding];
    const others = new Set(same.map((one) => one.file)).size - 1;
    const also = others > 0 ? ` and in ${count(others, "other file")}` : "";
    return `${file}:${number}:${column}${also}${line}`;
  });
}

const toLine = ({ problem, remedy, rule, severity }: Finding): string =>
  `  ${problem}  ${remedy}  [${rule}]${severity === "warning" ? " warning" : ""}`;
