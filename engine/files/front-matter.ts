import { isDeepStrictEqual } from "node:util";
import {
  isMap,
  isScalar,
  isSeq,
  parse,
  parseDocument,
  stringify,
  type Node,
} from "yaml";
import { splitFrontMatter } from "./read.ts";
import { articleSchema, pathOnly } from "#model/schema.ts";

/** The fields of an article in the order in which tools write them. */
export const fieldOrder: readonly string[] = Object.keys(
  articleSchema(pathOnly).shape,
);

/** One change to front matter. `append` adds an item to a list, creating the list if necessary. */
export type Edit =
  | { set: string; value: unknown }
  | { remove: string }
  | { append: string; value: string };

export const toYaml = (name: string, value: unknown): string =>
  stringify({ [name]: value }, { lineWidth: 0 }).trimEnd();

/** A new article file: known fields in the schema's order, then other fields, then the body. Omits undefined fields. */
export function toArticleText(fields: Record<string, unknown>, body: string) {
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => rank(a) - rank(b))
    .map(([name, value]) => toYaml(name, value));
  return ["---", ...lines, "---", "", body.trim(), ""].join("\n");
}

const flat = {
  collectionStyle: "flow",
  flowCollectionPadding: false,
  lineWidth: 0,
} as const;

const isEmpty = (value: Node | null | undefined): boolean =>
  !value || (isScalar(value) && value.value === null);

const rank = (name: string): number => {
  const index = fieldOrder.indexOf(name);
  return index < 0 ? fieldOrder.length : index;
};

/**
 * Changes fields of a file's front matter and leaves every other byte as it is.
 * @throws an Error if the front matter cannot be parsed, or if the change would affect other fields: a map in braces,
 * or a value with an alias.
 */
export const editFrontMatter = (text: string, edits: readonly Edit[]): string =>
  edits.reduce((before, edit) => {
    const after = applyEdit(before, edit);
    if (!isDeepStrictEqual(readFields(after), toExpected(before, edit)))
      throw new Error("This front matter can only be changed by hand.");
    return after;
  }, text);

const readFields = (text: string) =>
  (parse(splitFrontMatter(text).yaml) ?? {}) as Record<string, unknown>;

function toExpected(text: string, edit: Edit): Record<string, unknown> {
  const fields = readFields(text);
  if ("set" in edit)
    return { ...fields, ...(parse(toYaml(edit.set, edit.value)) as object) };
  if ("append" in edit) {
    const list = (fields[edit.append] as unknown[] | null | undefined) ?? [];
    return { ...fields, [edit.append]: [...list, edit.value] };
  }
  delete fields[edit.remove];
  return fields;
}

function applyEdit(text: string, edit: Edit): string {
  const { yaml, isClosed } = splitFrontMatter(text);
  const start = text.indexOf("\n") + 1;
  const document = parseDocument(yaml);
  const { contents } = document;
  if (!isClosed || document.errors[0] || (contents && !isMap(contents)))
    throw new Error(
      document.errors[0]?.message ?? "There is no front matter to change.",
    );
  const newLine = text.slice(0, start).endsWith("\r\n") ? "\r\n" : "\n";
  const splice = (from: number, to: number, insert: string) =>
    text.slice(0, start + from) +
    insert.replaceAll("\n", newLine) +
    text.slice(start + to);
  const endOfLine = (offset: number): number => {
    const end = yaml.indexOf("\n", offset);
    return end < 0 ? yaml.length : end + (yaml.endsWith("\r", end) ? -1 : 0);
  };

  const name =
    "set" in edit ? edit.set : "remove" in edit ? edit.remove : edit.append;
  const pairs = (contents?.items ?? []).map(({ key, value }) => ({
    name: String(isScalar(key) ? key.value : key),
    from: (key as Node).range?.[0] ?? 0,
    value: value as Node | null,
    // A block's range may extend beyond its last line ending; an empty value ends at its colon.
    to: yaml
      .slice(0, (value as Node | null)?.range?.[1] ?? yaml.length)
      .trimEnd().length,
  }));
  const pair = pairs.find((one) => one.name === name);

  if ("remove" in edit) {
    if (!pair) return text;
    const after = text.indexOf("\n", start + pair.to);
    return text.slice(0, start + pair.from) + text.slice(after + 1);
  }
  const list = isSeq(pair?.value) ? pair.value : undefined;
  if ("append" in edit && !list && !isEmpty(pair?.value))
    throw new Error(`${name} is not a list.`);
  if ("append" in edit && list && list.items.length > 0) {
    // A value quoted for a list in brackets, where commas matter, is valid everywhere: "[a]" without the brackets.
    const item = stringify([edit.value], flat).trim().slice(1, -1);
    const last = list.items.at(-1) as Node;
    const end = last.range?.[1] ?? 0;
    if (list.flow) return splice(end, end, `, ${item}`);
    const dash = list.range?.[0] ?? 0;
    const indent = " ".repeat(dash - (yaml.lastIndexOf("\n", dash - 1) + 1));
    const at = endOfLine(end);
    return splice(at, at, `\n${indent}- ${item}`);
  }
  const line = toYaml(name, "append" in edit ? [edit.value] : edit.value);
  if (pair) return splice(pair.from, pair.to, line);
  const before = pairs.findLast((one) => rank(one.name) <= rank(name));
  if (!before) return splice(0, 0, `${line}\n`);
  const at = endOfLine(before.to);
  return splice(at, at, `\n${line}`);
}
