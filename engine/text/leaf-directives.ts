import {
  append,
  placeOf,
  toPlacer,
  walk,
  type BodyPicture,
  type Node,
} from "./body-tree.ts";
import type { Place } from "#files/finding.ts";

/** The leaf directives, ::youtube{#dQw4w9WgXcQ title="A talk"}, and the attributes of each. */
export const leafDirectives: Readonly<Record<string, readonly string[]>> = {
  youtube: ["id", "title", "poster"],
  cta: ["id"],
};
export const isLeafDirective = (name: string | null | undefined): boolean =>
  Object.hasOwn(leafDirectives, name ?? "");
export const hasLeafDirectives = (body: string): boolean =>
  /::(?:youtube|cta)\b/.test(body);

/** The 11 characters of a YouTube id. */
export const isVideoId = (id: string): boolean => /^[\w-]{11}$/.test(id);

export type LeafAttributes = Partial<
  Record<"id" | "title" | "poster", string | null>
>;

/** An unknown name, other text on the line, a label, an unknown attribute, or a missing or invalid id or title. */
export type LeafIssue = Place & {
  issue: "name" | "line" | "label" | "attribute" | "id" | "title";
  name: string;
  written: string;
};

/** The leaf directives of a text with their ids, and their issues. */
export type LeafDirectives = {
  found: (Place & { name: string; id: string })[];
  issues: LeafIssue[];
};
export const noLeafDirectives = (): LeafDirectives => ({
  found: [],
  issues: [],
});

/** The ids of the calls to action in a text. */
export const toNamedCalls = ({ found }: LeafDirectives): string[] => [
  ...new Set(
    found.flatMap(({ name, id }) => (name === "cta" && id ? [id] : [])),
  ),
];

/** #id, name="value", name='value', name=value, or anything else. */
const attribute =
  /#(?<id>[^\s#.="']+)|(?<name>[\w-]+)(?:=(?:"[^"]*"|'[^']*'|[^\s"']+))?(?!\S)|\S+/g;
/** The prefix of a line in a list or quotation. */
const before = /^[\s>*+\-\d.)]*$/;
/** ::youtube with anything after it, or ::anything alone on its line. */
const written =
  /(?<=^[\s>]*)::(?:(?:youtube|cta)\b[^\n]*|[a-z][\w-]*(?:[[{][^\n]*)?[ \t\r]*$)/gim;

export function readLeafDirectives(
  root: Node,
  body: string,
): LeafDirectives & { posters: BodyPicture[] } {
  const { found, issues } = noLeafDirectives();
  const posters: BodyPicture[] = [];
  if (!body.includes("::")) return { found, issues, posters };
  for (const { node } of walk(root)) {
    if (node.type === "text") append(issues, readText(node, body));
    if (node.type !== "leafDirective") continue;
    const place = placeOf(node);
    const { id, title, poster } = toLeafAttributes(node);
    found.push({ ...place, name: node.name ?? "", id: id ?? "" });
    append(issues, readIssues(node, body));
    if (node.name === "youtube" && typeof poster === "string")
      posters.push({
        ...place,
        address: poster,
        markup: "markdown",
        alt: title || "A video",
      });
  }
  return { found, issues, posters };
}

/** Named like the attributes of JSX, but in another format. */
export const toLeafAttributes = (node: {
  attributes?: unknown;
}): LeafAttributes => (node.attributes ?? {}) as LeafAttributes;

function readIssues(node: Node, body: string): LeafIssue[] {
  const issues: LeafIssue[] = [];
  const { line, column } = placeOf(node);
  const name = node.name ?? "";
  const { id, title } = toLeafAttributes(node);
  const { start, end } = node.position ?? {};
  const source = body.slice(start?.offset, end?.offset);
  const add = (issue: LeafIssue["issue"], text: string, at = 0) =>
    issues.push({ line, column: column + at, issue, name, written: text });

  if (source[name.length + 2] === "[")
    add("label", /\[.*?\]/.exec(source)?.[0] ?? source, name.length + 2);
  const open = source.lastIndexOf("{") + 1 || source.length;
  const seen = new Set<string>();
  for (const match of source.slice(open, -1).matchAll(attribute)) {
    const key = match.groups?.id === undefined ? match.groups?.name : "id";
    if (
      key === undefined ||
      !leafDirectives[name]?.includes(key) ||
      seen.has(key)
    )
      add("attribute", match[0], open + match.index);
    seen.add(key ?? "");
  }
  if (name === "youtube" ? !isVideoId(id ?? "") : !id) add("id", id ?? "");
  if (name === "youtube" && !title?.trim()) add("title", "");
  return issues;
}

function readText(node: Node, body: string): LeafIssue[] {
  if (!node.value?.includes("::")) return [];
  const start = node.position?.start.offset ?? 0;
  const source = body.slice(start, node.position?.end.offset);
  const toPlace = toPlacer(source, placeOf(node));
  return [...source.matchAll(written)].flatMap(({ 0: match, index }) => {
    const at = start + index;
    if (!before.test(body.slice(body.lastIndexOf("\n", at - 1) + 1, at)))
      return [];
    const name = /^::([\w-]+)/.exec(match)?.[1] ?? "";
    const issue = isLeafDirective(name) ? "line" : "name";
    return [{ ...toPlace(index), issue, name, written: match.trim() }];
  });
}
