import { noParts, pictureElements, type HtmlParts } from "./body-html.ts";
import { isSilent, placeOf, textOf, type Node } from "./body-tree.ts";
import { allowedElements, isAllowedAttribute } from "./html.ts";
import type { Place } from "./read.ts";

/** Code in an MDX body: what stands between braces, in an attribute, or in imports and exports. */
export type BodyCode = Place & {
  code: string;
  kind: "expression" | "spread" | "module";
};

/** Names that an import or export brings: import A, { B, C as D } from "e"; import * as F from "g"; export const H = 1 */
const broughtName = /\b([A-Z]\w*)\b(?=\s*(?:,|\}|\(|from\b|=))/g;
/** from "x", import "x" and export * from "x" */
const importedFrom = /\b(?:from|import)\s*["']([^"']+)["']/g;

/** What imports and exports bring into an MDX body. */
export function readModule(node: Node): {
  names: string[];
  imports: (Place & { from: string })[];
  code: BodyCode[];
} {
  const code = node.value ?? "";
  const place = placeOf(node);
  return {
    names: [...code.matchAll(broughtName)].map(([, name]) => name as string),
    imports: [...code.matchAll(importedFrom)].map(([, from]) => ({
      ...place,
      from: from as string,
    })),
    code: [{ ...place, code, kind: "module" }],
  };
}

/** What an element or component of JSX brings, itself and not its children. */
export function readJsx(
  node: Node,
): HtmlParts & { component?: string; code: BodyCode[] } {
  const element = node.name ?? "";
  const place = placeOf(node);
  const attributes = node.attributes ?? [];
  const valueOf = (wanted: string) =>
    attributes.find(({ name }) => name === wanted)?.value;
  const written = (wanted: string): string | undefined => {
    const value = valueOf(wanted);
    return typeof value === "string" ? value : undefined;
  };
  // What an expression gives, like an imported picture, Astro sees to.
  const picture = pictureElements.includes(element)
    ? valueOf("src") || valueOf("srcset")
      ? (written("src") ?? written("srcset"))
      : ""
    : undefined;
  const href = element === "a" ? written("href") : undefined;
  const id = written("id");
  const isComponent = /^[A-Z]/.test(element);
  // <Foo.Bar> is a part of what Foo brings, <> is nothing at all.
  const isRefused =
    /^[a-z]/.test(element) &&
    !allowedElements.has(element) &&
    !pictureElements.includes(element);
  return {
    ...noParts(),
    ...(/^[A-Z]\w*$/.test(element) ? { component: element } : {}),
    refused: isRefused
      ? [{ ...place, element }]
      : attributes.flatMap(({ name }) =>
          name !== undefined && isRefusedAttribute(name, isComponent)
            ? [{ ...place, element, attribute: name }]
            : [],
        ),
    pictures:
      picture === undefined
        ? []
        : [{ ...place, address: picture, isAlone: false }],
    links:
      href === undefined
        ? []
        : [{ ...place, address: href, isEmpty: isSilent(node) }],
    headings: /^h[2-6]$/.test(element)
      ? [
          {
            ...place,
            depth: Number(element[1]),
            text: textOf(node),
            ...(id === undefined ? {} : { id }),
            isEmpty: isSilent(node),
          },
        ]
      : [],
    ids: id === undefined || /^h[2-6]$/.test(element) ? [] : [id],
    code: attributes.flatMap(({ type, value }): BodyCode[] =>
      type === "mdxJsxExpressionAttribute"
        ? [{ ...place, code: String(value), kind: "spread" }]
        : typeof value === "object" && value
          ? [{ ...place, code: value.value, kind: "expression" }]
          : [],
    ),
  };
}

/** A component decides about its own attributes, but for set:html and its like, which are Astro's, and events. */
const isRefusedAttribute = (name: string, isComponent: boolean): boolean =>
  name.includes(":") ||
  /^on[A-Z]/i.test(name) ||
  (!isComponent && name !== "className" && !isAllowedAttribute(name));
