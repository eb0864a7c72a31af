import { count, toReport } from "gatepost/check/report.ts";
import type { Plan } from "./plan.ts";
import { toName, type Note } from "./source.ts";
import type { Planned } from "./to-article.ts";

const kinds: Note["kind"][] = ["mapped", "guessed", "dropped", "to do"];

/** The report for a writer: the notes of each source, then a summary. */
export function toImportReport(
  { articles, problems, skipped, known }: Plan,
  isWritten: boolean,
): string {
  const pictures = articles.flatMap((article) => article.pictures).length;
  const files = `${count(articles.length, "article")}${pictures > 0 ? ` and ${count(pictures, "picture")}` : ""}`;
  const summary = [
    isWritten ? `Wrote ${files}, all as drafts` : `${files} would be written`,
    ...(problems.length > 0
      ? [`${count(problems.length, "problem")} left sources out`]
      : []),
  ].join("; ");
  const next = isWritten
    ? "Next: run npm run check to see what is left to do"
    : articles.length > 0
      ? "Dry run: add --write to write the files."
      : "Nothing was written.";
  return [
    ...articles.map(toParagraph),
    ...(skipped.length > 0
      ? [
          `Skipped because they are not articles:\n${skipped.map((file) => `  ${file}`).join("\n")}`,
        ]
      : []),
    ...(known.length > 0
      ? [
          `Already here, and left as they are:\n${known.map(({ source, file }) => `  ${source} → ${file}`).join("\n")}`,
        ]
      : []),
    ...(problems.length > 0 ? [toReport(problems)] : []),
    `${summary}. ${next}`,
  ].join("\n\n");
}

function toParagraph({ source, file, pictures, notes }: Planned): string {
  const lines = kinds.flatMap((kind) => {
    const ofKind = toSorted(notes).filter((note) => note.kind === kind);
    const shown =
      kind === "mapped" && ofKind.length > 0
        ? [ofKind.map(({ text }) => text).join(", ")]
        : ofKind.map(({ line, text }) =>
            line === undefined ? text : `line ${line}  ${text}`,
          );
    return shown.map(
      (text, index) => `  ${(index === 0 ? kind : "").padEnd(8)} ${text}`,
    );
  });
  return [
    `${toName(source)} (${source.dialect}) → ${file}`,
    ...lines,
    ...pictures.map(({ name }) => `           + ${name}`),
  ].join("\n");
}

/** Sorted by line; notes without a line come first. */
const toSorted = (notes: readonly Note[]): Note[] =>
  notes.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));

/** The report for `--json`. */
export const toImportData = (
  { articles, problems, skipped, known }: Plan,
  isWritten: boolean,
) => ({
  isWritten,
  articles: articles.map(({ source, file, pictures, notes }) => ({
    source: source.file,
    ...(source.part === undefined ? {} : { part: source.part }),
    dialect: source.dialect,
    file,
    pictures: pictures.map(({ name }) => name),
    notes: toSorted(notes),
  })),
  problems,
  known,
  skipped,
});
