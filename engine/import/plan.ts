import { resolve } from "node:path";
import type { Finding } from "gatepost/files/finding.ts";
import { readNow } from "gatepost/model/dates.ts";
import {
  readContent,
  type Content,
  type OnProgress,
} from "gatepost/files/content.ts";
import { toSitePages } from "gatepost/check/site-pages.ts";
import { toAddressKey } from "gatepost/urls.ts";
import { toLinks } from "./addresses.ts";
import { dropDuplicates, keepApart } from "./duplicates.ts";
import { toTitle } from "./first-words.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { findOverwritten, listUncommitted, toKnown } from "./known.ts";
import { toFileName } from "./markdown-files.ts";
import { toFileFinder, toPictureFinder } from "./pictures.ts";
import { readSources } from "./read-sources.ts";
import {
  toName,
  toProblem,
  type Dialect,
  type SourceArticle,
} from "./source.ts";
import { toPlanned, type Planned } from "./to-article.ts";
import { toFields, type Mapped } from "./to-fields.ts";
import type { Names } from "./to-topics.ts";

export type ImportOptions = {
  from?: Dialect | undefined;
  category?: string | undefined;
  permalink?: string | undefined;
  slug?: string | undefined;
  pictures?: string | undefined;
  site?: string | undefined;
  force?: boolean | undefined;
};

export type Plan = {
  articles: Planned[];
  problems: Finding[];
  /** Files, and parts of exports, that hold no article. */
  skipped: string[];
  /** Sources that the site already has. */
  known: { source: string; file: string }[];
  categories: Names;
};

/** Reads all sources and plans every file to write; writes nothing. The same sources give the same plan. */
export async function planImport(
  project: string,
  called: string,
  options: ImportOptions,
  onProgress: OnProgress = () => undefined,
): Promise<Plan> {
  const content = await readContent(project);
  const categories = toNames(content, "categories", "title");
  const authors = toNames(content, "authors", "name");
  const reading = readSources(project, called, options.from);
  const problems = [...reading.problems];

  const files = toFileFinder();
  const attempt = <T>(source: SourceArticle, read: () => T): T[] => {
    try {
      return [read()];
    } catch (error) {
      problems.push(toParseProblem(source, error));
      return [];
    }
  };

  // First the fields of all articles, then, with all slugs known, their texts.
  const steps = 2 * reading.articles.length;
  const mapped = reading.articles.flatMap((found, index) => {
    onProgress(index, steps);
    return attempt(found, () => {
      const { category, permalink, slug, site, pictures } = options;
      const source = {
        ...found,
        hosts: [...found.hosts, ...(site ? [site] : [])],
      };
      return toFields(
        source,
        () => toTextTitle(source),
        toPictureFinder(source, pictures && resolve(project, pictures), files),
        { categories, authors, category, permalink, slug },
      );
    });
  });

  const existing = Map.groupBy(
    content.files.filter(({ collection }) => collection === "articles"),
    ({ id }) => id,
  );
  keepApart(mapped);
  const findKnown = toKnown(content, mapped);
  const known: Plan["known"] = [];
  /** The same with their slugs here, for links to them. */
  const here: Mapped[] = [];
  const accepted = mapped.filter((one) => {
    const found = findKnown(one);
    const isSkipped =
      found && (existing.has(one.slug) ? found.isSure && !options.force : true);
    if (isSkipped) {
      const { file } = found;
      known.push({ source: toName(one.source), file });
      const there = content.files.find((article) => article.file === file);
      if (there) here.push({ ...one, slug: there.id });
    }
    return !isSkipped;
  });

  const slugs = new Set(accepted.map(({ slug }) => slug));
  const kept = content.collections.articles.filter(({ id }) => !slugs.has(id));
  const collections = { ...content.collections, articles: kept };
  const pages = toSitePages({ ...content, collections }, readNow());
  const taken = new Set([...pages.keys()].map(toAddressKey));
  dropDuplicates(accepted, taken, new Set(kept.map(({ data }) => data["id"])));
  const links = toLinks([...accepted, ...here], taken);
  const uncommitted = options.force ? listUncommitted(project) : undefined;
  const articles = accepted.flatMap((one, index) => {
    onProgress(steps / 2 + index, steps);
    const { slug, source, notes } = one;
    const there = (existing.get(slug) ?? []).map(({ file }) => file);
    return attempt(source, () => toPlanned(one, there, project, links)).filter(
      (planned) => {
        const { files, isWritten } = findOverwritten(project, planned, slug);
        const [first] = files;
        if (!first) {
          if (isWritten)
            known.push({ source: toName(source), file: planned.file });
          return !isWritten;
        }
        const unsaved = files.find((file) => uncommitted?.has(file));
        if (options.force && !unsaved) {
          if (!uncommitted)
            notes.push({
              kind: "dropped",
              text: `the text before in ${files.join(", ")}: overwritten`,
            });
          return true;
        }
        const { file, part, bodyLine } = source;
        const [problem, remedy] = unsaved
          ? [
              `${unsaved} has changes that git does not have.`,
              "Commit it, or delete it, and import again.",
            ]
          : [
              `${first} already exists.`,
              "Add --force to overwrite it, or give the source another slug.",
            ];
        problems.push({
          ...toProblem(file, problem, remedy, {
            line: part === undefined ? 1 : bodyLine,
            column: 1,
          }),
          ...(part === undefined ? {} : { field: part || "(no title)" }),
        });
        return false;
      },
    );
  });
  return { articles, problems, known, skipped: reading.skipped, categories };
}

const toNames = (
  { collections }: Content,
  name: "categories" | "authors",
  field: string,
): Names =>
  collections[name].map(({ id, data }) => ({
    slug: id,
    title: String(data[field] ?? id),
  }));

const toTextTitle = ({
  format,
  dialect,
  body,
  bodyLine,
  path,
}: SourceArticle): string | undefined =>
  dialect === "obsidian"
    ? toFileName(path).whole
    : format === "html"
      ? toTitle(htmlToMarkdown(body, bodyLine, () => undefined).markdown, "md")
      : toTitle(body, format);

function toParseProblem(source: SourceArticle, error: unknown): Finding {
  if (error instanceof RangeError)
    return toProblem(
      toName(source),
      "The text is nested too deeply to parse.",
      "Remove some levels of nesting.",
    );
  // The parser's message: "3:1: Expected a closing tag for `<Foo>` (3:1) (mdx-jsx:unexpected-character)".
  const parts = /^(\d+):(\d+): ([^]*)$/.exec(
    error instanceof Error ? error.message : String(error),
  );
  if (source.format !== "mdx" || !parts) throw error;
  return toProblem(
    source.file,
    `This is not valid MDX: ${(parts[3] as string).replace(/ \((?:\d+:[\d:-]+|note: [^]*|[a-z-]+:[a-z-]+)\)(?= \(|$)/g, "").replace(/ \(note: [^]*$/, "")}.`,
    "Close every tag and every {; write \\{ and &lt; for the characters themselves.",
    { line: Number(parts[1]) + source.bodyLine - 1, column: Number(parts[2]) },
  );
}
