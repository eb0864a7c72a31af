/** Characters that XML cannot hold in any form: most control characters, lone surrogates, U+FFFE and U+FFFF. */
const forbidden =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

const reported = new Set<string>();

/**
 * Removes the characters that XML forbids, because one of them makes a whole feed unreadable. No format has them, so that
 * all say the same.
 * @param file the text's file: what was removed is reported once on the terminal
 */
export function toXmlText(text: string, file?: string): string {
  const kept = text.replace(forbidden, "");
  if (file && kept !== text && !reported.has(file)) {
    reported.add(file);
    const found = new Set(text.match(forbidden)?.map(toCodePoint));
    console.warn(`${file}
  Feeds omit ${[...found].join(", ")}, which XML cannot hold: no feed reader could open them otherwise.
  Remove it from the text, or what becomes it there, like &#1; or \\u0001.`);
  }
  return kept;
}

const toCodePoint = (character: string): string =>
  `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
};

export const escapeXml = (text: string): string =>
  toXmlText(text).replace(/[&<>"]/g, (character) => entities[character] ?? "");

/** XML or HTML that is escaped already. */
export type Markup = { markup: string };
type Value = Markup | string | number | false | undefined | Value[];

/** Markup from a template: escapes values, joins lists, omits false and undefined, and removes indentation. */
export const xml = (
  parts: TemplateStringsArray,
  ...values: Value[]
): Markup => ({
  markup: parts
    .map(
      (part, index) =>
        part.replace(/\n\s*(?=<|$)/g, "").replace(/\n\s*/g, " ") +
        write(values[index]),
    )
    .join(""),
});

const write = (value: Value): string =>
  Array.isArray(value)
    ? value.map(write).join("")
    : typeof value === "object"
      ? value.markup
      : escapeXml(String(value === false ? "" : (value ?? "")));
