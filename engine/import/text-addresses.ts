import { quote } from "gatepost/model/fields.ts";
import { toTodo } from "gatepost/text/todo.ts";
import { toOwnPath, type Links } from "./addresses.ts";
import {
  toDestination,
  toLink,
  toPicture,
  toWords,
  type Found,
} from "./markdown.ts";
import type { toPictureFinder } from "./pictures.ts";
import type { Note, SourceArticle } from "./source.ts";
import type { Change } from "./splice.ts";

/** Where the addresses in a text may lead. */
export type Places = {
  links: Links;
  pictures: ReturnType<typeof toPictureFinder>;
  note: (note: Note) => void;
};

/** Where an offset of a text was in the source; an address helps where a text was rewritten as a whole. */
export type LineOf = (offset: number, address?: string) => number;

/** What runs when it is followed. */
const running = /^[\s\p{C}]*(?:javascript|vbscript|data):/iu;

/** Pictures that come along get their new address, links between articles too; what leads nowhere is marked or listed. */
export function toAddressChanges(
  text: string,
  found: readonly Found[],
  source: SourceArticle,
  { links, pictures, note }: Places,
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
    if (
      (node.type === "link" || node.type === "definition") &&
      running.test(node.url)
    ) {
      const line = lineOf(from, node.url);
      note({
        kind: "to do",
        line,
        text: `the link to ${quote(node.url)} is no address: it is marked in the text`,
      });
      return [{ from, to, text: toTodo(line, toShort(text.slice(from, to))) }];
    }
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
  toOwnPath(address, hosts) !== undefined;

/** A picture that is written out in letters is cut short. */
const toShort = (written: string): string =>
  written.replace(/(data:[^)\s]{60})[^)\s]+/g, "$1…");
