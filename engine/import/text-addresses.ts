import { quote } from "gatepost/model/fields.ts";
import { toOwnPath, type Links } from "./addresses.ts";
import {
  toDestination,
  toLink,
  toPicture,
  toPlainText,
  type Found,
} from "./markdown.ts";
import type { PictureFinder } from "./pictures.ts";
import {
  markTodo,
  type LineOf,
  type SourceArticle,
  type TakeNote,
} from "./source.ts";
import type { Change } from "./splice.ts";

export type AddressContext = {
  links: Links;
  pictures: PictureFinder;
  note: TakeNote;
};

const runsCode = /^[\s\p{C}]*(?:javascript|vbscript|data):/iu;

/** Gives links and pictures new addresses. Missing pictures become TODOs; links that lead nowhere are reported. */
export function toAddressChanges(
  text: string,
  found: readonly Found[],
  source: SourceArticle,
  { links, pictures, note }: AddressContext,
  lineOf: LineOf,
): Change[] {
  /** The new address of a picture, or why it has none. */
  const findPicture = (address: string, alt: string, line: number) => {
    const result = pictures.find(address);
    if ("reason" in result) return result;
    note("mapped", `${address} → ${result.address}`, line);
    if (alt.trim() === "")
      note(
        "to do",
        `the picture ${result.address} has no alt text: write one`,
        line,
      );
    return result;
  };
  /** The new address of a link; undefined if it stays. */
  const findLink = (address: string, line: number): string | undefined => {
    if (address === "" || address.startsWith("#")) return undefined;
    const target = links.find(source, address);
    if (target === undefined && isInternal(address, source))
      note("to do", `the link to ${quote(address)} leads nowhere here`, line);
    if (target === undefined || target === address) return undefined;
    note("mapped", `${address} → ${target}`, line);
    return target;
  };
  const references = Map.groupBy(found, ({ node }) =>
    node.type === "imageReference" ? node.identifier : undefined,
  );

  return found.flatMap(({ node, from, to }): Change[] => {
    if (node.type === "html")
      return toHrefChanges(text, from, to, (address) =>
        findLink(address, lineOf(from)),
      );
    if (
      node.type !== "link" &&
      node.type !== "image" &&
      node.type !== "definition"
    )
      return [];
    const line = lineOf(from, node.url);
    const mark = (problem: string, start = from, end = to): Change => ({
      from: start,
      to: end,
      text: markTodo(note, line, text.slice(start, end), problem),
    });
    if (node.type !== "image" && runsCode.test(node.url))
      return [mark("runs code")];
    if (node.type === "image") {
      const alt = node.alt ?? "";
      const result = findPicture(node.url, alt, line);
      if ("reason" in result) return [mark(result.reason)];
      return result.address === node.url
        ? []
        : [{ from, to, text: toPicture(alt, result.address, node.title) }];
    }
    if (node.type === "definition") {
      const shown = references.get(node.identifier) ?? [];
      const result =
        shown.length > 0
          ? findPicture(node.url, "-", line)
          : { address: findLink(node.url, line) };
      if ("reason" in result)
        return shown.map((one) => mark(result.reason, one.from, one.to));
      const [label] = /^\[(?:[^\]\\]|\\.)*\]:/.exec(text.slice(from, to)) ?? [];
      return result.address === undefined || !label
        ? []
        : [
            {
              from,
              to,
              text: `${label} ${toDestination(result.address, node.title)}`,
            },
          ];
    }
    const address = findLink(node.url, line);
    if (address === undefined) return [];
    if (text[from] !== "[")
      return [{ from, to, text: toLink(toPlainText(node), address) }];
    const last = node.children.at(-1) as
      { position?: { end: { offset: number } } } | undefined;
    return [
      {
        from: last?.position?.end.offset ?? from + 1,
        to,
        text: `](${toDestination(address, node.title)})`,
      },
    ];
  });
}

const toHrefChanges = (
  text: string,
  from: number,
  to: number,
  toAddress: (address: string) => string | undefined,
): Change[] =>
  [...text.slice(from, to).matchAll(/(<a\s[^<>]*?\bhref=")([^"]*)"/gi)].flatMap(
    ({ index, 1: before = "", 2: old = "" }) => {
      const address = toAddress(old);
      const start = from + index + before.length;
      return address === undefined
        ? []
        : [{ from: start, to: start + old.length, text: address }];
    },
  );

/** Whether an address belongs to the source's site. */
const isInternal = (address: string, { hosts }: SourceArticle): boolean =>
  !/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address) ||
  toOwnPath(address, hosts) !== undefined;
