import { noParts, pictureElements, type HtmlParts } from "./body-html.ts";
import { isSilent, placeOf, textOf, type Node } from "./body-tree.ts";
import type { Place } from "#files/finding.ts";
import { allowedElements, isAllowedAttribute } from "./html.ts";

/** A component, with the kinds of blocks that stand in it: as the parser calls them, but "tasks" for a list with boxes. */
export type JsxComponent = Place & { name: string; holds: string[] };

const toKind = ({ type, children }: Node): string =>
  children?.some(({ checked }) => checked != null) ? "tasks" : type;

/** What an element or component of JSX brings, itself and not its children. */
export function readJsx(node: Node): HtmlParts & { component?: JsxComponent } {
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
  // <> is neither. A component has no parts: <Foo.Bar> is a name that nothing imports.
  const isComponent = /^[^a-z]/.test(element);
  const isRefused =
    /^[a-z]/.test(element) &&
    !allowedElements.has(element) &&
    !pictureElements.includes(element);
  return {
    ...noParts(),
    ...(isComponent
      ? {
          component: {
            ...place,
            name: element,
            holds: node.children?.map(toKind) ?? [],
          },
        }
      : {}),
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
  };
}

/** A component decides about its own attributes, but for set:html and its like, which are Astro's, and events. */
const isRefusedAttribute = (name: string, isComponent: boolean): boolean =>
  name.includes(":") ||
  /^on[A-Z]/i.test(name) ||
  (!isComponent && name !== "className" && !isAllowedAttribute(name));

/** The parser says "3:1: Expected a closing tag for `<Foo>` (3:1) (mdx-jsx:unexpected-character)". */
export function toFailure(error: unknown): Place & { message: string } {
  const text = error instanceof Error ? error.message : String(error);
  const parts = /^(\d+):(\d+): ([^]*)$/.exec(text);
  return {
    line: Number(parts?.[1] ?? 1),
    column: Number(parts?.[2] ?? 1),
    message: (parts?.[3] ?? text).replace(
      / \(\d+:\d+(?:-\d+:\d+)?\)| \([a-z-]+:[a-z-]+\)$/g,
      "",
    ),
  };
}
