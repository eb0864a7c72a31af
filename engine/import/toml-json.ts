import { parse as parseToml, TomlDate, TomlError } from "smol-toml";
import type { Finding } from "gatepost/files/finding.ts";
import { toProblem, type Field } from "./source.ts";

/** Reads TOML. */
export function readToml(
  file: string,
  text: string,
  line: number,
): Field[] | Finding[] {
  try {
    return flatten(parseToml(text), text, line);
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    return [
      toProblem(
        file,
        "TOML cannot be read here.",
        'Write one field a line, like title = "My article".',
        {
          line: error.line + line - 1,
          column: error.column,
        },
      ),
    ];
  }
}

/** Reads JSON. */
export function readJson(
  file: string,
  text: string,
  line: number,
): Field[] | Finding[] {
  const data = parseJson(file, text, line);
  return "problem" in data
    ? [data.problem]
    : flatten(data.value as object, text, line);
}

/** Parses JSON; when it cannot be read, says where. */
export function parseJson(
  file: string,
  text: string,
  line = 1,
): { value: unknown } | { problem: Finding } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    const at = /at position (\d+)/.exec((error as Error).message)?.[1];
    const before = text
      .slice(0, at === undefined ? text.length : Number(at))
      .split("\n");
    return {
      problem: toProblem(
        file,
        "JSON cannot be read from here on.",
        "Look for a comma, a quote or a bracket that is missing or too many.",
        {
          line: before.length + line - 1,
          column: (before.at(-1) as string).length + 1,
        },
      ),
    };
  }
}

/** `"title": …`, `title = …`, `seo.title = …`: the name that a row begins with, after { or a comma. */
const named = /^[\s{,]*(?:"([^"]*)"|([^\s=:]+))/;

/** An object's fields. A parser without places: the line is the first that begins with the field's name. */
function flatten(data: object, text: string, line: number): Field[] {
  const rows = new Map<string, number>();
  for (const [index, row] of text.split("\n").entries()) {
    const [, quoted, bare = ""] = named.exec(row) ?? [];
    const name = quoted ?? bare;
    if (!rows.has(name)) rows.set(name, index);
  }
  const toFields = (object: object, path: string[]): Field[] =>
    Object.entries(object).flatMap(([key, value]: [string, unknown]) => {
      const parts = [...path, key];
      if (
        typeof value === "object" &&
        value !== null &&
        !Array.isArray(value) &&
        !(value instanceof TomlDate)
      )
        return toFields(value, parts);
      const name = parts.join(".");
      return [
        {
          name,
          // "2016-02-03T10:00:00.000+02:00" without the milliseconds that nobody wrote
          value:
            value instanceof TomlDate
              ? value.toISOString().replace(/\.000(?=Z|[+-]|$)/, "")
              : value,
          line: (rows.get(key) ?? rows.get(name) ?? 0) + line,
        },
      ];
    });
  return toFields(data, []);
}

/** Where the object that a text begins with ends, 0 when it does not; a brace in quotes is none. */
export function toObjectEnd(text: string): number {
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}]/g)) {
    if (sign === "{") depth++;
    if (sign === "}" && --depth === 0) return index + 1;
  }
  return 0;
}
