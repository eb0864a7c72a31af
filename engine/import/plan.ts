import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Finding } from "gatepost/files/finding.ts";
import { readNow } from "gatepost/model/dates.ts";
import {
  readContent,
  type Content,
  type OnProgress,
} from "gatepost/files/content.ts";
import { contentFolder } from "gatepost/files/find-files.ts";
import { toSitePages } from "gatepost/check/site-pages.ts";
import { addresses, toAddressKey } from "gatepost/urls.ts";
import { toLinks } from "./addresses.ts";
import { toTitle } from "./first-words.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { readSources } from "./read-sources.ts";
import { dropRivals } from "./rivals.ts";
import {
  toName,
  toProblem,
  type Dialect,
  type SourceArticle,
} from "./source.ts";
import { toPlanned, type Planned } from "./to-article.ts";
import { toFields } from "./to-fields.ts";
import type { Names } from "./to-topics.ts";

export type ImportOptions = {
  from?: Dialect | undefined;
  category?: string | undefined;
  permalink?: string | undefined;
  /** A folder that pictures may come from beside the source's own. */
  pictures?: string | undefined;
  /** The address that the sources mean when they mean their own site. */
  site?: string | undefined;
  force?: boolean | undefined;
};

export type Plan = {
  articles: Planned[];
  problems: Finding[];
  /** Files and parts of exports that hold no article. */
  passedOver: string[];
  categories: Names;
};

/** Reads everything and decides everything; writes nothing. The same sources give the same plan. */
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

  /** What a source gives, or a problem when its text cannot be read. */
  const attempt = <T>(source: SourceArticle, read: () => T): T[] => {
    try {
      return [read()];
    } catch (error) {
      problems.push(toReadingProblem(source, error));
      return [];
    }
  };

  // Each is looked at twice: for its fields, then, once it is known which go together, for its text.
  const steps = 2 * reading.articles.length;
  const mapped = reading.articles.flatMap((found, index) => {
    onProgress(index, steps);
    return attempt(found, () => {
      const source = {
        ...found,
        hosts: [...found.hosts, ...(options.site ? [options.site] : [])],
      };
      const { category, permalink } = options;
      return toFields(source, () => toFirstWords(source), {
        categories,
        authors,
        category,
        permalink,
      });
    });
  });

  const here = Map.groupBy(
    content.files.filter(({ collection }) => collection === "articles"),
    ({ id }) => id,
  );
  const bySlug = Map.groupBy(mapped, ({ slug }) => slug);
  const free = mapped.filter(({ slug, source }) => {
    const refuse = (problem: string, remedy: string) =>
      void problems.push({
        ...toProblem(source.file, problem, remedy, {
          line: source.part === undefined ? 1 : source.bodyLine,
          column: 1,
        }),
        ...(source.part === undefined
          ? {}
          : { field: source.part || "(no title)" }),
      });
    const duplicates = (bySlug.get(slug) ?? []).filter(
      (one) => one.source !== source,
    );
    const folder = `${contentFolder}/articles/${slug}`;
    // Pictures may lie where nothing is written yet.
    const there =
      here.get(slug)?.[0]?.file ??
      (slug && existsSync(join(project, folder)) ? folder : undefined);
    if (slug === "")
      refuse(
        "It has nothing to make an address from.",
        "Give it a title, or a slug of letters, digits and hyphens.",
      );
    else if (duplicates.length > 0)
      refuse(
        `It would be ${addresses.article(slug)}, like ${duplicates.map((one) => toName(one.source)).join(" and ")}.`,
        "Give one of them another slug, and import again.",
      );
    else if (there && !options.force)
      refuse(
        `${there} already exists.`,
        "Add --force to overwrite it, or give the source another slug.",
      );
    else return true;
    return false;
  });

  const written = new Set(free.map(({ slug }) => slug));
  const staying = content.collections.articles.filter(
    ({ id }) => !written.has(id),
  );
  const collections = { ...content.collections, articles: staying };
  const pages = toSitePages({ ...content, collections }, readNow());
  const ours = new Set([...pages.keys()].map(toAddressKey));
  dropRivals(free, ours, new Set(staying.map(({ data }) => data["id"])));
  const surroundings = {
    project,
    links: toLinks(free, ours),
    pictures: options.pictures && resolve(project, options.pictures),
  };
  const articles = free.flatMap((one, index) => {
    onProgress(steps / 2 + index, steps);
    return attempt(one.source, () =>
      toPlanned(
        one,
        (here.get(one.slug) ?? []).map(({ file }) => file),
        surroundings,
      ),
    );
  });
  return { articles, problems, passedOver: reading.passedOver, categories };
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

/** What a text calls itself. */
const toFirstWords = ({
  format,
  body,
  bodyLine,
}: SourceArticle): string | undefined =>
  format === "html"
    ? toTitle(htmlToMarkdown(body, bodyLine, () => undefined).markdown, "md")
    : toTitle(body, format);

function toReadingProblem(source: SourceArticle, error: unknown): Finding {
  if (error instanceof RangeError)
    return toProblem(
      toName(source),
      "Its text is nested too deeply to parse.",
      "Remove some levels of nesting.",
    );
  // The parser says "3:1: Expected a closing tag for `<Foo>` (3:1) (mdx-jsx:unexpected-character)".
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
