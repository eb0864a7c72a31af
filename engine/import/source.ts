import type { Finding } from "gatepost/files/finding.ts";
import { toTodo } from "gatepost/text/todo.ts";

/** What a source is written for. One table of synonyms reads them all; the name decides on short forms in the text. */
export const dialects = [
  "jekyll",
  "gatsby",
  "hugo",
  "hexo",
  "dev-to",
  "astro",
  "text",
  "wordpress",
  "ghost",
  "rss",
  "atom",
  "json-feed",
] as const;
export type Dialect = (typeof dialects)[number];

/** One field as a source has it; a field within a field is named `seo.title`. */
export type Field = {
  name: string;
  value: unknown;
  /** Where it stands in the file; nobody knows in JSON. */
  line?: number | undefined;
};

/** An article as it was found, whatever it was found in. */
export type SourceArticle = {
  /** As called for, with `/`; an export's articles share one. */
  file: string;
  /** Which of an export's articles: its title. */
  part?: string;
  dialect: Dialect;
  format: "md" | "mdx" | "html";
  fields: Field[];
  body: string;
  /** The line the body begins on. */
  bodyLine: number;
  /** The folder that holds all of the source, absolute: no picture is taken from outside it. */
  root: string;
  /** Where the file stands below it, with `/`. */
  path: string;
  /** Which hosts' addresses the source means when it means itself. */
  hosts: string[];
};

/** What reading gave: articles, what could not be read, and files that hold no article. */
export type Reading = {
  articles: SourceArticle[];
  problems: Finding[];
  passedOver: string[];
};

/** What became of something in a source, for the report. */
export type Note = {
  kind: "mapped" | "guessed" | "dropped" | "to do";
  /** In the source's file; in JSON, in the text itself. */
  line?: number | undefined;
  text: string;
};

/** Any field's value as the texts in it: lists flattened, a thing with a name by its name. */
export function toTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(toTexts);
  if (typeof value === "object" && value !== null) {
    const { name, title, slug, src, url } = value as Record<string, unknown>;
    return toTexts(name ?? title ?? slug ?? src ?? url);
  }
  const text = value === undefined || value === null ? "" : String(value);
  return text.trim() === "" ? [] : [text.trim()];
}

/** A file that cannot be read, in the words of `check`. */
export const toProblem = (
  file: string,
  problem: string,
  remedy: string,
  place: { line: number; column: number } = { line: 1, column: 1 },
): Finding => ({ file, ...place, problem, remedy, rule: "import/source" });

/** What stands between the backticks of a mark in a text. */
export const toMark = (line: number, source: string): string =>
  toTodo(line, source).replace(/^`+ ?| ?`+$/g, "");

/** A source as messages name it: its file, and in an export its title. */
export const toName = ({ file, part }: SourceArticle): string =>
  part === undefined ? file : `${file} · ${part || "(no title)"}`;
