import { count, toReport } from "gatepost/check/report.ts";
import { toCount } from "gatepost/files/finding.ts";
import type { Plan } from "./plan.ts";
import { toName, type Note } from "./source.ts";
import type { Planned } from "./to-article.ts";

const kinds: Note["kind"][] = ["mapped", "guessed", "dropped", "to do"];
/** With more articles, notes are counted over all of them; a longer list is shown by two examples. */
const maxArticles = 10;
/** What repeats more often is shown by two examples. */
const maxSame = 5;
/** The most forms of notes or problems. */
const maxLines = 20;

/** The report for a writer: the notes of each source, or of all together, then a summary. */
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
    ...(known.length > 0 ? [`${toCount(known.length)} already here`] : []),
  ].join("; ");
  const next = isWritten
    ? "Next: run npm run check to see what is left to do"
    : articles.length > 0
      ? "Dry run: add --write to write the files."
      : "Nothing was written.";
  const list = (title: string, lines: readonly string[]) =>
    lines.length > 0
      ? [`${title}:\n${cut(lines.map((line) => `  ${line}`))}`]
      : [];
  return [
    ...(articles.length > maxArticles
      ? [toOverview(articles)]
      : articles.map(toParagraph)),
    ...list("Skipped because they are not articles", skipped),
    ...list(
      "Already here, and left as they are",
      known.map(({ source, file }) => `${source} → ${file}`),
    ),
    ...(problems.length > 0 ? [toProblems(problems)] : []),
    `${summary}. ${next}`,
  ].join("\n\n");
}

/** A list; of a long one, two lines. */
const cut = (lines: readonly string[]): string =>
  lines.length > maxArticles
    ? [...lines.slice(0, 2), toRest(lines.length - 2)].join("\n")
    : lines.join("\n");

const toRest = (more: number) =>
  `  … and ${toCount(more)} more: --json lists them all`;

/** The form of a note or a problem, without what is particular to one text. */
const toForm = (text: string): string =>
  / → /.test(text) && !/^[\w.:-]+ → [\w.]+$/.test(text)
    ? "→"
    : text
        .replace(/^((?:old )?address|id|slug|pubDate) \S+/, "$1")
        .replace(/"[^"]*"(?:(?: or| and|,) "[^"]*")*/g, '"')
        .split(/\s+/)
        .map((word) => (/[/.\d]/.test(word) ? "…" : word))
        .join(" ");

/** Problems; of those that repeat, two. */
function toProblems(problems: Plan["problems"]): string {
  const same = Map.groupBy(problems, ({ problem }) => toForm(problem));
  const shown = [...same.values()].flatMap((all) =>
    all.length > maxSame ? all.slice(0, 2) : all,
  );
  const first = shown.slice(0, maxLines);
  const more = problems.length - first.length;
  return [toReport(first), ...(more > 0 ? [toRest(more).trim()] : [])].join(
    "\n\n",
  );
}

const toLabel = (kind: string, index: number) =>
  `  ${(index === 0 ? kind : "").padEnd(8)} `;

function toParagraph({ source, file, pictures, notes }: Planned): string {
  const lines = kinds.flatMap((kind) => {
    const ofKind = toSorted(notes).filter((note) => note.kind === kind);
    const same = Map.groupBy(ofKind, ({ text }) => toForm(text));
    const seen = new Map<Note[], number>();
    const shown = ofKind.flatMap(({ line, text }) => {
      const all = same.get(toForm(text)) as Note[];
      const index = seen.get(all) ?? 0;
      seen.set(all, index + 1);
      const isMany = all.length > maxSame;
      if (isMany && index > 1) return [];
      const place =
        line === undefined || kind === "mapped" ? "" : `line ${line}  `;
      const rest =
        isMany && index === 1
          ? `, and ${toCount(all.length - 2)} more like it`
          : "";
      return [`${place}${text}${rest}`];
    });
    return (
      kind === "mapped" && shown.length > 0 ? [shown.join(", ")] : shown
    ).map((text, index) => toLabel(kind, index) + text);
  });
  return [
    `${toName(source)} (${source.dialect}) → ${file}`,
    ...lines,
    cut(pictures.map(({ name }) => `           + ${name}`)),
  ]
    .filter(Boolean)
    .join("\n");
}

/** The notes of all articles: each form once, counted, with two examples. */
function toOverview(articles: readonly Planned[]): string {
  const lines = kinds.flatMap((kind) => {
    const notes = articles.flatMap(({ source, notes }) =>
      notes
        .filter((note) => note.kind === kind)
        .map(({ text, line }) => ({
          text,
          place: `${toName(source)}${line === undefined ? "" : `:${line}`}`,
        })),
    );
    const same = [...Map.groupBy(notes, ({ text }) => toForm(text)).values()];
    const shown = same
      .toSorted((a, b) => b.length - a.length)
      .map((all) => {
        const examples = all
          .slice(0, 2)
          .map(({ text, place }) => `${text} (${place})`);
        return `${all.length > 2 ? `${toCount(all.length)} times: ` : ""}${examples.join("; ")}`;
      });
    return shown.length > maxLines
      ? [
          ...shown.slice(0, maxLines),
          toRest(shown.length - maxLines).trim(),
        ].map((text, index) => toLabel(kind, index) + text)
      : shown.map((text, index) => toLabel(kind, index) + text);
  });
  const examples = articles
    .slice(0, 2)
    .map(
      ({ source, file }) => `  ${toName(source)} (${source.dialect}) → ${file}`,
    );
  return [
    `${count(articles.length, "article")}:`,
    ...examples,
    toRest(articles.length - 2),
    "",
    ...lines,
  ].join("\n");
}

/** Sorted by line; notes without a line come first. */
const toSorted = (notes: readonly Note[]): Note[] =>
  notes.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));

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
