import { quote } from "#articles/fields.ts";
import { isTodo, toTodo } from "#articles/todo.ts";
import type { Links } from "./addresses.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import { toJsxChanges } from "./jsx.ts";
import {
  findNodes,
  toDestination,
  toLink,
  toPicture,
  toWords,
  type Found,
} from "./markdown.ts";
import type { toPictureFinder } from "./pictures.ts";
import { toHtmlChanges } from "./raw-html.ts";
import type { Note, SourceArticle } from "./source.ts";
import { splice, toLines, type Change } from "./splice.ts";
import { toTemplateChanges } from "./templates.ts";

export type Surroundings = {
  title: string;
  links: Links;
  pictures: ReturnType<typeof toPictureFinder>;
  /** The root of our own project, where the components are. */
  project: string;
  note: (note: Note) => void;
};

/** Where an offset of a text was in the source; an address helps where a text was rewritten as a whole. */
type LineOf = (offset: number, address?: string) => number;

/** A source's text as one of ours. */
export function toBody(source: SourceArticle, around: Surroundings): string {
  const { note, links } = around;
  const lines = toLines(source.body);
  let text = source.body;
  let lineOf: LineOf = (offset) => lines(offset) + source.bodyLine - 1;
  const change = (changes: readonly Change[]) => {
    const { text: changed, toOld } = splice(text, changes);
    const before = lineOf;
    lineOf = (offset, address) => before(toOld(offset), address);
    text = changed;
  };

  if (
    source.format !== "mdx" &&
    source.dialect !== "astro" &&
    source.dialect !== "text" &&
    source.part === undefined
  )
    change(
      toTemplateChanges(
        text,
        { dialect: source.dialect, toArticle: links.findName },
        lineOf,
        note,
      ),
    );
  if (source.format === "html" || (source.format === "md" && isHtml(text))) {
    const { markdown, lines: byAddress } = htmlToMarkdown(
      text,
      source.bodyLine,
      note,
      source.dialect === "wordpress",
    );
    text = markdown;
    lineOf = (_, address = "") =>
      byAddress.get(address)?.shift() ?? source.bodyLine;
  } else if (source.format === "md")
    change(toHtmlChanges(text, findNodes(text, "md"), lineOf, note));
  else
    change(
      toJsxChanges(text, findNodes(text, "mdx"), around.project, lineOf, note),
    );

  const format = source.format === "mdx" ? "mdx" : "md";
  const found = findNodes(text, format);
  change([
    ...toHeadingChanges(text, found, around, lineOf),
    ...toAddressChanges(text, found, source, around, lineOf),
  ]);
  if (text.trim() !== "") return text.replace(/^(?:[ \t]*\n)+/, "");
  note({
    kind: "to do",
    line: source.bodyLine,
    text: "there is no text: write it",
  });
  return toTodo(source.bodyLine, "there is no text");
}

/** Whether a Markdown text is nothing but HTML: every block of it begins with a tag. */
const isHtml = (text: string): boolean => {
  const blocks = findNodes(text, "md").filter(
    ({ parent }) => parent.type === "root",
  );
  return (
    blocks.length > 0 &&
    /^<(?!!)/.test(text.trim()) &&
    blocks.every(({ node }) => node.type === "html")
  );
};

/** The title is no heading of the text, and the text's own begin one level below it. */
function toHeadingChanges(
  text: string,
  found: readonly Found[],
  { title, note }: Surroundings,
  lineOf: LineOf,
): Change[] {
  const headings = found.filter(({ node }) => node.type === "heading");
  const depthOf = ({ node }: Found) =>
    node.type === "heading" ? node.depth : 0;
  const same = (words: string) =>
    words.replace(/\s+/g, " ").trim().toLowerCase() === title.toLowerCase();
  const first = found.find(
    ({ parent, node }) => parent.type === "root" && node.type !== "html",
  );
  const repeated =
    headings.find((one) => depthOf(one) === 1 && same(toWords(one.node))) ??
    (first?.node.type === "paragraph" && same(toWords(first.node))
      ? first
      : undefined);
  if (repeated)
    note({
      kind: "dropped",
      line: lineOf(repeated.from),
      text: "the title at the top of the text",
    });
  const others = headings.filter((one) => one !== repeated);
  const isHigh = others.some((one) => depthOf(one) === 1);
  if (isHigh) note({ kind: "mapped", text: "headings → one level lower each" });
  return [
    ...(repeated ? [{ from: repeated.from, to: repeated.to, text: "" }] : []),
    ...(isHigh ? others : []).map((one): Change => {
      const { from, to } = one;
      const written = text.slice(from, to);
      if (written.startsWith("#"))
        return { from, to: from, text: depthOf(one) < 6 ? "#" : "" };
      const words = written
        .slice(0, written.lastIndexOf("\n"))
        .replace(/\s*\n\s*/g, " ")
        .trim();
      return { from, to, text: `${"#".repeat(depthOf(one) + 1)} ${words}` };
    }),
  ];
}

/** Pictures that come along get their new address, links between articles too; what leads nowhere is marked or listed. */
function toAddressChanges(
  text: string,
  found: readonly Found[],
  source: SourceArticle,
  { links, pictures, note }: Surroundings,
  lineOf: LineOf,
): Change[] {
  const shown = new Set(
    found.flatMap(({ node }) =>
      node.type === "imageReference" ? [node.identifier] : [],
    ),
  );
  const missing = new Map<string, string>();

  const toPictureAddress = (
    address: string,
    alt: string,
    line: number,
  ): string | undefined => {
    const result = pictures.find(address);
    if ("address" in result) {
      note({ kind: "mapped", line, text: `${address} → ${result.address}` });
      if (alt.trim() === "")
        note({
          kind: "to do",
          line,
          text: `the picture ${result.address} says nothing to whoever cannot see it: write its alt text`,
        });
      return result.address;
    }
    note({
      kind: "to do",
      line,
      text: `the picture ${quote(address)} ${result.reason}: it is marked in the text`,
    });
    return undefined;
  };
  const toLinkAddress = (address: string, line: number): string | undefined => {
    if (address === "" || address.startsWith("#")) return undefined;
    const there = links.find(source, address);
    if (there !== undefined && there !== address)
      note({ kind: "mapped", line, text: `${address} → ${there}` });
    else if (there === undefined && isOurs(address, source))
      note({
        kind: "to do",
        line,
        text: `the link to ${quote(address)} leads nowhere here`,
      });
    return there === address ? undefined : there;
  };

  const changes = found.flatMap(({ node, from, to }): Change[] => {
    if (node.type === "image") {
      const line = lineOf(from, node.url);
      const address = toPictureAddress(node.url, node.alt ?? "", line);
      if (address === node.url) return [];
      return [
        {
          from,
          to,
          text:
            address === undefined
              ? toTodo(line, toShort(text.slice(from, to)))
              : toPicture(node.alt ?? "", address, node.title),
        },
      ];
    }
    if (node.type === "definition") {
      const line = lineOf(from, node.url);
      const isPicture = shown.has(node.identifier);
      const address = isPicture
        ? toPictureAddress(node.url, "-", line)
        : toLinkAddress(node.url, line);
      if (address === undefined && isPicture)
        missing.set(node.identifier, node.url);
      const [label] = /^\[(?:[^\]\\]|\\.)*\]:/.exec(text.slice(from, to)) ?? [];
      return address === undefined || !label
        ? []
        : [
            {
              from,
              to,
              text: `${label} ${toDestination(address)}${node.title ? ` "${node.title.replace(/["\\]/g, "\\$&")}"` : ""}`,
            },
          ];
    }
    if (node.type === "link") {
      const line = lineOf(from, node.url);
      const address = toLinkAddress(node.url, line);
      if (address === undefined) return [];
      const inner = node.children.at(-1) as
        { position?: { end: { offset: number } } } | undefined;
      const end =
        text[from] === "[" ? (inner?.position?.end.offset ?? from + 1) : -1;
      if (end < 0) return [{ from, to, text: toLink(toWords(node), address) }];
      // ](address and ](<address>: only what stands between is changed.
      const before = /\]\(\s*/y;
      before.lastIndex = end;
      const opened = before.exec(text);
      if (!opened) return [];
      const start = end + opened[0].length;
      const [written = ""] =
        /^(?:<[^>\n]*>|(?:[^\s()\\]|\\.|\([^\s()]*\))*)/.exec(
          text.slice(start, to),
        ) ?? [];
      return [
        {
          from: start,
          to: start + written.length,
          text: toDestination(address),
        },
      ];
    }
    if (node.type === "html")
      return toAnchorChanges(text, from, to, (address) =>
        toLinkAddress(address, lineOf(from)),
      );
    return [];
  });
  const marks = found.flatMap(({ node, from, to }): Change[] =>
    node.type === "imageReference" && missing.has(node.identifier)
      ? [
          {
            from,
            to,
            text: toTodo(
              lineOf(from),
              `![${node.alt ?? ""}](${toShort(missing.get(node.identifier) as string)})`,
            ),
          },
        ]
      : [],
  );
  return [...changes, ...marks];
}

/** The links in HTML that stays HTML. */
function toAnchorChanges(
  text: string,
  from: number,
  to: number,
  toAddress: (address: string) => string | undefined,
): Change[] {
  return [
    ...text.slice(from, to).matchAll(/(<a\s[^>]*?\bhref=")([^"]*)"/gi),
  ].flatMap(({ index, 1: before = "", 2: address = "" }) => {
    const there = toAddress(address);
    const start = from + index + before.length;
    return there === undefined
      ? []
      : [{ from: start, to: start + address.length, text: there }];
  });
}

/** Whether an address ought to lead somewhere on this site: it has no host, or one of the source's. */
const isOurs = (address: string, { hosts }: SourceArticle): boolean =>
  !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address) ||
  hosts.some(
    (host) =>
      URL.canParse(host) &&
      URL.canParse(address) &&
      new URL(host).host === new URL(address).host,
  );

/** A picture that is written out in letters is cut short. */
const toShort = (written: string): string =>
  written.replace(/(data:[^)\s]{60})[^)\s]+/g, "$1…");

/** The first paragraph of a text, or as many of its sentences as fit; undefined when there is none to take. */
export function toDescription(
  text: string,
  format: "md" | "mdx",
  longest: number,
): string | undefined {
  for (const { node, parent } of findNodes(text, format)) {
    if (node.type !== "paragraph" || parent.type !== "root") continue;
    if (
      node.children.some(
        (child) => child.type === "inlineCode" && isTodo(child.value),
      )
    )
      continue;
    const words = toWords(node).replace(/\s+/g, " ").trim();
    if (words === "") continue;
    if (words.length <= longest) return words;
    return new RegExp(`^.{20,${longest - 1}}[.!?](?= )`, "u").exec(words)?.[0];
  }
  return undefined;
}

/** What a text says it is called: its first heading of level 1, else its first heading, else its first line. */
export function toTitle(
  text: string,
  format: "md" | "mdx",
): string | undefined {
  const found = findNodes(text, format).filter(
    ({ parent }) => parent.type === "root",
  );
  const heading = (depth: number) =>
    found.find(({ node }) => node.type === "heading" && node.depth <= depth);
  const best =
    heading(1) ??
    heading(6) ??
    found.find(({ node }) => node.type === "paragraph");
  const words =
    best &&
    (best.node.type === "paragraph"
      ? text.slice(best.from, best.to).split("\n")[0]
      : toWords(best.node));
  return words?.trim() || undefined;
}
