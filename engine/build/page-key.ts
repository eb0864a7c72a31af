import { createHash } from "node:crypto";

const keys = new WeakMap<object, string>();

/**
 * A hash of all props of a page: equal keys mean equal pages. Objects shared by many pages are hashed once.
 * @throws an Error for a value that cannot be compared, such as a function
 */
export function toPageKey(value: unknown): string {
  if (typeof value !== "object" || value === null) return toText(value);
  const known = keys.get(value);
  if (known) return known;
  const hash = createHash("sha256");
  // Reading any other property of a picture tells Astro that the page uses the original.
  const picture = (value as { clone?: object }).clone;
  if (picture) hash.update(JSON.stringify(picture));
  else if (Array.isArray(value))
    for (const item of value) hash.update(`${toPageKey(item)}\n`);
  else if (value instanceof Date) hash.update(value.toISOString());
  else if (Object.getPrototypeOf(value) === Object.prototype)
    for (const [name, item] of Object.entries(value)) {
      if (item !== undefined) hash.update(`${name}\0${toPageKey(item)}\n`);
    }
  else throw new Error(`A page's props have a ${value.constructor.name}`);
  const key = `${Array.isArray(value) ? "list" : "object"} ${hash.digest("base64")}`;
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
