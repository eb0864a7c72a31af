import {
  findAtLineStart,
  placeOf,
  sourceOf,
  walk,
  type Node,
} from "./body-tree.ts";
import type { Issue, Place } from "#files/finding.ts";
import { toSuggestion } from "#model/suggestion.ts";

const leafDirectives: Readonly<
  Record<string, { attributes: readonly string[]; example: string }>
> = {
  youtube: {
    attributes: ["id", "title", "poster"],
    example: '::youtube{#dQw4w9WgXcQ title="What it shows"}',
  },
  cta: { attributes: ["id"], example: "::cta{#cookbook}" },
};
export const leafNames = Object.keys(leafDirectives).map((name) => `::${name}`);
export const isLeafDirective = (name: string | null | undefined): boolean =>
  Object.hasOwn(leafDirectives, name ?? "");
export const hasLeafDirectives = (body: string): boolean =>
  /::(?:youtube|cta)\b/.test(body);

export type LeafAttributes = Partial<
  Record<"id" | "title" | "poster", string | null>
>;

export type LeafDirective = Place & {
  name: string;
  id: string;
  poster?: string;
  issues: Issue[];
};

/** The ids of the calls to action in a text. */
export const toNamedCalls = (directives: readonly LeafDirective[]) => [
  ...new Set(
    directives.flatMap(({ name, id }) => (name === "cta" && id ? [id] : [])),
  ),
];

/** Named like the attributes of JSX, but in another format. */
export const toLeafAttributes = (node: {
  attributes?: unknown;
}): LeafAttributes => (node.attributes ?? {}) as LeafAttributes;

/** #id, name="value", name='value', name=value, or anything else. */
const attribute =
  /#(?<id>[^\s#.="']+)|(?<name>[\w-]+)(?:=(?:"[^"]*"|'[^']*'|[^\s"']+))?(?!\S)|\S+/g;
/** ::youtube with anything after it, or ::anything alone on its line. */
const written =
  /(?<=^[\s>]*)::(?:(?:youtube|cta)\b[^\n]*|[a-z][\w-]*(?:[[{][^\n]*)?[ \t\r]*$)/gim;

/** The leaf directives of a text, ::youtube{#dQw4w9WgXcQ title="A talk"}, and text that looks like one. */
export function readLeafDirectives(root: Node, body: string): LeafDirective[] {
  if (!body.includes("::")) return [];
  return [...walk(root)].flatMap(({ node }) =>
    node.type === "leafDirective"
      ? [readDirective(node, body)]
      : findAtLineStart(node, body, written).map(readText),
  );
}

function readDirective(node: Node, body: string): LeafDirective {
  const place = placeOf(node);
  const name = node.name ?? "";
  const { id, title, poster } = toLeafAttributes(node);
  const { attributes, example } = leafDirectives[name] ?? {
    attributes: [],
    example: "",
  };
  const issues: Issue[] = [];
  const add = (problem: string, remedy: string, at = 0) =>
    issues.push({
      line: place.line,
      column: place.column + at,
      problem,
      remedy,
      rule: `content/${name}`,
    });

  const refuse = (part: string, at: number) =>
    add(
      `${part} means nothing to ::${name}.`,
      `Remove it, or write it like ${example}.`,
      at,
    );
  const source = sourceOf(node, body);
  const labelAt = name.length + 2;
  if (source[labelAt] === "[")
    refuse(/\[.*?\]/.exec(source)?.[0] ?? source, labelAt);
  const open = source.lastIndexOf("{") + 1 || source.length;
  const seen = new Set<string | undefined>([undefined]);
  for (const { 0: part, index, groups } of source
    .slice(open, -1)
    .matchAll(attribute)) {
    const key = groups?.id === undefined ? groups?.name : "id";
    if (seen.has(key) || !attributes.includes(key ?? ""))
      refuse(part, open + index);
    seen.add(key);
  }
  const isVideo = name === "youtube";
  if (isVideo ? !/^[\w-]{11}$/.test(id ?? "") : !id)
    add(
      id ? `"${id}" is not the id of a video.` : `::${name} has no #id.`,
      isVideo
        ? `Write the 11 characters after v= in the video's address, like ${example}.`
        : `Write the name of a file in src/content/calls-to-action, like ${example}.`,
    );
  if (isVideo && !title?.trim())
    add("The video has no title.", `Write what it shows, like ${example}.`);
  return {
    ...place,
    name,
    id: id ?? "",
    ...(isVideo && typeof poster === "string" ? { poster } : {}),
    issues,
  };
}

function readText({ written: line, ...place }: Place & { written: string }) {
  const name = /^::([\w-]+)/.exec(line)?.[1] ?? "";
  const meant = toSuggestion(`::${name}`, leafNames);
  const known = leafDirectives[name];
  const message = known
    ? {
        problem: `"${line.trim()}" is shown as plain text.`,
        remedy: `Write ${known.example} on a line of its own.`,
      }
    : {
        problem: `There is no ::${name}.`,
        remedy: `${meant ? `Did you mean ${meant}?` : `Use one of: ${leafNames.join(", ")}.`} For two colons as text, write \\::.`,
      };
  return {
    ...place,
    name,
    id: "",
    issues: [{ ...place, ...message, rule: "content/directive" }],
  };
}
