import { isAlias, isMap, isScalar, type Document, type Node } from "yaml";
import type { Finding } from "gatepost/files/finding.ts";
import { findRepeated, parseYaml } from "gatepost/files/yaml-places.ts";
import { repeatedWords, yamlWords } from "gatepost/files/yaml-words.ts";
import { toProblem, type Field } from "./source.ts";
import { readJson, readToml, toObjectEnd } from "./toml-json.ts";

/** A Markdown file cut in two, its front matter read. */
export type Parts = {
  fields: Field[];
  body: string;
  bodyLine: number;
  form: "yaml" | "toml" | "json" | "none";
};

/** The lines that close what a first line opens. */
const fences: Record<
  string,
  { close: RegExp; form: "yaml" | "toml" | "json" }
> = {
  "---": { close: /^(?:---|\.\.\.)[ \t]*$/, form: "yaml" },
  "+++": { close: /^\+\+\+[ \t]*$/, form: "toml" },
  ";;;": { close: /^;;;[ \t]*$/, form: "json" },
};

/** Reads YAML, TOML or JSON before a text. Values stay as written: no number or date is rounded on the way. */
export function readFrontMatter(file: string, text: string): Parts | Finding[] {
  const lines = text.split("\n");
  const fence = fences[(lines[0] as string).trimEnd()];
  if (!fence) {
    const end = /^\{\s*["}]/.test(text) ? toObjectEnd(text) : 0;
    if (end === 0) return { fields: [], body: text, bodyLine: 1, form: "none" };
    const before = text.slice(0, end);
    return toParts(file, "json", before, text.slice(end), 1);
  }
  const close = lines.findIndex(
    (line, index) => index > 0 && fence.close.test(line),
  );
  if (close < 0)
    return [
      toProblem(
        file,
        "The front matter has no closing line.",
        `Write ${lines[0]} again under its last field.`,
      ),
    ];
  const before = lines.slice(1, close).join("\n");
  const isBare = fence.form === "json" && !before.trim().startsWith("{");
  return toParts(
    file,
    fence.form,
    isBare ? `{${before}}` : before,
    lines.slice(close + 1).join("\n"),
    2,
  );
}

function toParts(
  file: string,
  form: "yaml" | "toml" | "json",
  text: string,
  body: string,
  line: number,
): Parts | Finding[] {
  const fields = readers[form](file, text, line);
  if (fields.every((one) => "name" in one)) {
    const lines = text.split("\n").length + (line === 2 ? 2 : 0);
    // After JSON without fences the body's first line is the rest of the object's last one.
    return { fields, body, bodyLine: line === 2 ? lines + 1 : lines, form };
  }
  return fields as Finding[];
}

const readers = { yaml: readYaml, toml: readToml, json: readJson };

function readYaml(
  file: string,
  text: string,
  line: number,
): Field[] | Finding[] {
  const { document, toPlace } = parseYaml(text);
  const issues = [
    ...document.errors.map(({ code, message, pos }) => ({
      ...yamlWords(code, message),
      at: pos[0],
    })),
    ...findRepeated(document).map((at) => ({ ...repeatedWords, at })),
  ];
  if (issues.length > 0)
    return issues.map(({ problem, remedy, at }) =>
      toProblem(file, problem, remedy, toPlace(at)),
    );
  const refusal = toProblem(
    file,
    "The front matter is not a list of fields.",
    "Write one field per line, like title: My article.",
    { line, column: 1 },
  );
  if (document.contents === null) return [];
  if (!isMap(document.contents)) return [refusal];
  try {
    // Reading all of it first counts how often it repeats itself through aliases.
    document.toJS({ maxAliasCount: 100 });
    return flattenYaml(
      document,
      document.contents,
      (offset) => toPlace(offset).line,
    );
  } catch {
    return [
      {
        ...refusal,
        problem:
          "The front matter repeats itself through aliases (&, *) that cannot be followed.",
        remedy: "Write the values out in full.",
      },
    ];
  }
}

function flattenYaml(
  document: Document,
  node: Node | null,
  toLine: (offset: number) => number,
  path: string[] = [],
): Field[] {
  if (!isMap(node)) return [];
  return node.items.flatMap(({ key, value }) => {
    const name = [...path, String(isScalar(key) ? key.value : key)];
    const inner = isAlias(value)
      ? value.resolve(document)
      : (value as Node | null);
    if (isMap(inner) && !isAlias(value) && inner.items.length > 0)
      return flattenYaml(document, inner, toLine, name);
    return [
      {
        name: name.join("."),
        value:
          isScalar(inner) && typeof inner.value === "number"
            ? inner.source
            : (inner?.toJS(document) ?? null),
        line: toLine((key as Node | null)?.range?.[0] ?? 0),
      },
    ];
  });
}
