import { toCount } from "#files/finding.ts";
import { readXml } from "./xml.ts";

/** Elements that run, load or hold what is no picture, in lower case and without a prefix. */
const refusedElements = new Set(
  "audio embed foreignobject handler html iframe link listener meta object script video".split(
    " ",
  ),
);
const animations = /^(?:set|animate.*)$/;

/** What an address may be written as: a part of the picture itself, or pixels, which hold nothing else. */
const isInside = (address: string): boolean =>
  /^(?:$|#|data:image\/(?:png|jpe?g|gif|webp|avif)[;,])/i.test(address);
const isFont = (address: string): boolean =>
  /^data:(?:font\/|application\/(?:x-)?font)/i.test(address);

/** How many shapes a picture may come to when <use> draws one again: what people draw stays far below. */
const mostShapes = 200_000;
const deepest = 1000;

type Drawn = { shapes: number; uses: string[] };

/**
 * What keeps an SVG from being a picture and nothing else, as it follows the file's name; undefined when it is one.
 * A browser runs what an SVG holds as soon as somebody opens its address.
 */
export function toSvgProblem(text: string): string | undefined {
  const encoding = /^<\?xml\s[^>]*encoding\s*=\s*["']([^"']*)/.exec(text)?.[1];
  if (encoding && !/^(?:utf-8|us-ascii)$/i.test(encoding))
    return `says that it is ${encoding}; only UTF-8 is read everywhere.`;
  const doctype = text.slice(Math.max(0, text.search(/<!DOCTYPE/i)));
  if (/<!ENTITY/i.test(text) || /^<!DOCTYPE[^>]*\[/i.test(doctype))
    return "has declarations of its own in it (<!ENTITY or <!DOCTYPE […]>).";
  if (/<\?xml-/i.test(text)) return "loads a style sheet.";

  /** What each id draws: shapes of its own, and other ids. The whole picture has none. */
  const drawn = new Map<string, Drawn>([["", { shapes: 0, uses: [] }]]);
  const open = [{ element: "", within: drawn.get("") as Drawn }];
  let style = "";
  let isRoot = true;
  try {
    for (const part of readXml(text)) {
      if (part.kind === "text") {
        if (open.some(({ element }) => element === "style")) style += part.text;
        continue;
      }
      const element = withoutPrefix(part.name);
      if (part.kind === "end") {
        open.pop();
        continue;
      }
      const attributes = part.attributes.map(
        ([name, value]) => [withoutPrefix(name), value, name] as const,
      );
      if (isRoot && !isSvgRoot(part.name, part.attributes))
        return 'is no SVG: it does not begin with <svg xmlns="http://www.w3.org/2000/svg">.';
      isRoot = false;
      if (refusedElements.has(element)) return `has a <${part.name}> in it.`;
      for (const [name, value, written] of attributes) {
        const problem = toAttributeProblem(element, name, value, written);
        if (problem) return problem;
      }
      const valueOf = (wanted: string) =>
        attributes.find(([name]) => name === wanted)?.[1].trim();
      let { within } = open.at(-1) as (typeof open)[number];
      within.shapes++;
      if (element === "use")
        within.uses.push(valueOf("href")?.slice(1) ?? "nothing");
      const id = valueOf("id");
      if (id && !drawn.has(id)) {
        within.uses.push(id);
        within = { shapes: 0, uses: [] };
        drawn.set(id, within);
      }
      open.push({ element, within });
    }
  } catch {
    return "is damaged: it cannot be read as SVG.";
  }
  const loaded = toStyleProblem(style);
  if (loaded) return loaded;
  return countShapes(drawn) > mostShapes
    ? `comes to more than ${toCount(mostShapes)} shapes when it is drawn.`
    : undefined;
}

const withoutPrefix = (name: string): string =>
  name.slice(name.indexOf(":") + 1).toLowerCase();

/** <svg xmlns="…"> or, as old tools write it, <svg:svg xmlns:svg="…">. */
function isSvgRoot(root: string, attributes: [string, string][]): boolean {
  const [, prefix] = /^(?:(.+):)?svg$/.exec(root) ?? [];
  const wanted = prefix ? `xmlns:${prefix}` : "xmlns";
  return (
    /^(?:.+:)?svg$/.test(root) &&
    attributes.some(
      ([name, value]) =>
        name === wanted && value === "http://www.w3.org/2000/svg",
    )
  );
}

function toAttributeProblem(
  element: string,
  name: string,
  value: string,
  written: string,
): string | undefined {
  // White space and control characters in an address count for nothing.
  const address = value.replace(/[\u0000-\u0020\u007f-\u00a0]/g, "");
  if (/^on[a-z]/.test(name)) return `has ${written} in it, which runs code.`;
  if (/(?:java|vb)script:/i.test(address))
    return `has ${written} with an address that runs code.`;
  if (/^xmlns(?::|$)/i.test(written))
    return /xhtml|mathml/i.test(address) ? "has HTML in it." : undefined;
  if (/^xml:base$/i.test(written)) return "has xml:base in it.";
  if (animations.test(element) && name === "attributename")
    return /^(?:.*:)?(?:href|src|on.*)$/i.test(address)
      ? `changes ${address} with <${element}>.`
      : undefined;
  if (name === "href" || name === "src") {
    if (isInside(address)) return undefined;
    // A link loads nothing until somebody follows it.
    if (
      element === "a" &&
      /^(?:https?:|mailto:|(?![a-z][a-z0-9+.-]*:))/i.test(address)
    )
      return undefined;
    return `loads ${shorten(address)}.`;
  }
  return toStyleProblem(value);
}

/** CSS that loads: an @import, or an address outside of the file, behind escapes like \75rl(…) too. */
function toStyleProblem(style: string): string | undefined {
  const css = style.replace(
    /\\(?:([\da-f]{1,6})\s?|([^]))/gi,
    (_, hex: string | undefined, sign: string) =>
      hex ? String.fromCodePoint(Math.min(parseInt(hex, 16), 0x10ffff)) : sign,
  );
  if (/@import/i.test(css)) return "loads a style sheet with @import.";
  if (/\b(?:image-set|image|src|cross-fade)\(/i.test(css))
    return "loads a picture from its style.";
  for (const [, written = ""] of css.matchAll(/url\(\s*["']?([^"')]*)/gi)) {
    const address = written.replace(/[\u0000-\u0020]/g, "");
    if (!isInside(address) && !isFont(address))
      return `loads ${shorten(address)} from its style.`;
  }
  return undefined;
}

const shorten = (address: string): string =>
  address.length > 60 ? `${address.slice(0, 59)}…` : address;

/** How many shapes are drawn in all; endless when one draws itself, or draws what draws what draws…. */
function countShapes(drawn: ReadonlyMap<string, Drawn>): number {
  const counted = new Map<string, number>();
  const count = (id: string, depth: number): number => {
    const known = counted.get(id);
    if (known !== undefined) return known;
    if (depth > deepest) return Infinity;
    // Until it is counted it counts as endless: who comes here again has gone in a circle.
    counted.set(id, Infinity);
    const { shapes, uses } = drawn.get(id) ?? { shapes: 0, uses: [] };
    const all = uses.reduce((sum, use) => sum + count(use, depth + 1), shapes);
    counted.set(id, all);
    return all;
  };
  return count("", 0);
}
