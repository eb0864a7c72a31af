import { count, toReport } from "gatepost/check/report.ts";
import type { Plan } from "./plan.ts";
import { toName, type Note } from "./source.ts";
import type { Planned } from "./to-article.ts";

const kinds: Note["kind"][] = ["mapped", "guessed", "dropped", "to do"];

/** The whole import as a writer reads it: source by source what became of everything, then what was done. */
export function toImportReport(
  { articles, problems, passedOver }: Plan,
  isWritten: boolean,
): string {
  const pictures = articles.flatMap((article) => article.pictures).length;
  const what = `${count(articles.length, "article")}${pictures > 0 ? ` and ${count(pictures, "picture")}` : ""}`;
  const summary = [
    `${what} ${isWritten ? (articles.length + pictures === 1 ? "is" : "are") : "would be"} written${isWritten ? ", every article a draft" : ""}`,
    ...(problems.length > 0
      ? [
          `${count(problems.length, "problem")} ${problems.length === 1 ? "keeps" : "keep"} sources out`,
        ]
      : []),
  ].join(", ");
  const next = isWritten
    ? "Next: see what is left to do with npm run check"
    : articles.length > 0
      ? "Dry run: add --write to write the files."
      : "Nothing was written.";
  return [
    ...articles.map(toParagraph),
    ...(passedOver.length > 0
      ? [
          `Skipped because they are not articles:\n${passedOver.map((file) => `  ${file}`).join("\n")}`,
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

/** Notes in the order of their lines; those without one first. */
const toSorted = (notes: readonly Note[]): Note[] =>
  notes.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));

/** The same as data, for other programs. */
export const toImportData = (
  { articles, problems, passedOver }: Plan,
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
  passedOver,
});
