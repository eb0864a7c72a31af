import type { JSXOpeningElement } from "estree-jsx";
import type { HtmlParts } from "./body-html.ts";
import { readJsx } from "./body-mdx.ts";
import { placeOf, toPlacer, type Attribute, type Node } from "./body-tree.ts";
import { declaredIn, parseCode, visit, type BodyCode } from "./code-tree.ts";
import type { Place } from "#files/finding.ts";

/** What imports and exports bring into an MDX body; no names when they cannot be read. */
export function readModule(node: Node): {
  code: BodyCode;
  names?: string[];
  imports: (Place & { from: string })[];
} {
  const code: BodyCode = {
    ...placeOf(node),
    code: node.value ?? "",
    kind: "module",
  };
  const { tree, placeOf: placeIn } = parseCode(code) ?? {};
  if (tree?.type !== "Program" || !placeIn) return { code, imports: [] };
  return {
    code,
    names: declaredIn(tree.body),
    imports: tree.body.flatMap((statement) =>
      statement.type === "ImportDeclaration"
        ? [
            {
              ...placeIn(statement.source),
              from: String(statement.source.value),
            },
          ]
        : [],
    ),
  };
}

/** What stands between braces in a text. */
export function readExpression(node: Node, body: string): BodyCode {
  const { line, column } = placeOf(node);
  const after = (node.position?.start.offset ?? 0) + 1;
  return {
    line,
    column: column + 1,
    code: alignCode(node.value ?? "", body.slice(after)),
    kind: "expression",
  };
}

/** Attributes that hold an address, which the rules for links look at. */
export const addressAttributes = ["href", "src", "cite", "poster"];

/** The code in the attributes of an element or component of JSX, with the place of each. */
export function readJsxCode(node: Node, body: string): BodyCode[] {
  const { start, end } = node.position ?? {};
  const source = body.slice(start?.offset, end?.offset);
  // Attributes come in the order they are written in; their own places are in no tree.
  let place = placeOf(node);
  let read = 0;
  const moveTo = (offset: number) => {
    if (offset < read) return;
    place = toPlacer(source.slice(read, offset), place)(offset - read);
    read = offset;
  };
  return (node.attributes ?? []).flatMap(({ type, name, value }) => {
    const isSpread = type === "mdxJsxExpressionAttribute";
    if (!isSpread) moveTo(source.indexOf(name ?? "", read));
    // An attribute may stand without a value: null is an object too.
    if (!isSpread && (typeof value !== "object" || value === null)) return [];
    moveTo(source.indexOf("{", read) + 1);
    const code = alignCode(
      typeof value === "object" ? (value?.value ?? "") : (value ?? ""),
      source.slice(read),
    );
    const isAddress =
      /^[a-z]/.test(node.name ?? "") && addressAttributes.includes(name ?? "");
    return {
      ...place,
      code,
      kind: isSpread ? "spread" : isAddress ? "address" : "expression",
    };
  });
}

/**
 * The tree of MDX has code without what a list, a quotation or an indentation puts before its lines. With spaces instead,
 * every character stands in its column again.
 * @param source the file's text from the code's first character on
 */
function alignCode(code: string, source: string): string {
  let aligned = "";
  let read = 0;
  for (const [index, line] of code.split("\n").entries()) {
    if (index > 0) {
      aligned += "\n";
      read = source.indexOf("\n", read) + 1;
    }
    const words = line.trim();
    const before = words === "" ? 0 : source.indexOf(words, read) - read;
    if (before > 0 && !source.slice(read, read + before).includes("\n")) {
      aligned += " ".repeat(before);
      read += before;
    }
    aligned += words;
    read += words.length;
  }
  return aligned;
}

/** What the elements of JSX within code bring: the same as if they stood in the text. */
export function readCodeJsx(code: BodyCode): HtmlParts[] {
  const { tree, placeOf } = parseCode(code) ?? {};
  if (!tree || !placeOf) return [];
  const parts: HtmlParts[] = [];
  visit(tree, (node) => {
    if (node.type === "JSXOpeningElement")
      parts.push(readJsx(toNode(node, placeOf(node))));
  });
  return parts;
}

/** An element within code as the tree of MDX would have it; whether it says something is only known when it runs. */
function toNode(
  { name, attributes }: JSXOpeningElement,
  { line, column }: Place,
): Node {
  const point = { line, column, offset: 0 };
  return {
    type: "mdxJsxTextElement",
    name: toName(name),
    position: { start: point, end: point },
    attributes: attributes.map((attribute): Attribute => {
      if (attribute.type === "JSXSpreadAttribute")
        return { type: "mdxJsxExpressionAttribute", value: "" };
      const { value } = attribute;
      return {
        type: "mdxJsxAttribute",
        name: toName(attribute.name),
        value:
          value?.type === "Literal"
            ? String(value.value)
            : value && { value: "" },
      };
    }),
    children: [{ type: "mdxTextExpression", value: "" }],
  };
}

/** <a>, <a:b> and <a.b> as they are written. */
const toName = (name: JSXOpeningElement["name"]): string =>
  name.type === "JSXIdentifier"
    ? name.name
    : name.type === "JSXNamespacedName"
      ? `${name.namespace.name}:${name.name.name}`
      : `${toName(name.object)}.${name.property.name}`;
