import type { Element, ElementContent } from "hast";
import { find, toElement, toText } from "./hast.ts";

/** The names of some languages in plugins. */
const others: Readonly<Record<string, string>> = {
  none: "",
  default: "",
  generic: "",
  raw: "",
  plain: "text",
  jscript: "js",
  "c#": "csharp",
  "c-sharp": "csharp",
  "c++": "cpp",
  rails: "ruby",
};

/** The language in the attributes of code: lang="php", class="language-php", class="brush: php; gutter: false". */
export function toLanguage({ properties }: Element): string | undefined {
  const classes = [properties["className"]].flat().join(" ");
  const written =
    ["lang", "dataLang", "dataLanguage", "dataEnlighterLanguage"]
      .map((name) => toText(properties[name]))
      .find(Boolean) ??
    /(?:^|\s)(?:brush:|lang(?:uage)?[:-]|highlight-source-|(?:figure )?highlight (?=\w+$)|hljs (?=\w+$))\s*([\w+#-]+)/i.exec(
      classes,
    )?.[1];
  const name = (
    written ?? (properties["name"] === "code" ? classes : undefined)
  )?.toLowerCase();
  return name === undefined ? undefined : (others[name] ?? name);
}

export function toCodeBlock(pre: Element, outer?: string): Element {
  const code = find(pre, ({ tagName }) => tagName === "code");
  const language = toLanguage(pre) ?? (code && toLanguage(code)) ?? outer;
  const value = toLines(pre.children);
  return toElement("pre", [
    toElement(
      "code",
      [{ type: "text", value }],
      language ? { className: [`language-${language}`] } : {},
    ),
  ]);
}

/** The text of code. A <br>, and the end of a <div> or <p>, ends a line, if none follows. */
export function toLines(nodes: readonly ElementContent[]): string {
  let text = "";
  let ends = false;
  for (const node of nodes) {
    if (node.type !== "text" && node.type !== "element") continue;
    const isBreak = node.type === "element" && node.tagName === "br";
    const part = node.type === "text" ? node.value : toLines(node.children);
    if (ends && (isBreak || (part !== "" && !part.startsWith("\n"))))
      text += "\n";
    if (part !== "" || isBreak) ends = false;
    text += part;
    ends ||=
      isBreak || (node.type === "element" && /^(?:div|p)$/.test(node.tagName));
  }
  return ends ? `${text}\n` : text;
}
