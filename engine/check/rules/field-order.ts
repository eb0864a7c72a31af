import { isMap, isScalar, parseDocument, type Node } from "yaml";
import { fieldOrder } from "#files/front-matter.ts";
import { atField, type Rule } from "#check/rule.ts";

export const fieldOrderRule: Rule = {
  warnings: {
    "style/field-order":
      "An article's fields are in the order of front-matter.md.",
  },
  check: ({ collections }) =>
    collections.articles.flatMap((source) => {
      const known = Object.keys(source.data).filter((name) =>
        fieldOrder.includes(name),
      );
      const late = known.find(
        (name, index) => rank(name) > rank(known[index + 1] ?? name),
      );
      if (late === undefined) return [];
      const after = known.findLast((name) => rank(name) < rank(late));
      const text = toOrdered(source.yaml);
      const start = source.yamlStart;
      return {
        ...atField(source, [late], {
          problem: `"${late}" comes before "${after}".`,
          remedy: `Write them in this order: ${known.toSorted((a, b) => rank(a) - rank(b)).join(", ")}.`,
          rule: "style/field-order",
        }),
        ...source.placeOf([late], "key"),
        ...(text === undefined
          ? {}
          : { fix: { start, end: start + source.yaml.length, text } }),
      };
    }),
};

/** An indented comment belongs to the list or fields above it. */
const indentedComments = /^(?:[ \t]+#.*(?:\n|$))+/;
/** A YAML alias must come after its anchor. */
const anchor = /[\s[{,]&\S/;

const rank = (name: string): number => fieldOrder.indexOf(name);

/** Sorts the fields, each with the comments above it; undefined if reordering could change the meaning. */
function toOrdered(yaml: string): string | undefined {
  const { contents, errors } = parseDocument(yaml);
  if (
    !isMap(contents) ||
    contents.flow ||
    errors.length > 0 ||
    anchor.test(yaml)
  )
    return undefined;
  let end = 0;
  const fields = contents.items.map(({ key, value }) => {
    const start = end;
    const [, last = 0] = ((value ?? key) as Node).range ?? [];
    const lineEnd = yaml.indexOf("\n", yaml.slice(0, last).trimEnd().length);
    end = lineEnd < 0 ? yaml.length : lineEnd + 1;
    end += indentedComments.exec(yaml.slice(end))?.[0].length ?? 0;
    const place = isScalar(key) ? rank(String(key.value)) : -1;
    return {
      place: place < 0 ? Infinity : place,
      lines: yaml.slice(start, end).replace(/\r?\n$/, ""),
    };
  });
  const newLine = yaml.includes("\r\n") ? "\r\n" : "\n";
  return (
    fields
      .toSorted((a, b) => (a.place < b.place ? -1 : +(a.place > b.place)))
      .map(({ lines }) => lines)
      .join(newLine) + (end < yaml.length ? newLine + yaml.slice(end) : "")
  );
}
