import { noParts, pictureElements, type HtmlParts } from "./body-html.ts";
import { isSilent, placeOf, textOf, type Node } from "./body-tree.ts";
import type { Place } from "#files/finding.ts";
import { allowedElements, isAllowedAttribute } from "./html.ts";

/** A component, with the node types of its children: mdast's types, and "tasks" for a task list. */
export type JsxComponent = Place & { name: string; holds: string[] };

/** JavaScript in an MDX body. Articles may only import components by name. */
export type CodeIssue = Place & {
  in: "module" | "expression" | "attribute" | "spread";
  written: string;
};

const componentImport =
  /^import\s+([A-Z]\w*)\s+from\s+(["'])#components\/\1\.astro\2\s*;?\s*$/;

/** Returns Compare for `import Compare from "#components/Compare.astro";`, and nothing for any other line. */
export const toImportedName = (statement: string): string | undefined =>
  componentImport.exec(statement)?.[1];

/** The components that a block of ESM imports, and every other line in it. */
export function readModule(node: Node): {
  imports: (Place & { name: string })[];
  issues: CodeIssue[];
} {
  const { line, column } = placeOf(node);
  const imports: (Place & { name: string })[] = [];
  const issues: CodeIssue[] = [];
  for (const [index, text] of (node.value ?? "").split("\n").entries()) {
    const place = { line: line + index, column };
    const name = toImportedName(text);
    if (name) imports.push({ ...place, name });
    // A statement may continue on the following lines.
    else if (
      /^(?:import|export)\b/.test(text) ||
      (text.trim() !== "" && issues.length === 0)
    )
      issues.push({ ...place, in: "module", written: text.trim() });
  }
  return { imports, issues };
}

/** Whether braces hold nothing but comments: `{/* this *\/}`. */
export const isComment = (code: string): boolean =>
  code.replace(/\/\*[^]*?\*\//g, "").trim() === "";

const toKind = ({ type, children }: Node): string =>
  children?.some(({ checked }) => checked != null) ? "tasks" : type;

/** The contents of a JSX element or component, without its children. */
export function readJsx(
  node: Node,
): HtmlParts & { component?: JsxComponent; issues: CodeIssue[] } {
  const element = node.name ?? "";
  const place = placeOf(node);
  const attributes = node.attributes ?? [];
  const valueOf = (wanted: string) =>
    attributes.find(({ name }) => name === wanted)?.value;
  const written = (wanted: string): string | undefined => {
    const value = valueOf(wanted);
    return typeof value === "string" ? value : undefined;
  };
  // An expression is reported separately.
  const picture = pictureElements.includes(element)
    ? valueOf("src") || valueOf("srcset")
      ? (written("src") ?? written("srcset"))
      : ""
    : undefined;
  const href = element === "a" ? written("href") : undefined;
  const id = written("id");
  const isComponent = /^[^a-z]/.test(element);
  const isRefused =
    /^[a-z]/.test(element) &&
    !allowedElements.has(element) &&
    !pictureElements.includes(element);
  return {
    ...noParts(),
    issues: attributes.flatMap(({ type, name = "", value }): CodeIssue[] =>
      type === "mdxJsxExpressionAttribute"
        ? [{ ...place, in: "spread", written: String(value) }]
        : typeof value === "object" && value !== null
          ? [{ ...place, in: "attribute", written: name }]
          : [],
    ),
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

/** Components validate their own attributes, except Astro's set:html and similar, and event handlers. */
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
