/** [gallery ids="1,2"], [/tab]: a name that WordPress itself has, or one with something=… in it, or a closing one. */
export const shortcode =
  /\[\/?(?:(?:gallery|audio|video|playlist|caption|embed|code|sourcecode|youtube|vimeo|gist|contact-form-7)\b[^\]\n]{0,500}|[a-z][\w-]{1,40}(?:\s+[\w-]{1,40}=[^\]\n]{1,500})+)\]|\[\/[a-z][\w-]{1,40}\]/g;

/** A text in pieces: words and short forms in turn, words first. */
export function splitText(
  text: string,
  shortForm: RegExp,
): { words: string; code?: string }[] {
  const pieces: { words: string; code?: string }[] = [];
  let old = 0;
  for (const { 0: code, index } of text.matchAll(shortForm)) {
    pieces.push({ words: text.slice(old, index), code });
    old = index + code.length;
  }
  return [...pieces, { words: text.slice(old) }];
}

/** WordPress's own step from text with empty lines to paragraphs. No line moves; nothing in <pre> changes. */
export const toParagraphs = (text: string): string =>
  text
    .split(/(<pre[\s>][^]*?<\/pre>)/i)
    .map((stretch) =>
      /^<pre[\s>]/i.test(stretch)
        ? stretch
        : stretch
            .split(/(\n[ \t]*\n\s*)/)
            .map((block) =>
              block.trim() === "" ||
              /^\s*<\/?(?:address|blockquote|details|div|dl|figure|form|h[1-6]|hr|iframe|ol|p|pre|script|section|style|table|ul)\b/i.test(
                block,
              )
                ? block
                : `<p>${block.replace(/(?<!^|>)\n(?!$)/g, "<br>\n")}</p>`,
            )
            .join(""),
    )
    .join("");
