import { XMLParser, XMLValidator } from "fast-xml-parser";
import { toCount } from "#files/finding.ts";
import { quote } from "#model/fields.ts";

const namespace = "http://www.w3.org/2000/svg";

/** Every other element without a prefix is refused: it runs or loads something, or is not part of a drawing. */
const allowedElements = new Set(
  `a animate animateMotion animateTransform circle clipPath defs desc ellipse filter g image line linearGradient marker
   mask metadata mpath path pattern polygon polyline radialGradient rect set stop style svg switch symbol text textPath
   title tspan use view`.split(/\s+/),
);
const isAllowed = (element: string): boolean =>
  allowedElements.has(element) || /^fe[A-Z]/.test(element);

/** Attributes that browsers only store or read aloud, so that any value is harmless. */
const isText = (attribute: string): boolean =>
  /^(?:aria-|data-|id$|class$)|:/.test(attribute);

/** Addresses that stay within the file: an element of it, embedded pixels or an embedded font. */
const isInside = (address: string): boolean =>
  /^\s*(?:$|#|data:(?:image\/(?:png|jpe?g|gif|webp|avif)[;,]|font\/|application\/(?:x-)?font))/i.test(
    address,
  );

/** Comments and CDATA, in which & is an ordinary character. */
const unparsed = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/g;
/** References to entities that XML itself does not have, such as HTML's &nbsp;. */
const foreignReference =
  /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-f]{1,6});)/i;

/** The most elements that a drawing may have once every `<use>` is replaced by what it draws. */
const mostShapes = 200_000;

type Element = {
  name: string;
  attributes: [name: string, value: string][];
  children: Element[];
  text: string;
};

/** With `preserveOrder`, an element is { name: children, ":@": attributes }, and text is { "#text": … }. */
type Parsed = { "#text"?: string; ":@"?: Record<string, string> } & {
  [name: string]: unknown;
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  trimValues: false,
  htmlEntities: true,
});

/** Why an SVG is not just a drawing, to follow its name. Browsers run scripts in an SVG opened at its own address. */
export function toSvgProblem(text: string): string | undefined {
  const encoding = /^<\?xml\s[^>]*encoding\s*=\s*["']([^"']*)/.exec(text)?.[1];
  if (encoding && !/^(?:utf-8|us-ascii)$/i.test(encoding))
    return `declares the encoding ${encoding}, but only UTF-8 works everywhere.`;
  // Many programs write a DOCTYPE that names the standard and declares nothing.
  const document = text
    .replace(/^\s*<\?xml\s[^<>]*\?>/, "")
    .replace(
      /<!DOCTYPE\s+svg(?:\s+(?:PUBLIC|SYSTEM|"[^"<>]*"|'[^'<>]*'))*\s*>/,
      "",
    );
  if (/<!(?:ENTITY|DOCTYPE)/i.test(document))
    return "contains declarations (<!ENTITY or <!DOCTYPE […]>).";
  if (document.includes("<?")) return "has instructions for programs in it.";
  const tooMany = `comes to more than ${toCount(mostShapes)} shapes when it is drawn.`;
  // Before parsing, which would take seconds.
  if ((document.match(/<\w/g)?.length ?? 0) > mostShapes) return tooMany;
  let roots: Element[];
  try {
    if (
      XMLValidator.validate(document) !== true ||
      foreignReference.test(document.replace(unparsed, ""))
    )
      throw new Error("Not XML");
    roots = toElements(parser.parse(document) as Parsed[]).children;
  } catch {
    return "is damaged: it cannot be read as SVG.";
  }
  const [root] = roots;
  const prefix = root?.name === "svg:svg" ? "xmlns:svg" : "xmlns";
  if (
    !root ||
    roots.length > 1 ||
    !/^(?:svg:)?svg$/.test(root.name) ||
    !root.attributes.some((one) => one[0] === prefix && one[1] === namespace)
  )
    return 'is no SVG: it does not begin with <svg xmlns="http://www.w3.org/2000/svg">.';
  return (
    toElementProblem(root) ??
    (countShapes(root) > mostShapes ? tooMany : undefined)
  );
}

function toElements(parsed: readonly Parsed[], name = ""): Element {
  const element: Element = { name, attributes: [], children: [], text: "" };
  for (const part of parsed) {
    const { "#text": text, ":@": attributes = {}, ...other } = part;
    if (text !== undefined) element.text += text;
    for (const [child, inside] of Object.entries(other))
      element.children.push({
        ...toElements(inside as Parsed[], child),
        attributes: Object.entries(attributes),
      });
  }
  return element;
}

function toElementProblem(element: Element): string | undefined {
  const { name, attributes, children, text } = element;
  // Browsers ignore an editor's elements, which have other prefixes: no prefix may mean HTML or SVG.
  const local = name.replace(/^svg:/, "");
  if (!local.includes(":") && !isAllowed(local))
    return `has a <${name}> in it.`;
  for (const attribute of attributes) {
    const problem = toAttributeProblem(local, ...attribute);
    if (problem) return problem;
  }
  return (
    (local === "style" ? toStyleProblem(text) : undefined) ??
    children.map(toElementProblem).find(Boolean)
  );
}

function toAttributeProblem(element: string, name: string, value: string) {
  const [local = "", prefix] = name.split(":").toReversed();
  if (/^on/i.test(local)) return `has ${name} in it, which runs code.`;
  if (name === "xmlns" || name === "xmlns:svg")
    return value === namespace ? undefined : `has ${name}=${quote(value)}.`;
  if (prefix === "xmlns")
    return /svg\s*$|html|mathml/i.test(value)
      ? `has ${name}=${quote(value)}.`
      : undefined;
  if (name === "xml:base") return "has xml:base in it.";
  if (/^(?:href|src)$/i.test(local))
    return isInside(value)
      ? undefined
      : `has ${name}=${quote(value)} in it, which leads out of the drawing.`;
  if (
    name === "attributeName" &&
    /(?:^|:)(?:href|src|on.*)$/i.test(value.trim())
  )
    return `changes ${value.trim()} with <${element}>.`;
  if (!isText(name)) return toStyleProblem(value);
  // Inkscape writes where it exported a drawing to, often with a person's name.
  return /^(?:file:\/*)?(?:[a-z]:)?[/\\](?:home|Users)[/\\]/i.test(value)
    ? `names a file of somebody's computer: ${name}=${quote(value)}.`
    : undefined;
}

/** CSS that loads something. Escapes could hide it, and a drawing needs none. */
function toStyleProblem(css: string): string | undefined {
  if (css.includes("\\")) return "has a backslash in its style.";
  if (/@import/i.test(css)) return "loads a style sheet with @import.";
  if (/\b(?:image-set|image|src|cross-fade)\(/i.test(css))
    return "loads a picture from its style.";
  for (const [, address = ""] of css.matchAll(/url\(\s*["']?([^"')]*)/gi))
    if (!isInside(address))
      return `loads ${quote(address).slice(1, -1)} from its style.`;
  return undefined;
}

/** The elements drawn once every `<use>` is replaced by what it draws; Infinity for one that draws itself. */
function countShapes(root: Element): number {
  const ids = new Map<string, Element>();
  const counted = new Map<Element, number>();
  const valueOf = ({ attributes }: Element, wanted: RegExp) =>
    attributes.find(([name]) => wanted.test(name))?.[1].trim() ?? "";
  const index = (element: Element): void => {
    const id = valueOf(element, /^id$/);
    if (id && !ids.has(id)) ids.set(id, element);
    element.children.forEach(index);
  };
  const count = (element: Element, uses: number): number => {
    const known = counted.get(element);
    if (known !== undefined) return known;
    // Infinity while in progress, so that a cycle is detected. Nobody draws a chain of 50 uses.
    counted.set(element, Infinity);
    const used = /^(?:svg:)?use$/.test(element.name)
      ? ids.get(valueOf(element, /^(?:.*:)?href$/).slice(1))
      : undefined;
    const all = element.children.reduce(
      (sum, child) => sum + count(child, uses),
      1 + (!used ? 0 : uses > 50 ? Infinity : count(used, uses + 1)),
    );
    counted.set(element, all);
    return all;
  };
  index(root);
  return count(root, 0);
}
