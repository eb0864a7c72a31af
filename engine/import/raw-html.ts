import { quote } from "gatepost/model/fields.ts";
import { allowedElements, isAllowedAttribute } from "gatepost/text/html.ts";
import { toTodo } from "gatepost/text/todo.ts";
import { htmlToMarkdown } from "./html-to-markdown.ts";
import type { Found } from "./markdown.ts";
import type { Note } from "./source.ts";
import { toRemoval, type Change } from "./splice.ts";

/** <name attributes> and </name>; a > in quotes ends none. */
const tag =
  /<(\/?)([a-z][\w-]*)((?:\s+[^\s"'>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?|\s*\/)*)\s*>/gi;
const attribute =
  /\s+([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const voids = new Set([
  "br",
  "hr",
  "img",
  "wbr",
  "col",
  "input",
  "source",
  "embed",
  "link",
  "meta",
]);
/** What only tells a site's tool something: <!-- more -->, <!-- truncate -->, <!-- wp:paragraph --> */
const toolComment =
  /^<!--\s*(?:more|truncate|excerpt|toc|readmore|\/?wp:[^]*?)\s*-->$/i;

/** Which changes make the HTML in a Markdown text such as our texts may hold: Markdown, plain elements, or a mark. */
export function toHtmlChanges(
  text: string,
  found: readonly Found[],
  lineOf: (offset: number) => number,
  note: (note: Note) => void,
): Change[] {
  /** How many of an element were marked and have not ended yet. */
  const marked = new Map<string, number>();
  return found.flatMap(({ node, from, to }): Change[] => {
    if (node.type !== "html") return [];
    const html = text.slice(from, to);
    const line = lineOf(from);
    if (toolComment.test(html.trim())) {
      note({ kind: "dropped", line, text: html.trim() });
      return [toRemoval(text, from, to)];
    }
    // Up to the last end only: looking for one that never comes would take forever.
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
    // The end of what was marked already needs no mark of its own.
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
    if (isPlain) return toPlainTags(html, from, lineOf, note);
    if (isWhole(tags) && !/\{\{|\{%/.test(shown)) {
      const { markdown } = htmlToMarkdown(node.value, line, note);
      if (markdown.trim())
        note({ kind: "mapped", line, text: `${quote(html)} → Markdown` });
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
    note({
      kind: "to do",
      line,
      text: `${quote(html)} is HTML that texts here do not hold: it is marked in the text`,
    });
    return [{ from, to, text: toTodo(line, html) }];
  });
}

/** Takes away the attributes that our texts do not have. */
function toPlainTags(
  html: string,
  start: number,
  lineOf: (offset: number) => number,
  note: (note: Note) => void,
): Change[] {
  return [...html.matchAll(tag)].flatMap((match) => {
    const [whole, , name = "", attributes = ""] = match;
    const at = start + match.index + whole.indexOf(attributes, name.length);
    return [...attributes.matchAll(attribute)].flatMap((one): Change[] => {
      if (isAllowedAttribute((one[1] as string).toLowerCase())) return [];
      const from = at + one.index;
      note({
        kind: "dropped",
        line: lineOf(from),
        text: `the attribute ${quote(one[0].trim())} of <${name}>`,
      });
      return [{ from, to: from + one[0].length, text: "" }];
    });
  });
}

/** Whether every element that begins in some HTML ends in it. */
function isWhole(tags: readonly { isEnd: boolean; name: string }[]): boolean {
  const open: string[] = [];
  for (const { isEnd, name } of tags) {
    if (voids.has(name)) continue;
    if (!isEnd) open.push(name);
    else if (open.pop() !== name) return false;
  }
  return open.length === 0 && tags.length > 0;
}
