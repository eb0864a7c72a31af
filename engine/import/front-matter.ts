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

/**
 * Reads front matter in YAML, TOML or JSON. Numbers and dates keep their original spelling.
 * @throws Unreadable
 */
export function readFrontMatter(file: string, text: string): Parts {
  const lines = text.split("\n");
  const fence = fences[(lines[0] as string).trimEnd()];
  if (!fence) {
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
  const close = lines.findIndex(
    (line, index) => index > 0 && fence.close.test(line),
  );
  if (close < 0)
    refuse(
      file,
      "The front matter has no closing line.",
      `Write ${lines[0]} again under its last field.`,
    );
  const before = lines.slice(1, close).join("\n");
  const isBare = fence.form === "json" && !before.trim().startsWith("{");
  return {
    fields: readers[fence.form](file, isBare ? `{${before}}` : before, 2),
    body: lines.slice(close + 1).join("\n"),
    bodyLine: close + 2,
    form: fence.form,
  };
}

function readYaml(file: string, text: string): Field[] {
  const parsed = parseYaml(text);
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
        toProblem(file, problem, remedy, parsed.toPlace(at)),
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
      { line: 2, column: 1 },
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
      { line: 2, column: 1 },
    );
  }
  return flatten(
    data,
    (path) => parsed.toPlace(toRange(document, path, "key")?.[0] ?? 0).line,
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

/** @throws Unreadable */
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
