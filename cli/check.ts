import { checkContent } from "#check/check-content.ts";
import { count, toReport } from "#check/report.ts";

/** Reads every content file and prints every problem: exit 0 when there is none, 1 when there is one, 2 for a wrong call. */
if (process.argv.length > 2) {
  console.error(
    `check takes no arguments; there is ${process.argv.slice(2).join(" ")}.`,
  );
  process.exit(2);
}
const { content, findings } = await checkContent(process.cwd());
if (findings.length > 0) {
  // No process.exit: it would cut what a pipe has not taken yet.
  console.error(toReport(findings));
  process.exitCode = 1;
} else {
  const { articles } = content.collections;
  console.log(
    `${count(articles.length, "article")} and ${count(content.files.length - articles.length, "other text")}: nothing to mend.`,
  );
}
