import { quote } from "gatepost/model/fields.ts";
import { toTodo } from "gatepost/text/todo.ts";
import { toAddress } from "./embeds.ts";
import { findNodes, toLink, toPicture } from "./markdown.ts";
import type { Dialect, Note } from "./source.ts";
import { toRemoval, type Change } from "./splice.ts";

/** {{< a >}} and {{% a %}}, {% a %}, {{ a }}, {# a #}, and kramdown's {: .class} */
export const tag =
  /\{\{([<%])([^]{0,2000}?)[>%]\}\}|\{%-?([^]{0,2000}?)-?%\}|\{\{([^{}]{0,1000})\}\}|\{#[^]{0,2000}?#\}|\{:[^}\n]{0,200}\}/g;
/** What a word stands in: name="a b", name='a', name=a, "a b", a. */
const word = /(?:([\w-]+)=)?(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s"'`]+))/g;
/** Blocks whose inside is no Markdown: what opens them, and how they end. */
const opener =
  /\{%-?\s*(highlight|codeblock|code|raw|verbatim|comment)\b([^%]*)%\}|\{\{([<%])\s*(highlight)\s([^>%]*)[>%]\}\}/g;

/** What a short form can be about. */
export type Facts = {
  dialect: Dialect;
  /** The address on this site of a source's file or name; undefined when it is not imported. */
  toArticle: (name: string) => string | undefined;
};

/** Which changes turn short forms of Jekyll, Hugo, Hexo and dev.to into Markdown, or into a mark. */
export function toTemplateChanges(
  text: string,
  facts: Facts,
  lineOf: (offset: number) => number,
  note: (note: Note) => void,
): Change[] {
  if (!/\{[{%#:]/.test(text)) return [];
  const changes: Change[] = [];
  const isIn = (types: string[], inside: string) => {
    const ranges = findNodes(inside, "md").filter(({ node }) =>
      types.includes(node.type),
    );
    return (offset: number) =>
      ranges.some(({ from, to }) => from <= offset && offset < to);
  };
  let masked = text;
  /** What opens and never closes: looked for once. */
  const endless = new Set<string>();
  const isCodeAtFirst = isIn(["code", "inlineCode"], text);
  for (const match of text.matchAll(opener)) {
    const { index, 0: opening } = match;
    if (masked[index] !== "{" || isCodeAtFirst(index)) continue;
    const name = (match[1] ?? match[4]) as string;
    const end = match[1]
      ? new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, "g")
      : /\{\{[<%]\s*\/highlight\s*[>%]\}\}/g;
    end.lastIndex = index + opening.length;
    const closing = endless.has(name) ? undefined : end.exec(text);
    if (!closing) {
      endless.add(name);
      continue;
    }
    const inside = text.slice(index + opening.length, closing.index);
    const to = closing.index + closing[0].length;
    const isAsItIs = name === "raw" || name === "verbatim";
    if (name === "comment")
      note({
        kind: "dropped",
        line: lineOf(index),
        text: `a comment: ${quote(inside.trim())}`,
      });
    else
      note({
        kind: "mapped",
        line: lineOf(index),
        text: `${opening.trim()} → ${isAsItIs ? "what is in it" : "a code block"}`,
      });
    const { words } = toWordsOf(match[2] ?? match[5] ?? "");
    const language =
      words.find((one) => one.startsWith("lang:"))?.slice(5) ??
      (name === "codeblock" ? "" : (words[0] ?? ""));
    changes.push(
      name === "comment"
        ? toRemoval(text, index, to)
        : {
            from: index,
            to,
            text: isAsItIs
              ? inside
              : toFence(inside, language, toIndent(text, index)),
          },
    );
    masked =
      masked.slice(0, index) +
      masked.slice(index, to).replace(/[^\n]/g, " ") +
      masked.slice(to);
  }

  const isCode = isIn(["code", "inlineCode"], masked);
  const isHtml = isIn(["html"], masked);
  for (const match of masked.matchAll(tag)) {
    const { index: from, 0: written } = match;
    const line = lineOf(from);
    if (isCode(from)) {
      if (/\braw\b/.test(written))
        note({
          kind: "to do",
          line,
          text: `${quote(written)} stands in code and was left: take it out`,
        });
      continue;
    }
    const is = written.startsWith("{:") || written.startsWith("{#");
    const counterpart = is ? "" : toCounterpart(match, facts);
    // Inside HTML a mark would break it: what reads the HTML marks all of it.
    if (counterpart === undefined && isHtml(from)) continue;
    if (counterpart === undefined)
      note({
        kind: "to do",
        line,
        text: `${quote(written)} has no counterpart here: it is marked in the text`,
      });
    else
      note({
        kind: counterpart ? "mapped" : "dropped",
        line,
        text: counterpart
          ? `${quote(written)} → ${quote(counterpart)}`
          : quote(written),
      });
    const to = from + written.length;
    changes.push(
      counterpart === "" && !written.startsWith("{{")
        ? toRemoval(text, from, to)
        : { from, to, text: counterpart ?? toTodo(line, written) },
    );
  }
  return changes;
}

/** A short form as Markdown; undefined when there is nothing like it. */
function toCounterpart(
  [, hugo, inHugo, inTag, output]: RegExpMatchArray,
  facts: Facts,
): string | undefined {
  if (output !== undefined) return toOutput(output.trim());
  const inside = (hugo ? inHugo : inTag) ?? "";
  // {{</* figure */>}} is how Hugo writes the short form itself.
  const shown = hugo && /^\/\*([^]*)\*\/$/.exec(inside.trim())?.[1];
  if (shown) return `\`{{${hugo}${shown}${hugo === "<" ? ">" : "%"}}}\``;
  const [name = "", ...rest] = inside.trim().split(/\s+/);
  const { named, words } = toWordsOf(rest.join(" "));
  const [first = "", ...more] = words;
  const article = (target: string) => {
    const [path = "", place] = target.split("#");
    const address = facts.toArticle(path);
    return address && (place ? `${address}#${place}` : address);
  };
  switch (name) {
    case "figure": {
      const picture =
        named["src"] &&
        toPicture(
          named["alt"] ?? named["caption"] ?? "",
          named["src"],
          named["title"],
        );
      if (!picture) return undefined;
      const shownPicture = named["link"]
        ? `[${picture}](${named["link"]})`
        : picture;
      return named["caption"]
        ? `${shownPicture}\n\n${named["caption"]}`
        : shownPicture;
    }
    case "ref":
    case "relref":
      return article(named["path"] ?? first);
    case "post_url":
      return article(first);
    case "post_link": {
      const address = article(first);
      return address && toLink(more.join(" ") || first, address);
    }
    case "link":
      return /^https?:/.test(first) ? toLink(first, first) : article(first);
    case "asset_path":
      return first;
    case "asset_img":
    case "img": {
      // asset_img [class names] slug [width] [height] ["title text 'alt text'"]
      const at = words.findIndex((one) => /\.\w{2,4}(?:$|[?#])/.test(one));
      const source = words[at];
      const text = words
        .slice(at + 1)
        .filter((one) => !/^\d+%?$/.test(one))
        .join(" ");
      const [, title = text, alt] = /^(.*?)\s*'(.*)'$/.exec(text) ?? [];
      return source && toPicture(alt ?? title, source);
    }
    default: {
      if (!(hugo ? /^(?:youtube|vimeo|tweet|x)$/ : isEmbed).test(name))
        return undefined;
      const address = toAddress(name, named["id"] ?? first);
      return address && toLink(address, address);
    }
  }
}

/** Names that stand for one thing elsewhere on the web. */
const isEmbed =
  /^(?:embed|youtube|vimeo|tweet|twitter|x|github|gist|codepen|codesandbox|jsfiddle|stackblitz|replit|post|user)$/;

/** {{ site.baseurl }}, {{ "/about/" | relative_url }} and {{ '/a.png' | prepend: site.baseurl }}: an address, and no more. */
const toOutput = (output: string): string | undefined =>
  /^site\.(?:baseurl|url)$/.test(output)
    ? ""
    : /^["']([^"']+)["']\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.(?:baseurl|url)(?:\s*\|\s*prepend:\s*site\.url)?)$/.exec(
        output,
      )?.[1];

function toWordsOf(inside: string): {
  named: Record<string, string>;
  words: string[];
} {
  const named: Record<string, string> = Object.create(null) as Record<
    string,
    string
  >;
  const words: string[] = [];
  for (const [, name, ...values] of inside.matchAll(word)) {
    const value = values.find((one) => one !== undefined) ?? "";
    if (name) named[name] = value;
    else words.push(value);
  }
  return { named, words };
}

/** The spaces before something that begins its line. */
const toIndent = (text: string, at: number): string =>
  /(?:^|\n)([ \t]*)$/.exec(text.slice(Math.max(0, at - 80), at))?.[1] ?? "";

/** Code between fences that nothing in it can end. */
function toFence(code: string, language: string, indent: string): string {
  const longest = Math.max(
    2,
    ...(code.match(/`+/g) ?? []).map(({ length }) => length),
  );
  const fence = "`".repeat(longest + 1);
  return `${fence}${/^[\w+#.-]+$/.test(language) ? language : ""}\n${code.replace(/^[ \t]*\n|\s+$/g, "")}\n${indent}${fence}`;
}
