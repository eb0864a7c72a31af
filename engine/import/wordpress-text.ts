import { quote } from "gatepost/model/fields.ts";
import { toEmbedPage } from "./embeds.ts";
import type { TakeNote } from "./source.ts";
import { toLines } from "./splice.ts";

/** WordPress's own shortcodes, others with attributes, all closing ones, and [[escaped]] ones. */
export const shortcode =
  /\[\[[a-z/][^\]\n]{0,500}\]\]|\[\/?(?:(?:gallery|audio|video|playlist|caption|embed|code|sourcecode|youtube|vimeo|gist|contact-form-7)\b[^\]\n]{0,500}|[a-z][\w-]{1,40}\s+[\w-]{1,40}=[^\]\n]{1,500}(?:\n\s*[\w-]{1,40}=[^\]\n]{1,500}){0,20})\]|\[\/[a-z][\w-]{1,40}\]/g;

/** Splits a text at its template tags: each part is some words and the tag after them. */
export function splitText(
  text: string,
  tag: RegExp,
): { words: string; code?: string }[] {
  const parts: { words: string; code?: string }[] = [];
  let old = 0;
  for (const { 0: code, index } of text.matchAll(tag)) {
    parts.push({ words: text.slice(old, index), code });
    old = index + code.length;
  }
  return [...parts, { words: text.slice(old) }];
}

/** Shortcodes named after the language of their code. */
const languages =
  "actionscript3|as3|bash|c|clojure|cpp|csharp|css|delphi|diff|erlang|fsharp|go|groovy|html|java|javascript|js|jscript|latex|matlab|objc|perl|php|plain|powershell|ps|py|python|r|rb|ruby|sass|scala|scss|shell|sql|swift|text|vb|xhtml|xml|yaml";
/** What is read here, after everything in which it would mean something else. */
const readable = new RegExp(
  [
    String.raw`(?:<!--\s+wp:(?:(?!-->|<!--)[^]){0,2000}?"language":"(?<block>[\w+#-]+)"(?:(?!-->|<!--)[^]){0,2000}-->\s*)?<(?<name>pre|code|script|style|textarea)\b(?<attributes>[^<>]*)>(?<inside>(?:(?!<\k<name>\b)[^])*?)<\/\k<name>\s*>`,
    String.raw`<!--\s+wp:(?:core-)?embed\S*\s+(?<embed>\{(?:(?!-->|<!--)[^])*\})\s+\/-->`,
    String.raw`<!--(?:(?!<!--)[^])*?-->`,
    String.raw`<\/?[a-z](?:"[^"]*"|'[^']*'|[^"'<>])*>`,
    String.raw`\[\[[a-z/][^\]\n]{0,500}\]\]`,
    String.raw`\$latex\b[^$\n]{0,500}\$|\$\$[^$]{0,1000}\$\$|\\\((?:(?!\\[()])[^]){0,500}\\\)|\\\[(?:(?!\\[[\]])[^]){0,1000}\\\]|\[(?<formula>latex|math|katex)\](?:(?!\[\k<formula>\b)[^])*?\[\/\k<formula>\]`,
    String.raw`\[(?<code>code|source|sourcecode|${languages})(?<options>(?:\s[^\]\n]{0,500})?)\](?<program>(?:(?!\[\k<code>\b)[^])*?)\[\/\k<code>\]`,
    String.raw`\[(?<player>youtube|embedyt|vimeo|embed|gist)\b(?<video>[^\]\n]{0,500})\](?:(?<film>[^[\]\n]{0,500})\[\/\k<player>\])?`,
    String.raw`(?<![ \t])[ \t]*\[(?<tag>ref|footnote|fn|mfn|efn_note)\b[^\]\n]{0,500}\](?<words>(?:(?!\[\k<tag>\b)[^])*?)\[\/\k<tag>\]`,
    String.raw`(?<![ \t])[ \t]*\(\((?<aside>(?:[^()\n]|\n(?!\s*\n)|\([^()\n]{0,500}\)){1,5000})\)\)`,
    String.raw`(?=https?:)(?<=(?:^|\n)[ \t]*)(?<address>https?:\/\/[^\s<>"]+)(?=[ \t]*(?:\n|$))`,
  ].join("|"),
  "gi",
);
/** Attributes by which a plugin colours code: lang="php", class="brush: php", class="lang:php", name="code" class="php". */
const coloured =
  /\slang=|\bbrush:|\blang:|\sdata-enlighter|\sname=["']code["']/i;

/**
 * Writes as HTML what a publishing system shows, but HTML does not say: code that a plugin colours and, in WordPress, its
 * shortcodes for code, videos and footnotes, and the addresses on lines of their own. Line numbers stay the same.
 */
export function toHtml(
  text: string,
  isWordPress: boolean,
  line: number,
  note: TakeNote,
): string {
  const notes: string[] = [];
  const lineOf = toLines(text);
  const html = text.replace(readable, (written: string, ...rest) => {
    const [offset, , found] = rest.slice(-3) as [
      number,
      string,
      Record<string, string | undefined>,
    ];
    const { name, attributes = "", inside = "", block } = found;
    if (block) return written.replace(/<pre\b/i, `<pre lang="${block}"`);
    if (coloured.test(attributes)) {
      // <script type="syntaxhighlighter" class="brush: js"><![CDATA[…]]></script>
      if (/^script$/i.test(name ?? ""))
        return `<pre${attributes}>${escape(inside.replace(/^\s*<!\[CDATA\[|\]\]>\s*$/g, ""))}</pre>`;
      // <textarea name="code" class="js">, which may be escaped.
      if (/^textarea$/i.test(name ?? ""))
        return `<pre${attributes}>${inside.replaceAll("<", "&lt;")}</pre>`;
    }
    if (name)
      return /^pre$/i.test(name) &&
        coloured.test(attributes) &&
        !/escaped=["']true|^\s*<code\b/i.test(attributes + inside) &&
        /<(?!br\s*\/?>)/i.test(inside)
        ? `<pre${attributes}>${escape(inside)}</pre>`
        : written;
    if (!isWordPress) return written;
    const { code, options = "", program = "" } = found;
    if (code) {
      const language =
        /\b(?:lang(?:uage)?)\s*=\s*["']?([\w+#-]+)/i.exec(options)?.[1] ??
        (/^(?:code|source|sourcecode)$/i.test(code) ? "" : code);
      // The visual editor of WordPress escapes code, the other one does not.
      const shown = program.includes("<") ? escape(program) : program;
      return program.includes("\n") || language
        ? `<pre lang="${language}">${shown}</pre>`
        : `<code>${shown}</code>`;
    }
    const { player, video = "", film = "", embed, address } = found;
    const page =
      address ??
      (embed
        ? /"url":"([^"]+)"/.exec(embed)?.[1]?.replace(/\\(?=\/)/g, "")
        : player && toPage(player.toLowerCase(), video, film));
    if (page) return `<p>${page.replace(/\\u0026/g, "&amp;")}</p>`;
    const { aside } = found;
    const words = found["words"] ?? aside;
    if (words === undefined || !/\p{L}/u.test(words)) return written;
    if (aside !== undefined) {
      if (
        !isNote(
          aside,
          /[\p{L}\p{N}]/u.test(text.charAt(offset - 1)) && /^\(/.test(written),
        )
      )
        return written;
      note(
        "guessed",
        `a footnote: ${quote(`((${aside}))`)}`,
        lineOf(offset) + line - 1,
      );
    }
    const number = notes.push(words);
    return `<sup><a href="#import-note-${number}" id="import-mark-${number}">${number}</a></sup>`;
  });
  const items = notes.map(
    (words, index) =>
      `<li id="import-note-${index + 1}">${words.replaceAll("\n", " ")} <a href="#import-mark-${index + 1}">↩</a></li>`,
  );
  return items.length > 0 ? `${html}<ol>${items.join("")}</ol>` : html;
}

/** Whether the words in (( )) are a note, not a formula, code or a word in two brackets. */
const isNote = (words: string, isGlued: boolean): boolean => {
  const plain = words.replace(/<[^<>]*>|https?:[^\s<>]+/g, "");
  return (
    !/[=+*^|\\{}[\]<>]|&&|&(?:amp|lt|gt);(?:&|$|\s*\S{1,3}$)|\w_\w|^\S+\s[-/%]\s\S+$/.test(
      plain,
    ) &&
    (!isGlued ||
      /^\P{Ll}|[.!?]$|(?:\p{L}{2,}\P{L}+){2}\p{L}/u.test(plain.trim())) &&
    /\p{L}{2,}[^\p{L}]+\p{L}{2,}|\p{L}.*[.!?]$|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]{4}|。$/su.test(
      plain.trim(),
    )
  );
};

const escape = (code: string): string =>
  code.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The page of [youtube dQw4], [youtube=https://…], [vimeo id="1"] and [embed]https://…[/embed]. */
const toPage = (
  name: string,
  options: string,
  content: string,
): string | undefined => {
  const given = `${content} ${options}`;
  const [address] = /https?:\/\/[^\s"'<>\]]+/.exec(given) ?? [];
  const id = /(?:^|[\s="'])([\w-]{6,20})(?=$|[\s"'&])/.exec(given)?.[1];
  // The player's size follows the address: https://youtu.be/ID&w=640&h=360.
  if (!/^(?:youtube|embedyt|vimeo)$/.test(name) && address) return address;
  const page = address?.replace(
    /[?&](?:amp;|#0?38;)?(?:w|h|width|height|rel)=\d{1,4}(?!\w)/gi,
    "",
  );
  return page?.includes("?")
    ? page
    : (page?.replace("&", "?") ?? (id && toEmbedPage(name, id)));
};
