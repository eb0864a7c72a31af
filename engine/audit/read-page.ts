import { createHash } from "node:crypto";
import { htmlToHast, type HastNode } from "satteri";

/** What an address is for: a link, a form, a preview elsewhere, or what a policy calls the file that the page loads. */
export type Use =
  | ("link" | "form" | "share" | "manifest" | "media" | "frame" | "object")
  | ("script" | "style" | "img" | "font");

/** An address in a page, as written, and whether the page loads it at once. */
export type Reference = { written: string; use: Use; isEager: boolean };

/** The attributes with an address, by element, and what each is for. */
const sources = new Map(
  Object.entries({
    a: "href link",
    area: "href link",
    audio: "src media",
    button: "formAction form",
    embed: "src object",
    form: "action form",
    iframe: "src frame",
    image: "href img xLinkHref img",
    img: "src img srcSet img",
    input: "src img formAction form",
    object: "data object",
    script: "src script",
    source: "src media srcSet img",
    track: "src media",
    use: "href link xLinkHref link",
    video: "src media poster img",
  }),
);
/** What a `<link>` is for, by its `rel` or the `as` of a preload; others are links. */
const relations: [pattern: RegExp, use: Use][] = [
  [/^stylesheet|preload style/, "style"],
  [/icon\b|preload image/, "img"],
  [/^manifest/, "manifest"],
  [/^modulepreload|preload script/, "script"],
  [/preload font/, "font"],
];
const isScript =
  /^(?:|module|importmap|speculationrules|\w+\/(?:java|ecma)script)$/i;
const isShared =
  /^(?:og:(?:image|audio|video)(?::(?:secure_)?url)?|twitter:image)$/;

export type Page = ReturnType<typeof newPage>;
const newPage = (file: string) => ({
  /** From the site's root: `about/index.html`. */
  file,
  title: "",
  description: "",
  canonical: undefined as string | undefined,
  language: "",
  /** Whether search engines may list it. */
  isIndexed: true,
  /** Where it redirects at once. */
  refresh: undefined as string | undefined,
  /** The address in `<base>`. */
  base: undefined as string | undefined,
  headings: 0,
  ids: new Set<string>(),
  duplicateIds: new Set<string>(),
  references: [] as Reference[],
  /** The addresses of pictures without `alt`, and without a size. */
  withoutAlt: [] as string[],
  withoutSize: [] as string[],
  /** Structured data. */
  data: [] as string[],
  policies: [] as string[],
  /** The names of elements that a policy does not govern, because it comes after them. */
  beforePolicy: [] as string[],
  /** The hashes of inline scripts and styles, as in a policy. */
  inline: { script: new Set<string>(), style: new Set<string>() },
  /** Attributes that a strict policy blocks. */
  blocked: new Set<string>(),
});

const hashes = new Map<string, string>();
/** The hash of an inline script or style. Most pages have the same ones. */
function toHash(text: string): string {
  const hash =
    hashes.get(text) ??
    `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  if (text.length < 10_000) hashes.set(text, hash);
  return hash;
}

/** Reads a page as a browser without JavaScript does. */
export function readPage(file: string, html: string): Page {
  const page = newPage(file);
  const known = new Set<string>();
  const open: [node: HastNode, parent: string][] = [[htmlToHast(html), ""]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, parent] = next;
    const name = node.type === "element" ? node.tagName : "";
    if (name !== "") readElement(page, node, parent, known);
    if ("children" in node && name !== "template")
      for (const child of node.children.toReversed()) open.push([child, name]);
  }
  return page;
}

function readElement(
  page: Page,
  node: HastNode,
  parent: string,
  known: Set<string>,
): void {
  if (node.type !== "element") return;
  const { tagName: name, properties = {} } = node;
  const get = (attribute: string): string | undefined => {
    const value = properties[attribute];
    return Array.isArray(value) ? value.join(" ") : value?.toString();
  };
  const refer = (value: string | undefined, use: Use, isEager = false) => {
    const written = value?.trim() ?? "";
    const key = `${use} ${isEager} ${written}`;
    if (value !== undefined && !known.has(key))
      page.references.push({ written, use, isEager });
    known.add(key);
  };
  const text = node.children
    .map((child) => ("value" in child ? child.value : ""))
    .join("");
  const type = get("type") ?? "";
  const rel = (get("rel") ?? "").toLowerCase();
  const content = get("content") ?? "";

  const id = get("id") ?? (name === "a" ? get("name") : undefined);
  if (id && page.ids.has(id)) page.duplicateIds.add(id);
  if (id) page.ids.add(id);
  for (const attribute of Object.keys(properties))
    if (/^(?:style$|on)/i.test(attribute))
      page.blocked.add(attribute.toLowerCase());

  const isRun =
    name === "style" ||
    (name === "script" && isScript.test(type)) ||
    rel === "stylesheet";
  if (isRun && page.policies.length === 0) page.beforePolicy.push(name);
  if (isRun && !get("src") && name !== "link")
    page.inline[name as "script" | "style"].add(toHash(text));
  if (type === "application/ld+json") page.data.push(text);

  if (name === "html") page.language = get("lang") ?? "";
  else if (name === "base") page.base ??= get("href");
  else if (name === "h1") page.headings++;
  else if (name === "title" && parent === "head")
    page.title ||= text.replace(/\s+/g, " ").trim();
  else if (name === "img") {
    const source = get("src") ?? get("srcSet") ?? "";
    if (get("alt") === undefined) page.withoutAlt.push(source);
    if (!get("width") || !get("height")) page.withoutSize.push(source);
  } else if (name === "meta") {
    const key = get("name") ?? get("property") ?? get("httpEquiv") ?? "";
    if (/^content-security-policy$/i.test(key)) page.policies.push(content);
    else if (/^refresh$/i.test(key))
      page.refresh ??= /;\s*url\s*=\s*["']?(.*?)["']?\s*$/i.exec(content)?.[1];
    else if (/^description$/i.test(key)) page.description ||= content.trim();
    else if (/^robots$/i.test(key) && /\b(?:noindex|none)\b/i.test(content))
      page.isIndexed = false;
    else if (isShared.test(key)) refer(content, "share");
  } else if (name === "link" && /\bcanonical\b/.test(rel))
    page.canonical ??= get("href");
  else if (name === "link" && !/^(?:dns-prefetch|preconnect)/.test(rel)) {
    const purpose = `${rel} ${get("as") ?? ""}`;
    const use = relations.find(([pattern]) => pattern.test(purpose))?.[1];
    refer(get("href"), use ?? "link", /^stylesheet|preload/.test(rel));
  }
  const pairs = sources.get(name)?.split(" ") ?? [];
  for (let index = 0; index < pairs.length; index += 2) {
    const [attribute = "", use] = pairs.slice(index) as [string, Use];
    const value = get(attribute);
    const isEager =
      use === "script" || (use === "img" && get("loading") !== "lazy");
    if (attribute !== "srcSet") refer(value, use, isEager);
    // A comma inside an address, as in data:, has no space after it.
    else
      for (const source of value?.split(/,\s+/) ?? [])
        refer(source.trim().split(/\s/)[0], use);
  }
}
