import type { Finding, Place } from "gatepost/files/finding.ts";
import { quote } from "gatepost/model/fields.ts";
import { toTodo } from "gatepost/text/todo.ts";

/** The systems that articles can come from. The dialect decides which template tags in a text are converted. */
export const dialects = [
  "jekyll",
  "gatsby",
  "hugo",
  "zola",
  "hexo",
  "dev-to",
  "astro",
  "obsidian",
  "text",
  "wordpress",
  "ghost",
  "medium",
  "substack",
  "rss",
  "atom",
  "json-feed",
] as const;
export type Dialect = (typeof dialects)[number];

/** A field of a source; a nested field is named with dots: `seo.title`. */
export type Field = {
  name: string;
  value: unknown;
  /** Its line in the file; unknown in JSON exports. */
  line?: number | undefined;
  /** How its value was guessed. */
  guess?: string | undefined;
};

/** Where a source was read from. */
export type SourcePlace = {
  /** As written in the command, with `/`; all articles of an export share one. */
  file: string;
  /** Absolute path of the source's folder; pictures are only taken from inside it. */
  root: string;
  /** The file's path inside that folder, with `/`. */
  path: string;
};

export type SourceArticle = SourcePlace & {
  /** In an export, the article's title. */
  part?: string;
  dialect: Dialect;
  format: "md" | "mdx" | "html";
  fields: Field[];
  body: string;
  /** The line of the file on which the body starts. */
  bodyLine: number;
  /** Addresses of the source's own site, whose links are internal. */
  hosts: string[];
};

export type Reading = {
  articles: SourceArticle[];
  problems: Finding[];
  /** Files, and parts of exports, that hold no article. */
  skipped: string[];
};

/** One line of the report. */
export type Note = {
  kind: "mapped" | "guessed" | "dropped" | "to do";
  /** Counted in the source's file; in JSON exports, in the article's text. */
  line?: number | undefined;
  text: string;
};
export type TakeNote = (
  kind: Note["kind"],
  text: string,
  line?: number,
) => void;
/** The source line of an offset. Where offsets are lost, an address in the text identifies the line. */
export type LineOf = (offset: number, address?: string) => number;

export class Unreadable extends Error {
  readonly findings: Finding[];
  constructor(findings: Finding[]) {
    super(findings.map(({ problem }) => problem).join(" "));
    this.findings = findings;
  }
}

export const toProblem = (
  file: string,
  problem: string,
  remedy: string,
  place: Place = { line: 1, column: 1 },
): Finding => ({ file, ...place, problem, remedy, rule: "import/source" });

export function refuse(...problem: Parameters<typeof toProblem>): never {
  throw new Unreadable([toProblem(...problem)]);
}

/** All texts in a field's value: lists are flattened, objects give their name. */
export function toTexts(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(toTexts);
  if (typeof value === "object" && value !== null) {
    const { name, title, slug, src, url } = value as Record<string, unknown>;
    return toTexts(name ?? title ?? slug ?? src ?? url);
  }
  const text = value === undefined || value === null ? "" : String(value);
  return text.trim() === "" ? [] : [text.trim()];
}

/** Reports something that cannot be imported, and returns the TODO that replaces it in the text. */
export function markTodo(
  note: TakeNote,
  line: number,
  written: string,
  problem = "cannot be converted",
): string {
  note("to do", `${quote(written)} ${problem}: replaced with a TODO`, line);
  return toTodo(line, shortenData(written));
}

/** Shortens the content of data: addresses, which can be megabytes. */
const shortenData = (written: string): string =>
  written.replace(/(data:[^"',\s]{1,60},?)[^"'\s)>]{60,}/g, "$1…");

/** A source's name in messages: its file and, in an export, its title. */
export const toName = ({ file, part }: SourceArticle): string =>
  part === undefined ? file : `${file} · ${part || "(no title)"}`;
