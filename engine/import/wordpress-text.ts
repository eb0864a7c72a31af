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
