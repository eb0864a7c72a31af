import { existsSync, watch } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import type { Finding } from "#files/finding.ts";
import { checkContent } from "#check/check-content.ts";
import type { Content, ContentCache } from "#files/content.ts";
import { checkedFolders } from "#files/find-files.ts";
import { count, toReport } from "#check/report.ts";
import { isError } from "#check/rule.ts";
import { wordsFile } from "#check/speller.ts";
import { checkSpelling } from "#check/spelling.ts";
import { readCall, refuseCall, toProgress, withProgress } from "./command.ts";
import { fixContent, type Mended } from "./fix.ts";
import { readNews } from "./news.ts";
import { stopRefused } from "./plan.ts";
import { toAnnotations } from "./reports/github.ts";
import { toJson } from "./reports/json.ts";

const usage = `npm run check -- [file or folder …] [flags]

Reads every text and prints every problem: where it is, what was written, what to write.
With files or folders of src/ or public/ it reports on those alone. Unlike the build it looks at the spelling too.

  --fix      mend what has one meaning: a field's spelling, a tag's form, a date's form, the order of fields
  --strict   warnings count as problems; reminders never do
  --watch    look again whenever a file is saved
  --json     print findings as data
  --github   print GitHub annotations too; by itself in GitHub Actions

Exit code: 0 nothing to mend, 1 problems, 2 a call that does not fit.`;

const { values, words } = readCall(usage, {
  fix: { type: "boolean" },
  strict: { type: "boolean" },
  watch: { type: "boolean" },
  json: { type: "boolean" },
  github: { type: "boolean" },
});
if (values.watch && (values.json || values.fix))
  refuseCall("--watch goes without --json and --fix.", usage);

const root = process.cwd();
const isIn = (path: string, file: string): boolean =>
  path === "" || file === path || file.startsWith(`${path}/`);
const wanted = words.map((word) => {
  if (!existsSync(word)) refuseCall(`There is no ${word}.`, usage);
  const path = relative(root, resolve(word)).split(sep).join("/");
  if (path !== "" && !checkedFolders.some((folder) => isIn(folder, path)))
    refuseCall(
      `${word} is not checked: write a file or folder of ${checkedFolders.join("/ or ")}/.`,
      usage,
    );
  return path;
});
const isWanted = ({ file }: { file: string }): boolean =>
  wanted.length === 0 || wanted.some((path) => isIn(path, file));

const cache: ContentCache = new Map();

/** Looks once, prints, and says by the exit code what it found. */
async function check(): Promise<void> {
  const progress = toProgress("Reading");
  const mended = values.fix
    ? (await fixContent(root, cache, isWanted).catch(stopRefused)).mended
    : [];
  const { content, findings: all } = await checkContent(
    root,
    cache,
    progress.step,
    undefined,
    [
      (content) => {
        progress.end();
        return withProgress("Spelling", (step) => checkSpelling(content, step));
      },
    ],
  );
  const findings = all.filter(isWanted);
  // No process.exit: it would cut what a pipe has not taken yet.
  process.exitCode = findings.some(
    (finding) =>
      isError(finding) || (values.strict && finding.severity === "warning"),
  )
    ? 1
    : 0;
  if (values.json) console.log(toJson(findings));
  else print(content, findings, mended);
}

function print(
  { collections: { articles }, files }: Content,
  findings: Finding[],
  mended: Mended[],
): void {
  if (mended.length > 0) console.log(toMendedReport(mended));
  else if (values.fix) console.log("Nothing was changed.\n");
  if (values.github || process.env.GITHUB_ACTIONS === "true")
    console.log(toAnnotations(findings));
  if (findings.length === 0) {
    const looked = files.filter(isWanted).length;
    const read = articles.filter(isWanted).length;
    console.log(
      `${looked === 0 ? wanted.join(", ") : `${count(read, "article")} and ${count(looked - read, "other text")}`}: nothing to mend. Next: npm run build`,
    );
    return;
  }
  console.error(toReport(findings));
  const fixable = findings.filter(({ fix }) => fix).length;
  if (fixable > 0)
    console.error(
      `${fixable === 1 ? "One of them" : `${fixable} of them`} can be mended for you. Next: npm run check -- --fix`,
    );
  else if (process.exitCode === 1)
    console.error("Next: mend them, and look again: npm run check");
  else
    console.error("Nothing of this stops the build. What it is: docs/rules.md");
}

const toMendedReport = (mended: Mended[]): string =>
  [
    ...mended.map(
      ({ file, line, column, before, after, rule }) =>
        `${file}:${line}:${column}\n${`  ${
          before.includes("\n")
            ? "The fields are in their order now."
            : `${before} is now ${after}.`
        }`.padEnd(63)} [${rule}]`,
    ),
    `Mended ${count(mended.length, "place")} in ${count(new Set(mended.map(({ file }) => file)).size, "file")}.\n`,
  ].join("\n\n");

const news = values.json ? undefined : readNews(root);
if (news) console.log(news);
if (!values.watch) await check();
else {
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
  for (const folder of checkedFolders.filter((name) => existsSync(name)))
    watch(resolve(root, folder), { recursive: true }, look);
  // A word that is added to the list is known from then on.
  if (existsSync(wordsFile)) watch(dirname(resolve(root, wordsFile)), look);
  await look();
  console.log(`\nWatching ${checkedFolders.join(" and ")}. Ctrl+C ends it.`);
}
