/** WordPress's own shortcodes, others with attributes, and all closing ones: [gallery], [box type="a"], [/tab]. */
export const shortcode =
  /\[\/?(?:(?:gallery|audio|video|playlist|caption|embed|code|sourcecode|youtube|vimeo|gist|contact-form-7)\b[^\]\n]{0,500}|[a-z][\w-]{1,40}(?:\s+[\w-]{1,40}=[^\]\n]{1,500})+)\]|\[\/[a-z][\w-]{1,40}\]/g;

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

/** Makes paragraphs at empty lines, as WordPress does. Line numbers and <pre> blocks stay the same. */
export const toParagraphs = (text: string): string =>
  text
    .split(/(<pre[\s>][^]*?<\/pre>)/i)
    .map((part) =>
      /^<pre[\s>]/i.test(part)
        ? part
        : part
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
