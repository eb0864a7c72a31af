const blockNames =
  "address|area|article|aside|blockquote|caption|col|colgroup|dd|details|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|header|hgroup|hr|legend|li|map|math|menu|nav|ol|p|pre|section|style|summary|table|tbody|td|tfoot|th|thead|tr|ul";
const attributes = String.raw`(?=[\s/>])(?:"[^"]*"|'[^']*'|[^"'<>])*>`;
const comment = String.raw`<!--(?:(?!<!--)[^])*?-->`;
/** An element with its content, in which line ends mean nothing. */
const whole = (names: string) =>
  String.raw`<(${names})\b(?:(?!<\1\b)[^])*?<\/\1\s*>`;
/** The parts of HTML: what ends or separates paragraphs, and what they contain. */
const toParts = (isClassic: boolean) =>
  new RegExp(
    [
      whole(
        "pre|code|script|style|svg|math|object|audio|video|select|textarea",
      ),
      String.raw`(?<block><(?<slash>\/?)(?<tag>${blockNames})${attributes})`,
      String.raw`(?<gap>(?<=[^\s>])<!--(?:more|nextpage)\b(?:(?!<!--)[^]){0,500}?-->(?=[^\s<])|<br\s*\/?>(?:\s*<br\s*\/?>)+${isClassic ? String.raw`|\n[ \t]*\n\s*` : ""})`,
      String.raw`(?<silent>${comment}|[ \t]+)`,
      String.raw`(?<lineBreak><br\s*\/?>)`,
      String.raw`<\/?[a-z][\w-]*${attributes}`,
      isClassic ? String.raw`(?<line>\n)|[^<\n]+` : "[^<]+",
      "<",
    ].join("|"),
    "gi",
  );
/** Comments, and tags that show nothing themselves. */
const unseen = new RegExp(
  String.raw`${comment}|<\/?(?:a|abbr|b|big|center|code|del|em|font|i|ins|kbd|q|s|small|span|strike|strong|sub|sup|tt|u)${attributes}`,
  "gi",
);

/** Makes the paragraphs that a browser would show. In classic WordPress line ends count. Line numbers stay. */
export function toParagraphs(html: string, isClassic: boolean): string {
  let [out, words] = ["", ""];
  /** Whether nothing separates the words from the opening tag before them: <li>words. */
  let isGlued = false;
  /** Whether a line end would be the second one, or the first thing in a paragraph. */
  let isNewLine = true;
  /** Where the words continue after a <br> that nothing has followed yet, except for tags. */
  let afterBreak = -1;
  const flush = (ending = "") => {
    const text = words.replace(/<br>(\s*)$/, "$1");
    const [before = ""] = /^\s*/.exec(text) ?? [];
    out +=
      isGlued || words.replace(unseen, "").trim() === ""
        ? text
        : `${before}<p>${text.slice(before.length)}${ending === "p" ? "" : "</p>"}`;
    words = "";
    [isGlued, isNewLine, afterBreak] = [false, true, -1];
  };
  for (const { 0: part, 1: name, groups } of html.matchAll(
    toParts(isClassic),
  )) {
    const {
      block,
      slash,
      tag = "",
      gap,
      silent,
      lineBreak,
      line,
    } = groups ?? {};
    if (block !== undefined || /^pre$/i.test(name ?? "")) {
      flush(slash ? tag.toLowerCase() : "");
      out += part;
      isGlued = slash === "" && !/^(?:hr|blockquote)$/i.test(tag);
    } else if (gap !== undefined) {
      flush();
      out += gap.replace(/[^\n]+/g, "");
    } else {
      const isBreak = lineBreak !== undefined;
      // <br><span><br> separates paragraphs, too.
      if (isBreak && afterBreak >= 0) {
        words =
          words.slice(0, afterBreak).replace(/<br\s*\/?>$/i, "") +
          words.slice(afterBreak);
        flush();
        continue;
      }
      // Code with lines becomes a block.
      if (/^code$/i.test(name ?? ""))
        words += part.trim().replace(/\n/g, "<br>\n");
      else words += line === undefined || isNewLine ? part : `<br>${part}`;
      if (silent === undefined) isNewLine = isBreak || line !== undefined;
      if (isBreak) afterBreak = words.length;
      else if (part.replace(unseen, "").trim() !== "") afterBreak = -1;
    }
  }
  flush();
  return out;
}

/** <!-- wp:name {"attribute": 1} -->, with / at the end if it has no content. */
const blockComment = /<!--\s+(\/)?wp:[a-z][\w/-]*\s(?:(?!<!--)[^])*?(\/)?-->/g;

/** Makes the paragraphs of a WordPress text; what is inside its blocks has them already. */
export function toWordPressParagraphs(text: string): string {
  let [out, old, depth] = ["", 0, 0];
  for (const { 0: tag, 1: isEnd, 2: isEmpty, index } of text.matchAll(
    blockComment,
  )) {
    const before = text.slice(old, index);
    out += (depth > 0 ? before : toParagraphs(before, true)) + tag;
    depth = Math.max(0, depth + (isEmpty ? 0 : isEnd ? -1 : 1));
    old = index + tag.length;
  }
  return out + toParagraphs(text.slice(old), true);
}
