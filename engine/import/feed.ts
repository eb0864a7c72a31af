import {
  attributeOf,
  elementsOf,
  textOf,
  toElementFields,
  toPlaces,
  type Element,
} from "./xml.ts";
import {
  toTexts,
  type Dialect,
  type Field,
  type Reading,
  type SourceArticle,
} from "./source.ts";

type Place = Pick<SourceArticle, "file" | "root" | "path">;

/** Reads the articles of an RSS feed, of any version. */
export function readRss(
  place: Place,
  text: string,
  items: Element[],
  channel: Element | undefined,
): Reading {
  const { lineOf, textLineOf } = toPlaces(text);
  return toReading(
    items.map((item) => {
      const body =
        ["content:encoded", "description"].find((name) => textOf(item, name)) ??
        "description";
      return {
        ...place,
        ...toFeedArticle("rss", textOf(item, "title"), textOf(channel, "link")),
        body: textOf(item, body) ?? "",
        bodyLine: textLineOf(elementsOf(item, body)[0]),
        fields: [
          ...toElementFields(item, lineOf, new Set([body, "category"])),
          {
            name: "categories",
            value: elementsOf(item, "category").map(
              (one) => one["#text"] ?? "",
            ),
            line: lineOf(item),
          },
        ],
      };
    }),
  );
}

/** Reads the articles of an Atom feed. */
export function readAtom(place: Place, text: string, feed: Element): Reading {
  const { lineOf, textLineOf } = toPlaces(text);
  const linkOf = (element: Element) =>
    attributeOf(
      elementsOf(element, "link").find(
        (link) => (attributeOf(link, "rel") ?? "alternate") === "alternate",
      ),
      "href",
    );
  return toReading(
    elementsOf(feed, "entry").map((entry) => {
      const content =
        elementsOf(entry, "content")[0] ?? elementsOf(entry, "summary")[0];
      const line = lineOf(entry);
      const raw = String(content?.["#text"] ?? "");
      // What may hold XHTML is read as it is written: other content still has its escapes.
      const type = attributeOf(content, "type") ?? "text";
      return {
        ...place,
        ...toFeedArticle("atom", textOf(entry, "title"), linkOf(feed)),
        format: type === "text" ? "md" : "html",
        body: type === "xhtml" ? raw : unescapeXml(raw),
        bodyLine: textLineOf(content),
        fields: [
          ...toElementFields(
            entry,
            lineOf,
            new Set(["content", "summary", "link", "category", "author"]),
          ),
          ...(elementsOf(entry, "content").length > 0 &&
          textOf(entry, "summary")
            ? [
                {
                  name: "summary",
                  value: unescapeXml(textOf(entry, "summary") ?? ""),
                  line,
                },
              ]
            : []),
          { name: "link", value: linkOf(entry) ?? "", line },
          {
            name: "categories",
            value: elementsOf(entry, "category").map(
              (one) =>
                attributeOf(one, "label") ?? attributeOf(one, "term") ?? "",
            ),
            line,
          },
          {
            name: "authors",
            value: elementsOf(entry, "author").map(
              (author) => textOf(author, "name") ?? "",
            ),
            line,
          },
        ],
      };
    }),
  );
}

/** What an element read as it is written says: CDATA opened, the five entities and numbers resolved, once. */
const unescapeXml = (written: string): string =>
  written.replace(
    /<!\[CDATA\[([^]*?)\]\]>|&(?:#(\d{1,7})|#x([\da-f]{1,6})|(lt|gt|amp|quot|apos));/gi,
    (whole, data?: string, decimal?: string, hex?: string, name?: string) => {
      if (data !== undefined) return data;
      if (name)
        return { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" }[
          name.toLowerCase()
        ] as string;
      const code = decimal ? Number(decimal) : parseInt(hex as string, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );

/** Reads the articles of a JSON feed, version 1 or 1.1. A string in JSON has no lines of its own but the text's. */
export function readJsonFeed(
  place: Place,
  feed: Record<string, unknown>,
): Reading {
  return toReading(
    (feed["items"] as unknown[])
      .filter(
        (item): item is Record<string, unknown> =>
          typeof item === "object" && item !== null,
      )
      .map((item) => {
        const { content_html, content_text, authors, author, ...others } = item;
        return {
          ...place,
          ...toFeedArticle(
            "json-feed",
            toTexts(others["title"])[0],
            toTexts(feed["home_page_url"])[0],
          ),
          format: content_html === undefined ? "md" : "html",
          body: String(content_html ?? content_text ?? ""),
          bodyLine: 1,
          fields: [
            ...Object.entries(others),
            ["authors", toTexts(authors ?? author)] as const,
          ].map(([name, value]): Field => ({ name, value })),
        };
      }),
  );
}

const toReading = (articles: SourceArticle[]): Reading => ({
  articles,
  problems: [],
  passedOver: [],
});

const toFeedArticle = (
  dialect: Dialect,
  title: string | undefined,
  home: string | undefined,
) => ({
  dialect,
  part: title ?? "",
  format: "html" as SourceArticle["format"],
  hosts: home ? [home] : [],
});
