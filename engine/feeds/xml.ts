/** What XML cannot hold in any spelling: most control characters, half a surrogate pair, U+FFFE and U+FFFF. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** The files that a writer has been told of. */
const told = new Set<string>();

/**
 * A text without the characters that XML forbids: one of them makes a whole feed unreadable. No format has them, so that
 * all bring the same.
 * @param file whose text it is: says once on the terminal what was left out of it
 */
export function toXmlText(text: string, file?: string): string {
  const kept = text.replace(forbidden, "");
  if (file && kept !== text && !told.has(file)) {
    told.add(file);
    const found = new Set((text.match(forbidden) ?? []).map(toCodePoint));
    console.warn(`${file}
  The feeds go without ${[...found].join(", ")}, which XML cannot hold: with it no reader could open them.
  Take it out of the text, or what stands for it there, like &#1; or \\u0001.`);
  }
  return kept;
}

/** "U+000B" */
const toCodePoint = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

const signs: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** A text as XML writes it, in an element or in an attribute. */
export const escapeXml = (text: string): string =>
  toXmlText(text).replace(/[&<>"]/g, (sign) => signs[sign] as string);

/** An element around what is XML already: `toElement("id", {}, escapeXml(id))`. Attributes are escaped here. */
export const toElement = (
  name: string,
  attributes: Record<string, string | number>,
  content = "",
): string => {
  const written = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join("");
  return content
    ? `<${name}${written}>${content}</${name}>`
    : `<${name}${written}/>`;
};
