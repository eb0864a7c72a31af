import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import { isMap, visit } from "yaml";
import {
  findRepeated,
  parseYaml,
  repeatedWords,
  toRange,
  yamlWords,
} from "gatepost/files/yaml.ts";
import { refuse, toProblem, Unreadable, type Field } from "./source.ts";
import { toPlace } from "./splice.ts";

/** A Markdown file, split into front matter and body. */
export type Parts = {
  fields: Field[];
  body: string;
  bodyLine: number;
  form: "yaml" | "toml" | "json" | "none";
};

const fences: Record<
  string,
  { close: RegExp; form: "yaml" | "toml" | "json" }
> = {
  "---": { close: /^(?:---|\.\.\.)[ \t]*$/, form: "yaml" },
  "+++": { close: /^\+\+\+[ \t]*$/, form: "toml" },
  ";;;": { close: /^;;;[ \t]*$/, form: "json" },
};

/** Reads front matter in YAML, TOML or JSON; numbers and dates keep their spelling. Throws Unreadable. */
export function readFrontMatter(file: string, text: string): Parts {
  const lines = text.split("\n");
  const first = Math.max(
    0,
    lines.findIndex((line) => line.trim() !== ""),
  );
  const opening = (lines[first] as string).trimEnd();
  const fence = fences[opening];
  // The line after the opening one, which Hexo, Pelican and MultiMarkdown do without.
  const start = fence ? first + 1 : first;
  const close = fence
    ? lines.findIndex((line, index) => index >= start && fence.close.test(line))
    : findUnopened(lines, start);
  if (fence && close < 0)
    refuse(
      file,
      "The front matter has no closing line.",
      `Write ${opening} again under its last field.`,
    );
  if (close < 0) {
    const end = /^\{\s*["}]/.test(text) ? toObjectEnd(text) : 0;
    if (end === 0) return { fields: [], body: text, bodyLine: 1, form: "none" };
    const before = text.slice(0, end);
    return {
      fields: readJson(file, before, 1),
      body: text.slice(end),
      bodyLine: before.split("\n").length,
      form: "json",
    };
  }
  const form = fence?.form ?? (lines[close]?.startsWith(";") ? "json" : "yaml");
  const before = lines.slice(start, close).join("\n");
  const isBare = form === "json" && !before.trim().startsWith("{");
  return {
    fields: readers[form](file, isBare ? `{${before}}` : before, start + 1),
    body: lines.slice(close + 1).join("\n"),
    bodyLine: close + 2,
    form,
  };
}

/** The line that ends fields without an opening line: --- or ;;;, or an empty line after two known fields; or -1. */
function findUnopened(lines: readonly string[], start: number): number {
  const row = /^(?:"?[\w-]+"?[ \t]*:(?:\s|$)|\s|- |#|$)/;
  const known =
    /^"?(?:title|date|layout|tags|categor(?:y|ies)|permalink|slug)"?[ \t]*:/i;
  const count = (end: number) =>
    lines.slice(start, end).filter((line) => known.test(line)).length;
  if (!/^"?[\w-]/.test(lines[start] as string)) return -1;
  const end = lines.findIndex(
    (line, index) =>
      index > start && (/^(?:-{3,}|;{3,})\s*$/.test(line) || !row.test(line)),
  );
  if (/^[-;]{3}/.test(lines[end] ?? "") && count(end) > 0) return end;
  const blank = lines.findIndex(
    (line, index) => index > start && line.trim() === "",
  );
  const isBlock = row.test(lines[start] as string) && (end < 0 || blank < end);
  return isBlock && count(blank) > 1 ? blank : -1;
}

function readYaml(file: string, text: string, line: number): Field[] {
  const parsed = parseYaml(text);
  // It counts from the second line.
  const toSourcePlace = (at: number) => {
    const place = parsed.toPlace(at);
    return { ...place, line: place.line + line - 2 };
  };
  const issues = [
    ...parsed.document.errors.map(({ code, message, pos }) => ({
      ...yamlWords(code, message),
      at: pos[0],
    })),
    ...findRepeated(parsed.document).map((at) => ({ ...repeatedWords, at })),
  ];
  if (issues.length > 0)
    throw new Unreadable(
      issues.map(({ problem, remedy, at }) =>
        toProblem(file, problem, remedy, toSourcePlace(at)),
      ),
    );
  // A copy, since the engine reuses the parsed document.
  const document = parsed.document.clone();
  if (document.contents === null) return [];
  if (!isMap(document.contents))
    refuse(
      file,
      "The front matter is not a list of fields.",
      "Write one field per line, like title: My article.",
      { line, column: 1 },
    );
  visit(document, {
    Scalar(_, node) {
      if (typeof node.value === "number") node.value = node.source;
    },
  });
  let data: object;
  try {
    data = document.toJS({ maxAliasCount: 100 }) as object;
  } catch {
    return refuse(
      file,
      "The front matter repeats itself through aliases (&, *) that cannot be followed.",
      "Write the values out in full.",
      { line, column: 1 },
    );
  }
  return flatten(
    data,
    (path) => toSourcePlace(toRange(document, path, "key")?.[0] ?? 0).line,
  );
}

function readToml(file: string, text: string, line: number): Field[] {
  try {
    return flatten(parseToml(text), toLineFinder(text, line));
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return refuse(
      file,
      "The TOML cannot be parsed from here on.",
      'Write one field per line, like title = "My article".',
      { line: error.line + line - 1, column: error.column },
    );
  }
}

const readJson = (file: string, text: string, line: number): Field[] =>
  flatten(parseJson(file, text, line) as object, toLineFinder(text, line));

const readers = { yaml: readYaml, toml: readToml, json: readJson };

export function parseJson(file: string, text: string, line = 1): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const at = /at position (\d+)/.exec((error as Error).message)?.[1];
    const place = toPlace(text, Number(at ?? text.length));
    return refuse(
      file,
      "The JSON cannot be parsed from here on.",
      "Look for a missing or extra comma, quote or bracket.",
      { ...place, line: place.line + line - 1 },
    );
  }
}

/** The key at the start of a row: `"title": …`, `title = …`, `seo.title = …`. */
const rowKey = /^[\s{,]*(?:"([^"]*)"|([^\s=:]+))/;

/** TOML and JSON are parsed without positions: a field's line is the first that starts with its name. */
function toLineFinder(text: string, line: number) {
  const rows = new Map<string, number>();
  for (const [index, row] of text.split("\n").entries()) {
    const [, quoted, bare = ""] = rowKey.exec(row) ?? [];
    const name = quoted ?? bare;
    if (!rows.has(name)) rows.set(name, index);
  }
  return (path: readonly string[]) =>
    (rows.get(path.at(-1) as string) ?? rows.get(path.join(".")) ?? 0) + line;
}

/** The fields of an object; nested ones are named with dots. */
function flatten(
  data: object,
  lineOf: (path: readonly string[]) => number,
  above: readonly string[] = [],
): Field[] {
  return Object.entries(data).flatMap(([key, value]: [string, unknown]) => {
    const path = [...above, key];
    const isDate = value instanceof TomlDate;
    if (
      typeof value === "object" &&
      value !== null &&
      !Array.isArray(value) &&
      !isDate
    )
      return flatten(value, lineOf, path);
    return [
      {
        name: path.join("."),
        // smol-toml adds milliseconds: "2016-02-03T10:00:00.000+02:00".
        value: isDate
          ? value.toISOString().replace(/\.000(?=Z|[+-]|$)/, "")
          : value,
        line: lineOf(path),
      },
    ];
  });
}

/** The end of the object at the start of a text, or 0. Braces inside quotes are ignored. */
function toObjectEnd(text: string): number {
  let depth = 0;
  for (const { 0: found, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (found === "{") depth++;
    if (found === "}" && --depth === 0) return index + 1;
  }
  return 0;
}
