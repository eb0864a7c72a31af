import { hash } from "node:crypto";

const keys = new WeakMap<object, string>();
/** A shorter text is its own key: a hash takes longer. In characters. */
const leastHashed = 120;

/**
 * A hash of all props of a page: equal keys mean equal pages. Objects shared by many pages are hashed once.
 * @throws an Error for a value that cannot be compared, such as a function
 */
export function toPageKey(value: unknown): string {
  if (typeof value !== "object" || value === null) return toText(value);
  const known = keys.get(value);
  if (known) return known;
  const isList = Array.isArray(value);
  // Reading any other property of a picture tells Astro that the page uses the original.
  const picture = (value as { clone?: object }).clone;
  let text = "";
  if (picture) text = JSON.stringify(picture);
  else if (isList) for (const item of value) text += `${toPageKey(item)}\n`;
  else if (value instanceof Date) text = value.toISOString();
  else if (Object.getPrototypeOf(value) === Object.prototype)
    for (const name in value) {
      const item = (value as Record<string, unknown>)[name];
      if (item !== undefined) text += `${name}\0${toPageKey(item)}\n`;
    }
  else throw new Error(`A page's props have a ${value.constructor.name}`);
  const kind = isList ? "list" : "object";
  if (text.length < leastHashed) return `${kind} {${text}}`;
  const key = `${kind} ${hash("sha256", text, "base64")}`;
  keys.set(value, key);
  return key;
}

function toText(value: unknown): string {
  if (typeof value === "function" || typeof value === "symbol") {
    // An SVG is a component with the picture's metadata.
    const { src, width, height } = value as unknown as Record<string, unknown>;
    if (typeof src !== "string")
      throw new Error(`A page's props have a ${typeof value}`);
    return `svg ${JSON.stringify([src, width, height])}`;
  }
  return typeof value === "bigint"
    ? `bigint ${value}`
    : `${typeof value} ${JSON.stringify(value)}`;
}
