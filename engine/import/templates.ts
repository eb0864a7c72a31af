import { quote } from "gatepost/model/fields.ts";
import { toEmbedPage } from "./embeds.ts";
import { findNodes, toLink, toPicture } from "./markdown.ts";
import { markTodo, type LineOf, type TakeNote } from "./source.ts";
import { toRemoval, type Change } from "./splice.ts";

/** {{< a >}} and {{% a %}}, {% a %}, {{ a }}, {# a #}, and kramdown's {: .class} */
export const tag =
  /\{\{([<%])([^]{0,2000}?)[>%]\}\}|\{%-?([^]{0,2000}?)-?%\}|\{\{([^{}]{0,1000})\}\}|\{#[^]{0,2000}?#\}|\{:[^}\n]{0,200}\}/g;
/** An argument: name="a b", name='a', name=a, "a b" or a. */
const argument = /(?:([\w-]+)=)?(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s"'`]+))/g;
/** The opening tags of blocks that do not contain Markdown. */
export const opener =
  /\{%-?\s*(highlight|codeblock|code|raw|verbatim|comment)\b([^%]{0,500})%\}|\{\{([<%])\s*(highlight)\s([^>%]{0,500})[>%]\}\}/g;

/** Converts the template tags of Jekyll, Hugo, Zola, Hexo and dev.to to Markdown, or to TODOs. */
export function toTemplateChanges(
  text: string,
  findArticle: (name: string) => string | undefined,
  lineOf: LineOf,
  note: TakeNote,
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
  /** Blocks that are never closed, to search for each only once. */
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
    const isRaw = name === "raw" || name === "verbatim";
    const line = lineOf(index);
    if (name === "comment")
      note("dropped", `a comment: ${quote(inside.trim())}`, line);
    else
      note(
        "mapped",
        `${opening.trim()} → ${isRaw ? "its content" : "a code block"}`,
        line,
      );
    const { words } = readArguments(match[2] ?? match[5] ?? "");
    const language =
      words.find((one) => one.startsWith("lang:"))?.slice(5) ??
      (name === "codeblock" ? "" : (words[0] ?? ""));
    changes.push(
      name === "comment"
        ? toRemoval(text, index, to)
        : {
            from: index,
            to,
            text: isRaw
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
        note("to do", `${quote(written)} is inside code: remove it`, line);
      continue;
    }
    const isDropped = written.startsWith("{:") || written.startsWith("{#");
    const converted = isDropped ? "" : convert(match, findArticle);
    // A TODO would break the HTML around it; toHtmlChanges replaces all of it.
    if (converted === undefined && isHtml(from)) continue;
    if (converted)
      note("mapped", `${quote(written)} → ${quote(converted)}`, line);
    else if (converted === "") note("dropped", quote(written), line);
    const to = from + written.length;
    changes.push(
      converted === "" && !written.startsWith("{{")
        ? toRemoval(text, from, to)
        : { from, to, text: converted ?? markTodo(note, line, written) },
    );
  }
  return changes;
}

/** A template tag as Markdown; undefined if it cannot be converted. */
function convert(
  [, hugo, inHugo, inTag, output]: RegExpMatchArray,
  findArticle: (name: string) => string | undefined,
): string | undefined {
  // Zola writes {{ figure(src="a.png", alt="A dot") }}.
  const [, called, given = ""] =
    /^(\w+)\(([^]*)\)$/.exec(output?.trim() ?? "") ?? [];
  if (output !== undefined && !called) return toOutput(output.trim());
  const inside = called
    ? `${called} ${given.replace(/,\s*(?=\w+=)/g, " ")}`
    : ((hugo ? inHugo : inTag) ?? "");
  // In Hugo {{</* figure */>}} shows the tag itself.
  const shown = hugo && /^\/\*([^]*)\*\/$/.exec(inside.trim())?.[1];
  if (shown) return `\`{{${hugo}${shown}${hugo === "<" ? ">" : "%"}}}\``;
  const [name = "", ...rest] = inside.trim().split(/\s+/);
  const { named, words } = readArguments(rest.join(" "));
  const [first = "", ...more] = words;
  const article = (target: string) => {
    const [path = "", place] = target.split("#");
    const address = findArticle(path);
    return address && (place ? `${address}#${place}` : address);
  };
  switch (name) {
    case "image":
    case "figure": {
      const source = named["src"] ?? named["path"];
      const picture =
        source &&
        toPicture(
          named["alt"] ?? named["caption"] ?? "",
          source,
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
      const address = toEmbedPage(name, named["id"] ?? first);
      return address && toLink(address, address);
    }
  }
}

const isEmbed =
  /^(?:embed|youtube|vimeo|tweet|twitter|x|github|gist|codepen|codesandbox|jsfiddle|stackblitz|replit|post|user)$/;

/** {{ site.baseurl }}, {{ "/about/" | relative_url }} and {{ '/a.png' | prepend: site.baseurl }} give an address. */
const toOutput = (output: string): string | undefined =>
  /^site\.(?:baseurl|url)$/.test(output)
    ? ""
    : /^["']([^"']+)["']\s*\|\s*(?:relative_url|absolute_url|prepend:\s*site\.(?:baseurl|url)(?:\s*\|\s*prepend:\s*site\.url)?)$/.exec(
        output,
      )?.[1];

function readArguments(inside: string): {
  named: Record<string, string>;
  words: string[];
} {
  const named: Record<string, string> = Object.create(null) as Record<
    string,
    string
  >;
  const words: string[] = [];
  for (const [, name, ...values] of inside.matchAll(argument)) {
    const value = values.find((one) => one !== undefined) ?? "";
    if (name) named[name] = value;
    else words.push(value);
  }
  return { named, words };
}

/** The indentation of an offset that starts its line. */
const toIndent = (text: string, at: number): string =>
  /(?:^|\n)([ \t]*)$/.exec(text.slice(Math.max(0, at - 80), at))?.[1] ?? "";

/** A code block; its fence is longer than any in the code. */
function toFence(code: string, language: string, indent: string): string {
  const longest = Math.max(
    2,
    ...(code.match(/`+/g) ?? []).map(({ length }) => length),
  );
  const fence = "`".repeat(longest + 1);
  return `${fence}${/^[\w+#.-]+$/.test(language) ? language : ""}\n${code.replace(/^[ \t]*\n|\s+$/g, "")}\n${indent}${fence}`;
}
