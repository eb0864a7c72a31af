import { isMap, isScalar, parseDocument, visit, type Node } from "yaml";
import { fieldOrder } from "#files/front-matter.ts";
import type { Rule } from "#check/rule.ts";

export const fieldOrderRule: Rule = {
  words: [
    {
      name: "style/field-order",
      severity: "warning",
      about: "An article's fields are in the order of front-matter.md.",
      isFixable: true,
    },
  ],
  check: ({ collections }) =>
    collections.articles.flatMap((source) => {
      const known = Object.keys(source.data).filter((name) =>
        fieldOrder.includes(name),
      );
      const late = known.find((name, index) => {
        const next = known[index + 1];
        return next !== undefined && rank(name) > rank(next);
      });
      if (late === undefined) return [];
      const text = toOrdered(source.yaml);
      const { yamlStart: start } = source;
      return [
        {
          file: source.file,
          ...source.placeOf([late], "key"),
          field: late,
          problem: `"${late}" comes before ${known
            .filter(
              (name, index) =>
                index > known.indexOf(late) && rank(name) < rank(late),
            )
            .map((name) => `"${name}"`)
            .join(", ")}.`,
          remedy: `Write them in this order: ${known.toSorted((a, b) => rank(a) - rank(b)).join(", ")}.`,
          rule: "style/field-order",
          ...(text === undefined
            ? {}
            : { fix: { start, end: start + source.yaml.length, text } }),
        },
      ];
    }),
};

/** An indented comment belongs to the list or fields above it. */
const indentedComments = /^(?:[ \t]+#.*(?:\n|$))+/;

const rank = (name: string): number => fieldOrder.indexOf(name);

/** Sorts the fields, each with the comments above it; undefined if reordering could change the meaning. */
function toOrdered(yaml: string): string | undefined {
  const document = parseDocument(yaml);
  const { contents } = document;
  if (!isMap(contents) || contents.flow || document.errors.length > 0)
    return undefined;
  let hasAnchors = false;
  visit(document, {
    Alias: () => {
      hasAnchors = true;
      return visit.BREAK;
    },
  });
  // A YAML alias must come after its anchor.
  if (hasAnchors) return undefined;
  let end = 0;
  const fields = contents.items.map(({ key, value }) => {
    const start = end;
    const [, last = 0] = ((value ?? key) as Node).range ?? [];
    const lineEnd = yaml.indexOf("\n", yaml.slice(0, last).trimEnd().length);
    end = lineEnd < 0 ? yaml.length : lineEnd + 1;
    end += indentedComments.exec(yaml.slice(end))?.[0].length ?? 0;
    const name = isScalar(key) ? String(key.value) : "";
    return {
      place: fieldOrder.includes(name) ? rank(name) : fieldOrder.length,
      lines: yaml.slice(start, end).replace(/\r?\n$/, ""),
    };
  });
  const newLine = yaml.includes("\r\n") ? "\r\n" : "\n";
  return (
    fields
      .toSorted((a, b) => a.place - b.place)
      .map(({ lines }) => lines)
      .join(newLine) + (end < yaml.length ? newLine + yaml.slice(end) : "")
  );
}
