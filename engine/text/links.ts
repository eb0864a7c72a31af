import { walk, type Node } from "./body-tree.ts";
import { parseSource, toSource } from "./parse-body.ts";

/** An address as written in a body: `body.slice(start, end)`. */
export type WrittenLink = { start: number; end: number; address: string };

/** [text], ![alt] or [name], up to the closing bracket; skips escapes and code. */
const label = /^!?\[(?:\\.|`[^`]*`|\[(?:\\.|[^\]\\])*\]|[^\]\\])*\]/s;
/** After ]( or ]: an address, in angle brackets or without spaces; in a quotation the next line begins with >. */
const destination = /^[(:][\s>]*(?:<((?:\\.|[^>\\\n])*)>|([^\s<][^\s]*))/;
/** <a title=">" fn={() => ({})}>: a > in quotes or braces does not end the tag. */
const tag =
  /<[a-z][\w.:-]*(?:"[^"]*"|'[^']*'|\{(?:[^{}]|\{[^{}]*\})*\}|[^"'{}>])*>/gi;
/** href="…", src='…', href={"…"} or href=… */
const attribute =
  /\s(?:href|src)\s*=\s*(?:\{\s*)?(?:"([^"]*)"|'([^']*)'|`([^`$]*)`|([^\s"'`{}>]+))/gi;
const comment = /<!--[^]*?-->|\/\*[^]*?\*\//g;
/** import Chart from "../old/chart.png" */
const importedFile = /\bfrom\s*(?:"([^"]+)"|'([^']+)')/g;

/**
 * The position of every link and picture address in a body: Markdown links, pictures and definitions, bare addresses,
 * HTML, JSX and imports, but not code.
 * @throws the parser's error for invalid MDX
 */
export function findLinks(body: string, format: "md" | "mdx"): WrittenLink[] {
  const found = new Map<number, WrittenLink>();
  const add = (start: number, address: string) => {
    if (address)
      found.set(start, { start, end: start + address.length, address });
  };
  const addMatches = (text: string, at: number, pattern: RegExp) => {
    for (const match of text.matchAll(pattern)) {
      const address = match.slice(1).find((part) => part !== undefined);
      if (address)
        add(at + match.index + match[0].lastIndexOf(address), address);
    }
  };
  const addTags = (text: string, at: number) => {
    const shown = text.replace(comment, (hidden) => " ".repeat(hidden.length));
    for (const match of shown.matchAll(tag))
      addMatches(match[0], at + match.index, attribute);
  };
  const root = parseSource(toSource(body, format), format);
  for (const { node } of walk(root)) {
    if (!node.position) continue;
    const start = node.position.start.offset;
    const source = body.slice(start, node.position.end.offset);
    switch (node.type) {
      case "link":
      case "image":
      case "definition":
        addLink(node, start, source);
        break;
      case "html":
      case "mdxFlowExpression":
      case "mdxTextExpression":
        addTags(source, start);
        break;
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        // Only the opening tag: the content has its own nodes and may be code.
        addMatches(source.match(tag)?.[0] ?? "", start, attribute);
        break;
      case "mdxjsEsm":
        addMatches(source, start, importedFile);
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);

  function addLink(node: Node, start: number, source: string): void {
    if (!/^!?\[/.test(source)) {
      // <https://…> or a bare https://…
      const bare = source.replace(/^<|>$/g, "");
      return add(start + source.indexOf(bare), bare);
    }
    // A link's text may contain brackets: its last child shows where the label ends.
    const inner = node.children?.at(-1)?.position?.end.offset;
    const close =
      inner === undefined
        ? (label.exec(source)?.[0].length ?? 0)
        : source.indexOf("]", inner - start) + 1;
    const match = destination.exec(source.slice(close));
    const [whole = "", angled, plain = ""] = match ?? [];
    const end = start + close + whole.length;
    if (angled !== undefined) add(end - 1 - angled.length, angled);
    else add(end - plain.length, toBalanced(plain));
  }
}

/** Up to the link's closing bracket; brackets within an address are balanced. */
function toBalanced(text: string): string {
  let depth = 0;
  for (let index = 0; index < text.length; index++) {
    if (text[index] === "\\") index++;
    else if (text[index] === "(") depth++;
    else if (text[index] === ")" && depth-- === 0) return text.slice(0, index);
  }
  return text;
}
