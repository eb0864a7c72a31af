import { htmlToHast, type HastNode } from "satteri";

/** What an address is for: a link, a form, a preview elsewhere, or what a policy calls the file that the page loads. */
export type Use =
  | ("link" | "form" | "share" | "manifest" | "media" | "frame" | "object")
  | ("script" | "style" | "img" | "font");

export type Reference = { written: string; use: Use; isEager: boolean };

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
    link: "imageSrcSet img",
    object: "data object",
    script: "src script",
    source: "src media srcSet img",
    track: "src media",
    use: "href link xLinkHref link",
    video: "src media poster img",
  }),
);
/** What a `<link>` is for, by its `rel` and the `as` of a preload; others are links. */
const relations: [pattern: RegExp, use: Use][] = [
  [/^stylesheet|preload style/, "style"],
  [/icon\b|preload image/, "img"],
  [/^manifest/, "manifest"],
  [/^modulepreload|preload script/, "script"],
  [/preload font/, "font"],
];
/** The addresses in a `srcset`; a comma inside one, as in data:, has no space after it. */
const inSourceSet = /([^\s,]\S*[^\s,])(?:\s[^,]*)?(?:,|$)/g;
const isScript =
  /^(?:|module|importmap|speculationrules|\w+\/(?:java|ecma)script)$/i;
const isShared =
  /^(?:og:(?:image|audio|video)(?::(?:secure_)?url)?|twitter:image)$/;
/** `0; url=/new/` */
const refreshing =
  /^\s*([\d.]+)\s*[;,\s]\s*(?:url\s*=)?\s*["']?(.+?)["']?\s*$/i;

export type Page = ReturnType<typeof newPage>;
const newPage = (file: string) => ({
  /** From the site's root: `about/index.html`. */
  file,
  title: "",
  description: "",
  canonical: undefined as string | undefined,
  language: "",
  isIndexed: true,
  /** The address to which it redirects at once. */
  refresh: undefined as string | undefined,
  base: undefined as string | undefined,
  hasHeading: false,
  ids: new Set<string>(),
  references: new Map<string, Reference>(),
  withoutSize: [] as string[],
  data: [] as string[],
  policies: [] as string[],
  /** The first element that a policy does not govern, because it comes before it. */
  beforePolicy: undefined as string | undefined,
  inline: [] as { name: "script" | "style"; text: string }[],
  /** Attributes that a strict policy blocks. */
  blocked: new Set<string>(),
});

/** Reads a page as a browser without JavaScript does. */
export function readPage(file: string, html: string): Page {
  const page = newPage(file);
  const open: [node: HastNode, parent: string][] = [[htmlToHast(html), ""]];
  for (let next = open.pop(); next; next = open.pop()) {
    const [node, parent] = next;
    const name = node.type === "element" ? node.tagName : "";
    readElement(page, node, parent);
    if ("children" in node && name !== "template")
      for (const child of node.children.toReversed()) open.push([child, name]);
  }
  return page;
}

function readElement(page: Page, node: HastNode, parent: string): void {
  if (node.type !== "element") return;
  const { tagName: name, properties = {} } = node;
  const get = (attribute: string): string | undefined => {
    const value = properties[attribute];
    return Array.isArray(value) ? value.join(" ") : value?.toString();
  };
  const refer = (value: string | undefined, use: Use, isEager = false) => {
    const written = value?.trim() ?? "";
    const reference = { written, use, isEager };
    if (value !== undefined)
      page.references.set(Object.values(reference).join(" "), reference);
  };
  const text = node.children
    .map((child) => ("value" in child ? child.value : ""))
    .join("");
  const type = get("type") ?? "";
  const rel = (get("rel") ?? "").toLowerCase();

  for (const id of [get("id"), name === "a" ? get("name") : ""])
    if (id) page.ids.add(id);
  // Known attributes of events are in camel case.
  for (const attribute of Object.keys(properties))
    if (/^(?:style$|on[A-Z])/.test(attribute))
      page.blocked.add(attribute.toLowerCase());

  const isRun =
    name === "style" ||
    (name === "script" && isScript.test(type)) ||
    rel === "stylesheet";
  if (isRun && page.policies.length === 0) page.beforePolicy ??= name;
  if (isRun && (name === "style" || name === "script") && !get("src"))
    page.inline.push({ name, text });
  if (type === "application/ld+json") page.data.push(text);

  if (name === "html") page.language = get("lang") ?? "";
  else if (name === "base") page.base ??= get("href");
  else if (name === "h1") page.hasHeading = true;
  else if (name === "title" && parent === "head")
    page.title ||= text.replace(/\s+/g, " ").trim();
  else if (name === "img" && !(get("width") && get("height")))
    page.withoutSize.push(get("src") ?? get("srcSet") ?? "");
  else if (name === "link" && /\bcanonical\b/.test(rel))
    page.canonical ??= get("href");
  else if (name === "link" && !/^(?:dns-prefetch|preconnect)/.test(rel)) {
    const purpose = `${rel} ${get("as") ?? ""}`;
    const use = relations.find(([pattern]) => pattern.test(purpose))?.[1];
    refer(get("href"), use ?? "link", /^stylesheet|preload/.test(rel));
  } else if (name === "meta") {
    const content = get("content") ?? "";
    const key = get("name") ?? get("property") ?? get("httpEquiv") ?? "";
    if (/^content-security-policy$/i.test(key)) page.policies.push(content);
    else if (/^description$/i.test(key)) page.description ||= content.trim();
    else if (/^robots$/i.test(key) && /\b(?:noindex|none)\b/i.test(content))
      page.isIndexed = false;
    else if (isShared.test(key)) refer(content, "share");
    else if (/^refresh$/i.test(key)) {
      const [, delay, to] = refreshing.exec(content) ?? [];
      if (Number(delay) === 0 && parent !== "noscript") page.refresh ??= to;
      else refer(to, "link");
    }
  }
  const pairs = sources.get(name)?.split(" ") ?? [];
  for (let index = 0; index < pairs.length; index += 2) {
    const [attribute = "", use] = pairs.slice(index) as [string, Use];
    const value = get(attribute);
    const isEager =
      use === "script" || (use === "img" && get("loading") !== "lazy");
    if (!attribute.endsWith("rcSet")) refer(value, use, isEager);
    else
      for (const [, source] of value?.matchAll(inSourceSet) ?? [])
        refer(source, use);
  }
}
