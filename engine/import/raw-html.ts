import { quote } from "gatepost/model/fields.ts";
import { allowedElements, isAllowedAttribute } from "gatepost/text/html.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import type { Found } from "./markdown.ts";
import { markTodo, type LineOf, type TakeNote } from "./source.ts";
import { toRemoval, type Change } from "./splice.ts";

/** <name attributes> and </name>. */
const tag =
  /<(\/?)([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+))?|\s*\/)*)\s*>/gi;
const attribute =
  /\s+([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const voids = new Set(
  "br hr img wbr col input source embed link meta".split(" "),
);
/** Comments for the site's tool: <!-- more -->, <!-- truncate -->, <!-- wp:paragraph --> */
const toolComment =
  /^<!--\s*(?:more|truncate|excerpt|toc|readmore|\/?wp:[^]*?)\s*-->$/i;

/** Converts the HTML in a Markdown text to Markdown, to allowed HTML, or to a TODO. */
export function toHtmlChanges(
  text: string,
  found: readonly Found[],
  lineOf: LineOf,
  note: TakeNote,
): Change[] {
  /** Elements replaced with a TODO whose closing tag is still to come. */
  const marked = new Map<string, number>();
  return found.flatMap(({ node, from, to }): Change[] => {
    if (node.type !== "html") return [];
    const html = text.slice(from, to);
    const line = lineOf(from);
    if (toolComment.test(html.trim())) {
      note("dropped", html.trim(), line);
      return [toRemoval(text, from, to)];
    }
    // Only up to the last end of a comment: searching for a missing one is quadratic.
    const end = html.includes("-->") ? html.lastIndexOf("-->") + 3 : 0;
    const shown =
      html.slice(0, end).replace(/<!--[^]*?-->/g, "") + html.slice(end);
    const tags = [...shown.matchAll(tag)].map(
      ([, slash, name = "", attributes = ""]) => ({
        isEnd: !!slash,
        name: name.toLowerCase(),
        attributes,
      }),
    );
    // The closing tag of a marked element needs no TODO of its own.
    const [only] = tags.length === 1 ? tags : [];
    const times = (only?.isEnd && marked.get(only.name)) || 0;
    if (only && times > 0) {
      marked.set(only.name, times - 1);
      return [{ from, to, text: "" }];
    }
    const isPlain =
      !/\{\{|\{%|<!--/.test(shown) &&
      shown.replace(tag, "").indexOf("<") < 0 &&
      tags.every(
        ({ name, attributes }) =>
          name !== "img" &&
          allowedElements.has(name) &&
          !/(?:java|vb)script:|data:/i.test(attributes),
      );
    if (isPlain) return removeAttributes(html, from, lineOf, note);
    if (isWhole(tags) && !/\{\{|\{%/.test(shown)) {
      const { markdown } = htmlToMarkdown(node.value, line, note);
      if (markdown.trim()) note("mapped", `${quote(html)} → Markdown`, line);
      const before = text
        .slice(text.lastIndexOf("\n", from - 1) + 1, from)
        .replace(/[^>\s]/g, " ");
      return [
        { from, to, text: markdown.trim().replaceAll("\n", `\n${before}`) },
      ];
    }
    for (const { name, isEnd } of tags)
      if (!isEnd && !voids.has(name))
        marked.set(name, (marked.get(name) ?? 0) + 1);
    const todo = markTodo(note, line, html, "is HTML that is not allowed here");
    return [{ from, to, text: todo }];
  });
}

/** Removes the attributes that articles may not use. */
function removeAttributes(
  html: string,
  start: number,
  lineOf: LineOf,
  note: TakeNote,
): Change[] {
  return [...html.matchAll(tag)].flatMap((match) => {
    const [whole, , name = "", attributes = ""] = match;
    const at = start + match.index + whole.indexOf(attributes, name.length);
    return [...attributes.matchAll(attribute)].flatMap((one): Change[] => {
      if (isAllowedAttribute((one[1] as string).toLowerCase())) return [];
      const from = at + one.index;
      note(
        "dropped",
        `the attribute ${quote(one[0].trim())} of <${name}>`,
        lineOf(from),
      );
      return [{ from, to: from + one[0].length, text: "" }];
    });
  });
}

/** Whether every element is closed. */
function isWhole(tags: readonly { isEnd: boolean; name: string }[]): boolean {
  const open: string[] = [];
  for (const { isEnd, name } of tags) {
    if (voids.has(name)) continue;
    if (!isEnd) open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0 && tags.length > 0;
}
