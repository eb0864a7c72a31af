import { pictureElements } from "./body-html.ts";
import type { BodyContents, HtmlParts } from "./body-contents.ts";
import {
  isSilent,
  placeOf,
  textOf,
  type Attribute,
  type Node,
} from "./body-tree.ts";
import type { Issue, Message } from "#files/finding.ts";
import { allowedElements, isAllowedAttribute } from "./html.ts";

const componentImport =
  /^import\s+([A-Z]\w*)\s+from\s+(["'])#components\/\1\.astro\2\s*;?\s*$/;

/** Returns Compare for `import Compare from "#components/Compare.astro";`, and nothing for any other line. */
export const toImportedName = (statement: string): string | undefined =>
  componentImport.exec(statement)?.[1];

/** Adds the components that a block of ESM imports, and every other line in it. */
export function readModule(
  node: Node,
  { imports, statements }: Pick<BodyContents, "imports" | "statements">,
): void {
  const { line, column } = placeOf(node);
  let isOther = false;
  for (const [index, text] of (node.value ?? "").split("\n").entries()) {
    const place = { line: line + index, column };
    const name = toImportedName(text);
    if (name) imports.push({ ...place, name });
    // A statement may continue on the following lines.
    else if (
      /^(?:import|export)\b/.test(text) ||
      (text.trim() !== "" && !isOther)
    ) {
      statements.push({ ...place, written: text.trim() });
      isOther = true;
    }
  }
}

/** Whether braces hold nothing but comments: `{/* this *\/}`. */
export const isComment = (code: string): boolean =>
  code.replace(/\/\*[^]*?\*\//g, "").trim() === "";

export const expressionMessage: Message = {
  problem: "Articles may not have JavaScript in braces.",
  remedy: "Write the text itself, \\{ for a brace, or {/* … */} for a comment.",
  rule: "article/mdx-code",
};

function readAttribute({ type, name, value }: Attribute): Message | undefined {
  const rule = "article/mdx-code";
  if (type === "mdxJsxExpressionAttribute")
    return {
      problem: `{${String(value)}} takes attributes from JavaScript.`,
      remedy: 'Write each attribute as text, like title="…".',
      rule,
    };
  if (typeof value !== "object" || value === null) return undefined;
  return {
    problem: `The attribute ${name} is JavaScript.`,
    remedy: `Write its value as text: ${name}="…".`,
    rule,
  };
}

export function readJsx(
  node: Node,
  parts: HtmlParts & Pick<BodyContents, "components" | "issues">,
): void {
  const element = node.name ?? "";
  const place = placeOf(node);
  const attributes = node.attributes ?? [];
  const valueOf = (wanted: string) =>
    attributes.find(({ name }) => name === wanted)?.value;
  const written = (wanted: string): string | undefined => {
    const value = valueOf(wanted);
    return typeof value === "string" ? value : undefined;
  };
  const isComponent = /^[^a-z]/.test(element);
  const isHeading = /^h[2-6]$/.test(element);
  const isPicture = pictureElements.includes(element);

  for (const message of attributes.map(readAttribute))
    if (message) parts.issues.push({ ...place, ...message });
  if (isComponent)
    parts.components.push({
      ...place,
      name: element,
      holds: node.children?.map(toKind) ?? [],
    });
  if (/^[a-z]/.test(element) && !allowedElements.has(element) && !isPicture)
    parts.refused.push({ ...place, element });
  else
    for (const { name } of attributes)
      if (name !== undefined && isRefusedAttribute(name, isComponent))
        parts.refused.push({ ...place, element, attribute: name });

  // An expression is reported already.
  const address =
    valueOf("src") || valueOf("srcset")
      ? (written("src") ?? written("srcset"))
      : "";
  if (isPicture && address !== undefined)
    parts.pictures.push({ ...place, address, markup: "html" });
  const href = written("href");
  if (element === "a" && href !== undefined)
    parts.links.push({ ...place, address: href, isEmpty: isSilent(node) });
  const id = written("id");
  if (isHeading)
    parts.headings.push({
      ...place,
      depth: Number(element[1]),
      text: textOf(node),
      ...(id === undefined ? {} : { id }),
      isEmpty: isSilent(node),
    });
  else if (id !== undefined) parts.anchors.push(id);
}

const toKind = ({ type, children }: Node): string =>
  children?.some(({ checked }) => checked != null) ? "tasks" : type;

/** Components validate their own attributes, except Astro's set:html and similar, and event handlers. */
const isRefusedAttribute = (name: string, isComponent: boolean): boolean =>
  name.includes(":") ||
  /^on[A-Z]/i.test(name) ||
  (!isComponent && name !== "className" && !isAllowedAttribute(name));

/** The parser says "3:1: Expected a closing tag for `<Foo>` (3:1) (mdx-jsx:unexpected-character)". */
export function toFailure(error: unknown): Issue {
  const text = error instanceof Error ? error.message : String(error);
  const parts = /^(\d+):(\d+): ([^]*)$/.exec(text);
  const reason = (parts?.[3] ?? text).replace(
    / \(\d+:\d+(?:-\d+:\d+)?\)| \([a-z-]+:[a-z-]+\)$/g,
    "",
  );
  return {
    line: Number(parts?.[1] ?? 1),
    column: Number(parts?.[2] ?? 1),
    problem: `MDX cannot read this: ${reason}.`,
    remedy:
      "Close every tag and every {; write \\{ and &lt; for the characters themselves.",
    rule: "article/mdx",
  };
}
