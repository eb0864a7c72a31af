import {
  attributeOf,
  elementsOf,
  textOf,
  toElementFields,
  toElementLines,
  type Element,
} from "./xml.ts";
import {
  toTexts,
  type Field,
  type Reading,
  type SourceArticle,
  type SourcePlace,
} from "./source.ts";

export function readRss(
  place: SourcePlace,
  text: string,
  items: Element[],
  channel: Element | undefined,
): Partial<Reading> {
  const { lineOf, textLineOf } = toElementLines(text);
  const articles = items.map((item): SourceArticle => {
    const body = textOf(item, "content:encoded")
      ? "content:encoded"
      : "description";
    const categories = elementsOf(item, "category");
    return {
      ...place,
      dialect: "rss",
      part: textOf(item, "title") ?? "",
      format: "html",
      hosts: toTexts(textOf(channel, "link")),
      body: textOf(item, body) ?? "",
      bodyLine: textLineOf(elementsOf(item, body)[0]),
      fields: [
        ...toElementFields(item, lineOf, new Set([body, "category"])),
        {
          name: "categories",
          value: categories.map((one) => one["#text"]),
          line: lineOf(item),
        },
      ],
    };
  });
  return { articles };
}

/** Elements that are read one by one below, and those with which Blogger keeps its books. */
const readSeparately = new Set(
  `content summary link category author app:control app:edited gd:extendedProperty media:thumbnail thr:total
   blogger:type blogger:status blogger:created blogger:metaDescription blogger:filename blogger:trashed`.split(
    /\s+/,
  ),
);

/** What an entry of a Blogger backup is, such as post, comment or settings; undefined in other feeds. */
const toBloggerKind = (entry: Element): string | undefined =>
  [
    textOf(entry, "blogger:trashed") && "deleted",
    textOf(entry, "blogger:type"),
    ...elementsOf(entry, "category").map(
      (one) =>
        /^http:\/\/schemas\.google\.com\/blogger\/2008\/kind#(\w+)$/.exec(
          attributeOf(one, "term") ?? "",
        )?.[1],
    ),
  ]
    .find(Boolean)
    ?.toLowerCase();

/** Reads an Atom feed, or the posts of a Blogger backup, which is one: its settings, pages and comments are skipped. */
export function readAtom(
  place: SourcePlace,
  text: string,
  feed: Element,
): Partial<Reading> {
  const { lineOf, textLineOf } = toElementLines(text);
  const linkOf = (element: Element) =>
    elementsOf(element, "link")
      .filter((link) => /^(?:alternate)?$/.test(attributeOf(link, "rel") ?? ""))
      .flatMap((link) => attributeOf(link, "href") ?? [])
      .slice(0, 1);
  const skipped: string[] = [];
  const articles = elementsOf(feed, "entry").flatMap(
    (entry): SourceArticle[] => {
      const part = textOf(entry, "title") ?? "";
      const kind = toBloggerKind(entry);
      if (kind && kind !== "post") {
        skipped.push(`${place.file}:${lineOf(entry)} ${kind}: ${part}`);
        return [];
      }
      const [content] = elementsOf(entry, "content");
      const [summary] = elementsOf(entry, "summary");
      const body = content ?? summary;
      const type = attributeOf(body, "type") ?? "text";
      const toField = (name: string, value: unknown): Field => ({
        name,
        value,
        line: lineOf(entry),
      });
      return [
        {
          ...place,
          dialect: "atom",
          part,
          format: type === "text" ? "md" : "html",
          hosts: linkOf(feed),
          body: String(body?.["#text"] ?? ""),
          bodyLine: textLineOf(body),
          fields: [
            ...toElementFields(entry, lineOf, readSeparately),
            toField("summary", content && summary?.["#text"]),
            toField("description", textOf(entry, "blogger:metaDescription")),
            toField("link", [
              ...linkOf(entry),
              textOf(entry, "blogger:filename"),
            ]),
            toField(
              "status",
              textOf(entry, "blogger:status") ??
                (textOf(elementsOf(entry, "app:control")[0], "app:draft") &&
                  "draft"),
            ),
            toField(
              "categories",
              elementsOf(entry, "category")
                .filter((one) => !attributeOf(one, "scheme")?.endsWith("#kind"))
                .map(
                  (one) =>
                    attributeOf(one, "label") ?? attributeOf(one, "term"),
                ),
            ),
            toField(
              "authors",
              elementsOf(entry, "author").map((author) =>
                textOf(author, "name"),
              ),
            ),
          ],
        },
      ];
    },
  );
  return { articles, skipped };
}

export function readJsonFeed(
  place: SourcePlace,
  feed: Record<string, unknown> | null,
  items: unknown[],
): Partial<Reading> {
  const articles = items
    .filter(
      (item): item is Record<string, unknown> =>
        typeof item === "object" && item !== null,
    )
    .map((item): SourceArticle => {
      const { content_html, content_text, author, ...fields } = item;
      return {
        ...place,
        dialect: "json-feed",
        part: toTexts(fields["title"])[0] ?? "",
        format: content_html === undefined ? "md" : "html",
        hosts: toTexts(feed?.["home_page_url"]).slice(0, 1),
        body: String(content_html ?? content_text ?? ""),
        bodyLine: 1,
        fields: Object.entries({
          ...fields,
          authors: toTexts(fields["authors"] ?? author),
        }).map(([name, value]) => ({ name, value })),
      };
    });
  return { articles };
}
