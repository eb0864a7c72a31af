import { join } from "node:path";
import { quote } from "#articles/fields.ts";
import { toArticleText } from "#articles/front-matter.ts";
import type { Finding } from "#articles/read.ts";
import { todo } from "#articles/todo.ts";
import { readContent } from "#check/content.ts";
import { contentFolder } from "#check/find-files.ts";
import { toKey } from "#check/rules/address.ts";
import { addresses } from "#urls.ts";
import { toLinks } from "./addresses.ts";
import { toPictureFinder, type Copy } from "./pictures.ts";
import { readSources } from "./read-sources.ts";
import {
  toProblem,
  type Dialect,
  type Note,
  type SourceArticle,
} from "./source.ts";
import { toBody, toDescription, toTitle } from "./to-body.ts";
import { toFields, type Mapped, type Names } from "./to-fields.ts";

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

/** An article that can be written: where, what, and the pictures beside it. */
export type Planned = {
  source: SourceArticle;
  /** From the project's root, with `/`. */
  file: string;
  text: string;
  pictures: Copy[];
  /** What is in its place now, to be taken away. */
  replaces: string[];
  notes: Note[];
  hasCategory: boolean;
};

export type Plan = {
  articles: Planned[];
  problems: Finding[];
  passedOver: string[];
  categories: Names;
};

/** Reads everything and decides everything; writes nothing. The same sources give the same plan. */
export async function planImport(
  project: string,
  called: string,
  options: ImportOptions,
): Promise<Plan> {
  const { collections, files } = await readContent(project);
  const named = (name: "categories" | "authors", field: string): Names =>
    collections[name].map(({ id, data }) => ({
      slug: id,
      title: String(data[field] ?? id),
    }));
  const [categories, authors] = [
    named("categories", "title"),
    named("authors", "name"),
  ];
  const reading = readSources(called, options.from);
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

  const mapped = reading.articles.flatMap((found) =>
    attempt(found, () => {
      const source = {
        ...found,
        hosts: [...found.hosts, ...(options.site ? [options.site] : [])],
      };
      const title =
        source.format === "html"
          ? undefined
          : toTitle(source.body, source.format);
      return toFields(source, title, {
        categories,
        authors,
        category: options.category,
        permalink: options.permalink,
      });
    }),
  );

  const here = Map.groupBy(
    files.filter(({ collection }) => collection === "articles"),
    ({ id }) => id,
  );
  const bySlug = Map.groupBy(mapped, ({ slug }) => slug);
  const free = mapped.filter(({ slug, source }) => {
    const refuse = (problem: string, remedy: string) =>
      void problems.push(toProblem(toName(source), problem, remedy));
    const twins = (bySlug.get(slug) ?? []).filter(
      (one) => one.source !== source,
    );
    if (slug === "")
      refuse(
        "Nothing in it gives it an address.",
        "Give it a title, or a slug of letters, digits and hyphens.",
      );
    else if (twins.length > 0)
      refuse(
        `It would be ${addresses.article(slug)}, like ${twins.map((one) => toName(one.source)).join(" and ")}.`,
        "Give one of them another slug, and import again.",
      );
    else if (here.has(slug) && !options.force)
      refuse(
        `${here
          .get(slug)
          ?.map(({ file }) => file)
          .join(" and ")} is there already.`,
        "Add --force to write over it, or give the source another slug.",
      );
    else return true;
    return false;
  });

  const replaced = new Set(free.map(({ slug }) => slug));
  const staying = collections.articles.filter(({ id }) => !replaced.has(id));
  const listOf = (value: unknown) =>
    Array.isArray(value) ? value.map(String) : [];
  const ours = new Set(
    [
      addresses.home,
      addresses.articles,
      addresses.archive,
      addresses.topics,
      addresses.rss,
      ...staying.flatMap(({ id, data }) => [
        addresses.article(id),
        ...listOf(data["aliases"]),
      ]),
      ...collections.pages.map(({ id }) => addresses.page(id)),
      ...collections.categories.map(({ id }) => addresses.category(id)),
      ...collections.authors.map(({ id }) => addresses.author(id)),
      ...collections.series.map(({ id }) => addresses.series(id)),
      ...staying.flatMap(({ data }) => listOf(data["tags"]).map(addresses.tag)),
    ].map(toKey),
  );
  const links = toLinks(free, ours);
  dropRivals(free, ours, new Set(staying.map(({ data }) => data["id"])));

  const articles = free.flatMap((one) =>
    attempt(one.source, () =>
      toPlanned(one, here.get(one.slug)?.map(({ file }) => file) ?? []),
    ),
  );
  return { articles, problems, passedOver: reading.passedOver, categories };

  function toPlanned(
    { source, slug, fields, cover, notes, kept }: Mapped,
    before: string[],
  ): Planned {
    const note = (one: Note) => void notes.push(one);
    const pictures = toPictureFinder(source, options.pictures);
    if (cover) {
      const found = pictures.find(String(cover.value));
      if ("address" in found) {
        const { alt, caption } = fields["cover"] as {
          alt?: string;
          caption?: string;
        };
        fields["cover"] = {
          image: found.address,
          alt: alt ?? todo,
          ...(caption ? { caption } : {}),
        };
        if (!alt)
          note({
            kind: "to do",
            line: cover.line,
            text: "cover.alt: say what the picture shows",
          });
      } else {
        note({
          kind: "to do",
          line: cover.line,
          text: `the cover ${quote(cover.value)} ${found.reason}: put a picture beside the article, or leave it`,
        });
        kept.push(
          cover,
          ...Object.entries(fields["cover"] as object).flatMap(
            ([name, value]: [string, unknown]) =>
              value ? [{ name: `cover.${name}`, value }] : [],
          ),
        );
        fields["cover"] = undefined;
      }
    }
    const body = toBody(source, {
      title: String(fields["title"]),
      links,
      pictures,
      project,
      note,
    });
    const format = source.format === "mdx" ? "mdx" : "md";
    if (fields["description"] === undefined) {
      const found = toDescription(body, format, 300);
      fields["description"] = found ?? todo;
      note(
        found
          ? {
              kind: "guessed",
              text: `description from the text: ${quote(found)}`,
            }
          : {
              kind: "to do",
              text: "description: there is none; write one to three sentences",
            },
      );
    }
    const folder = `${contentFolder}/articles/${slug}`;
    const isFolder =
      pictures.copies.size > 0 ||
      before.some((file) => file.startsWith(`${folder}/`));
    const file = isFolder ? `${folder}/index.${format}` : `${folder}.${format}`;
    return {
      source,
      file,
      text: withComments(toArticleText(fields, body), kept),
      pictures: [...pictures.copies.values()],
      replaces: before
        .filter((one) => one !== file)
        .map((one) => join(project, one)),
      notes,
      hasCategory: fields["category"] !== todo,
    };
  }
}

/** An address or an id that something else has too is dropped from all that were to get it: nobody can tell whose it is. */
function dropRivals(
  articles: readonly Mapped[],
  ours: ReadonlySet<string>,
  ids: ReadonlySet<unknown>,
): void {
  const claims = articles.flatMap(({ slug, fields }) =>
    [
      addresses.article(slug),
      ...((fields["aliases"] as string[] | undefined) ?? []),
    ].map(toKey),
  );
  const times = Map.groupBy(
    [...claims, ...articles.map(({ fields }) => `id ${String(fields["id"])}`)],
    (claim) => claim,
  );
  for (const { fields, notes, kept } of articles) {
    const drop = (name: string, value: string) => {
      notes.push({
        kind: "dropped",
        text: `${name} ${value}: something else has it too`,
      });
      kept.push({ name, value });
    };
    const aliases = (fields["aliases"] as string[] | undefined) ?? [];
    const free = aliases.filter(
      (alias) =>
        !ours.has(toKey(alias)) && times.get(toKey(alias))?.length === 1,
    );
    for (const alias of aliases)
      if (!free.includes(alias)) drop("address", alias);
    fields["aliases"] = free.length > 0 ? free : undefined;
    const id = fields["id"];
    if (
      typeof id === "string" &&
      (ids.has(id) || (times.get(`id ${id}`)?.length ?? 0) > 1)
    ) {
      drop("id", id);
      fields["id"] = undefined;
    }
  }
}

/** What has no field of ours, as comments at the end of the front matter. */
function withComments(text: string, kept: Mapped["kept"]): string {
  const lines = kept.map(({ name, value }) => {
    const written =
      typeof value === "string" && !/[\r\n\p{C}]/u.test(value)
        ? value
        : JSON.stringify(value);
    return `# was: ${name.replace(/[\r\n\p{C}]/gu, " ")}: ${written.replace(/\p{Cc}/gu, " ")}\n`;
  });
  const end = text.indexOf("\n---\n") + 1;
  return text.slice(0, end) + lines.join("") + text.slice(end);
}

/** A source as messages name it: its file, and in an export its title. */
export const toName = ({ file, part }: SourceArticle): string =>
  part === undefined ? file : `${file} · ${part || "(no title)"}`;

function toReadingProblem(source: SourceArticle, error: unknown): Finding {
  if (error instanceof RangeError)
    return toProblem(
      toName(source),
      "Its text is nested too deeply to be read.",
      "Take out what stands inside so much else.",
    );
  const parts = /^(?:Error: )?(\d+):(\d+): ([^]*)$/.exec(
    (error as Error).message ?? String(error),
  );
  if (source.format !== "mdx" || !parts) throw error;
  return toProblem(
    source.file,
    `MDX cannot read this: ${(parts[3] as string).replace(/(?: \([^()]*\))+$/, "")}.`,
    "Close every tag and every {; write \\{ and &lt; for the signs themselves.",
    {
      line: Number(parts[1]) + source.bodyLine - 1,
      column: Number(parts[2]),
    },
  );
}
