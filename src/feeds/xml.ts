/** What XML cannot hold in any spelling: most control characters, half a surrogate pair, U+FFFE and U+FFFF. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** A text without the characters that XML forbids: one of them makes a whole feed unreadable. */
export const toXmlText = (text: string): string => text.replace(forbidden, "");

const signs: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

/** A text as XML writes it, in an element or in an attribute. */
export const escapeXml = (text: string): string =>
  toXmlText(text).replace(/[&<>"]/g, (sign) => signs[sign] as string);

/** An element with a text, or with other elements as they stand: `toElement("id", escapeXml(id))`. */
export const toElement = (
  name: string,
  attributes: Record<string, string | number | undefined>,
  content = "",
): string => {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
    .join("");
  return content
    ? `<${name}${written}>${content}</${name}>`
    : `<${name}${written}/>`;
};
