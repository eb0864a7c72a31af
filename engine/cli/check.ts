import { existsSync, watch } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { keepContent, readKeptContent } from "#build/content-cache.ts";
import type { Finding } from "#files/finding.ts";
import { checkContent } from "#check/check-content.ts";
import type { Content } from "#files/content.ts";
import { checkedFolders } from "#files/find-files.ts";
import { count, toReport } from "#check/report.ts";
import { isError } from "#check/rule.ts";
import {
  checkSpelling,
  findWaiting,
  listTexts,
  wordsFile,
} from "#check/spelling.ts";
import { readCall, refuseCall, withProgress, type Command } from "./command.ts";
import { fixContent } from "./fix.ts";
import { readNews } from "./news.ts";

const usage = `npm run check -- [file or folder …] [flags]

Checks all content and prints every problem: where it is, what was written, what to write.
Given files or folders of src/ or public/, it reports only on those. Unlike the build, it also checks spelling.

  --fix      fix what has only one possible fix: misspelt fields, the form of tags and dates, byte order marks
  --strict   treat warnings as problems; reminders never count
  --watch    check again whenever a file is saved
  --json     print findings as data

In GitHub Actions it also prints annotations.

Exit code: 0 no problems, 1 problems, 2 wrong usage.`;

const isIn = (path: string, file: string): boolean =>
  path === "" || file === path || file.startsWith(`${path}/`);

const checkCommand: Command = async (root, args, { say, complain }) => {
  const { values, words } = readCall(args, usage, {
    fix: { type: "boolean" },
    strict: { type: "boolean" },
    watch: { type: "boolean" },
    json: { type: "boolean" },
  });
  if (values.watch && (values.json || values.fix))
    refuseCall("--watch cannot be combined with --json or --fix.", usage);

  const wanted = words.map((word) => {
    if (!existsSync(resolve(root, word)))
      refuseCall(`There is no ${word}.`, usage);
    const path = relative(root, resolve(root, word)).split(sep).join("/");
    if (path !== "" && !checkedFolders.some((folder) => isIn(folder, path)))
      refuseCall(
        `${word} is not checked: name a file or folder of ${checkedFolders.join("/ or ")}/.`,
        usage,
      );
    return path;
  });
  const isWanted = ({ file }: { file: string }): boolean =>
    wanted.length === 0 || wanted.some((path) => isIn(path, file));

  const cache = readKeptContent(root);

  async function check(): Promise<0 | 1> {
    const fixed = values.fix ? await fixContent(root, cache, isWanted) : [];
    const { content, findings: all } = await withProgress("Reading", (step) =>
      checkContent(root, cache, step, undefined, [
        (content) =>
          withProgress("Spelling", (spelled) =>
            checkSpelling(root, listTexts(content, isWanted), spelled),
          ),
        (content) => findWaiting(content, isWanted),
      ]),
    );
    keepContent(root, cache);
    const findings = all.filter(isWanted);
    const code = findings.some(
      (finding) =>
        isError(finding) || (values.strict && finding.severity === "warning"),
    )
      ? 1
      : 0;
    if (values.json) say(toJson(findings));
    else print(content, findings, fixed, code);
    return code;
  }

  function print(
    { collections: { articles }, files }: Content,
    findings: Finding[],
    fixed: string[],
    code: 0 | 1,
  ): void {
    for (const message of fixed) say(message);
    if (values.fix) say(`Fixed: ${count(fixed.length, "problem")}.\n`);
    if (process.env.GITHUB_ACTIONS === "true")
      for (const finding of findings) say(toAnnotation(finding));
    if (findings.length === 0) {
      const looked = files.filter(isWanted).length;
      const read = articles.filter(isWanted).length;
      say(
        `${looked === 0 ? wanted.join(", ") : `${count(read, "article")} and ${count(looked - read, "other text")}`}: no problems. Next: npm run build`,
      );
      return;
    }
    complain(toReport(findings));
    const fixable = findings.filter(({ fix }) => fix).length;
    if (fixable > 0)
      complain(
        `${fixable === 1 ? "One of them" : `${fixable} of them`} can be fixed automatically. Next: npm run check -- --fix`,
      );
    else if (code === 1) complain("Next: fix them, then run: npm run check");
    else
      complain(
        "None of this stops the build. The rules: node_modules/gatepost/docs/rules.md",
      );
  }

  const news = values.json ? undefined : readNews(root);
  if (news) say(news);
  if (!values.watch) return check();
  let isLooking = false;
  let hasChanged = false;
  const look = async () => {
    hasChanged = true;
    if (isLooking) return;
    isLooking = true;
    while (hasChanged) {
      hasChanged = false;
      await check();
    }
    isLooking = false;
  };
  // Before the first look, so that nothing saved meanwhile is missed.
  for (const folder of checkedFolders.filter((name) =>
    existsSync(resolve(root, name)),
  ))
    watch(resolve(root, folder), { recursive: true }, look);
  // A word that is added to the list is known from then on.
  if (existsSync(resolve(root, wordsFile)))
    watch(dirname(resolve(root, wordsFile)), look);
  await look();
  say(`\nWatching ${checkedFolders.join(" and ")}. Press Ctrl+C to stop.`);
  return 0;
};
export default checkCommand;

function toJson(findings: readonly Finding[]): string {
  const countOf = (severity: string) =>
    findings.filter((finding) => (finding.severity ?? "error") === severity)
      .length;
  return JSON.stringify(
    {
      problems: countOf("error"),
      warnings: countOf("warning"),
      reminders: countOf("reminder"),
      findings,
    },
    null,
    2,
  );
}

/**
 * A finding as a workflow command, which GitHub shows beside the line of a change: ::error file=…,line=…,col=…::…
 * https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
function toAnnotation(finding: Finding): string {
  const { file, line, column, field, problem, remedy, rule, severity } =
    finding;
  const escape = (text: string) =>
    text.replace(/[%\r\n]/g, (character) => encodeURIComponent(character));
  const toProperty = (text: string) =>
    escape(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
  const level = severity === "reminder" ? "notice" : (severity ?? "error");
  const title = [field, rule].filter(Boolean).join(" · ");
  return `::${level} file=${toProperty(file)},line=${line},col=${column},title=${toProperty(title)}::${escape(`${problem}\n${remedy}`)}`;
}
