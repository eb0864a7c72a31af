/** Curls the straight quotes in all texts of a value from front matter, as Markdown does in a text. */
export function toTypeset<T>(value: T): T {
  if (typeof value === "string") return curl(value) as T;
  if (Array.isArray(value)) return value.map(toTypeset) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, toTypeset(inner)]),
  ) as T;
}

const curl = (text: string): string =>
  text
    .replace(/(?<![^\s(–—])"/g, "“")
    .replaceAll('"', "”")
    .replace(/(?<![^\s(–—“])'(?!\d0)/g, "‘")
    .replaceAll("'", "’");
