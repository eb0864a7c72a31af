import {
  attributeOf,
  elementsOf,
  textOf,
  toElementFields,
  toPlaces,
  type Element,
} from "./xml.ts";
import {
  toProblem,
  type Field,
  type Reading,
  type SourceArticle,
} from "./source.ts";

/** What WordPress keeps beside a post for its own editor. */
const editors =
  /^_(?:edit_last|edit_lock|pingme|encloseme|wp_old_slug|wp_old_date|oembed_.*|thumbnail_id)$/;
const ours = new Set([
  "content:encoded",
  "category",
  "wp:postmeta",
  "wp:comment",
  "dc:creator",
  "pubDate",
  "wp:post_date",
  "wp:post_date_gmt",
  "wp:post_modified_gmt",
]);

/** Reads a WordPress export (WXR): its posts; pages, pictures and what was thrown away are passed over by name. */
export function readWordPress(
  place: Pick<SourceArticle, "file" | "root" | "path">,
  text: string,
  channel: Element,
): Reading {
  const { file } = place;
  const { lineOf, textLineOf } = toPlaces(text);
  const items = elementsOf(channel, "item");
  const names = new Map(
    elementsOf(channel, "wp:author").map((author) => [
      textOf(author, "wp:author_login"),
      textOf(author, "wp:author_display_name"),
    ]),
  );
  const attachments = new Map(
    items.map((item) => [textOf(item, "wp:post_id"), item]),
  );
  const metaOf = (item: Element | undefined, name: string) =>
    textOf(
      elementsOf(item, "wp:postmeta").find(
        (meta) => textOf(meta, "wp:meta_key") === name,
      ),
      "wp:meta_value",
    );
  const reading: Reading = { articles: [], problems: [], passedOver: [] };

  for (const item of items) {
    const title = textOf(item, "title") ?? "";
    const type = textOf(item, "wp:post_type") ?? "post";
    const status = textOf(item, "wp:status");
    if (type !== "post" || status === "trash" || status === "auto-draft") {
      reading.passedOver.push(
        `${file}:${lineOf(item)} ${type === "post" ? status : type}: ${title}`,
      );
      continue;
    }
    const line = lineOf(item);
    const one = (name: string, value: string | undefined): Field[] =>
      value ? [{ name, value, line }] : [];
    const creator = textOf(item, "dc:creator");
    const picture = attachments.get(metaOf(item, "_thumbnail_id"));
    const comments = elementsOf(item, "wp:comment").length;
    reading.articles.push({
      ...place,
      part: title,
      dialect: "wordpress",
      format: "html",
      hosts: [
        textOf(channel, "link"),
        textOf(channel, "wp:base_site_url"),
      ].flatMap((address) => address ?? []),
      body: textOf(item, "content:encoded") ?? "",
      bodyLine: textLineOf(elementsOf(item, "content:encoded")[0]),
      fields: [
        ...toElementFields(item, lineOf, ours),
        ...one(
          "date",
          toGmt(textOf(item, "wp:post_date_gmt")) ??
            textOf(item, "wp:post_date"),
        ),
        ...one("updated", toGmt(textOf(item, "wp:post_modified_gmt"))),
        ...one("dc:creator", names.get(creator) ?? creator),
        ...one("cover", textOf(picture, "wp:attachment_url")),
        ...one("cover.alt", metaOf(picture, "_wp_attachment_image_alt")),
        ...one("comments", comments ? String(comments) : undefined),
        ...toCategories(item, line),
        ...elementsOf(item, "wp:postmeta")
          .filter((meta) => !editors.test(textOf(meta, "wp:meta_key") ?? ""))
          .map((meta) => ({
            name: textOf(meta, "wp:meta_key") ?? "",
            value: textOf(meta, "wp:meta_value") ?? "",
            line: lineOf(meta),
          })),
      ],
    });
  }
  if (items.length === 0)
    reading.problems.push(
      toProblem(
        file,
        "The export has no items.",
        "Export all content, under Tools → Export.",
      ),
    );
  return reading;
}

function toCategories(item: Element, line: number): Field[] {
  const of = (domain: string) =>
    elementsOf(item, "category")
      .filter((one) => attributeOf(one, "domain") === domain)
      .map((one) => String(one["#text"] ?? ""));
  return [
    { name: "categories", value: of("category"), line },
    { name: "tags", value: of("post_tag"), line },
  ];
}

/** A time in UTC, as its name says and its text does not; 0000-00-00 stands for a day that was never set. */
const toGmt = (time: string | undefined): string | undefined =>
  time && !time.startsWith("0000") ? `${time}Z` : undefined;
