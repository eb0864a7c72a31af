import { htmlToHast, type HastNode } from "satteri";
import type { Dist } from "./build-site.ts";

/** An element of a page, parsed as by a browser. */
export type PageElement = {
  name: string;
  attributes: Record<string, string>;
  /** Its text, with white space collapsed. */
  text: string;
  /** Its ancestors, from the root. */
  within: PageElement[];
};

const htmlNames: Record<string, string> = {
  className: "class",
  dateTime: "datetime",
  httpEquiv: "http-equiv",
};

/** All elements of a page in document order. */
export function readElements(html: string): PageElement[] {
  const elements: PageElement[] = [];
  const collect = (node: HastNode, within: PageElement[]): string => {
    if ("value" in node) return node.type === "comment" ? "" : node.value;
    if (!("children" in node)) return "";
    if (node.type !== "element")
      return node.children.map((child) => collect(child, within)).join("");
    const element: PageElement = {
      name: node.tagName,
      attributes: Object.fromEntries(
        Object.entries(node.properties ?? {}).map(([name, value]) => [
          htmlNames[name] ?? name,
          Array.isArray(value) ? value.join(" ") : String(value),
        ]),
      ),
      text: "",
      within,
    };
    elements.push(element);
    const text = node.children
      .map((child) => collect(child, [...within, element]))
      .join("");
    element.text =
      element.name === "script" ? text : text.replace(/\s+/g, " ").trim();
    return text;
  };
  collect(htmlToHast(html), []);
  return elements;
}

export const isIn = (
  { within }: PageElement,
  is: (element: PageElement) => boolean,
): boolean => within.some(is);

/** A built page, with queries. */
export class Page {
  address: string;
  elements: PageElement[];

  constructor(path: string, html: string) {
    this.address = `/${path.replace(/index\.html$/, "")}`;
    this.elements = readElements(html);
  }

  all(name: string, attributes: Record<string, string> = {}): PageElement[] {
    return this.elements.filter(
      (element) =>
        element.name === name &&
        Object.entries(attributes).every(
          ([key, value]) => element.attributes[key] === value,
        ),
    );
  }

  /** All values of a meta element with a name or property. */
  metas(name: string): string[] {
    return [
      ...this.all("meta", { name }),
      ...this.all("meta", { property: name }),
    ].map(({ attributes }) => attributes.content ?? "");
  }

  meta(name: string): string | undefined {
    return this.metas(name)[0];
  }

  get canonical(): string | undefined {
    return this.all("link", { rel: "canonical" })[0]?.attributes.href;
  }

  get isIndexed(): boolean {
    return !this.meta("robots")?.includes("noindex");
  }

  get h1(): string {
    return this.all("h1")[0]?.text ?? "";
  }

  /** The addresses of the articles it lists, each once: not those that a text or a header links to. */
  get listed(): string[] {
    return [
      ...new Set(
        this.all("a")
          .filter((link) => isIn(link, ({ name }) => name === "main"))
          .filter(
            (link) =>
              !isIn(link, ({ attributes }) => attributes.class === "prose"),
          )
          .map(({ attributes }) => attributes.href ?? "")
          .filter((href) => /^\/articles\/[^/]+\/$/.test(href)),
      ),
    ];
  }
}

/** Every page of a build, except redirects. */
export const readPages = (dist: Dist): Page[] =>
  [...dist]
    .filter(([path]) => path.endsWith(".html"))
    .filter(([, html]) => !html.includes('http-equiv="refresh"'))
    .map(([path, html]) => new Page(path, html.toString()));
