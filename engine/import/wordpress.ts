import {
  attributeOf,
  elementsOf,
  textOf,
  toElementFields,
  toElementLines,
  type Element,
} from "./xml.ts";
import {
  refuse,
  type Field,
  type Reading,
  type SourceArticle,
  type SourcePlace,
} from "./source.ts";
import { toZoned } from "./zone.ts";

const editorMeta =
  /^_(?:edit_last|edit_lock|pingme|encloseme|wp_old_slug|wp_old_date|oembed_.*|thumbnail_id)$/;
/** Elements that are read one by one below. */
const readSeparately = new Set(
  `content:encoded category wp:postmeta wp:comment dc:creator pubDate wp:post_date wp:post_date_gmt
   wp:post_modified wp:post_modified_gmt`.split(/\s+/),
);

/** Reads the posts of a WordPress export (WXR); pages, attachments and deleted posts are skipped. Throws Unreadable. */
export function readWordPress(
  place: SourcePlace,
  text: string,
  channel: Element,
): Partial<Reading> {
  const { file } = place;
  const { lineOf, textLineOf } = toElementLines(text);
  const items = elementsOf(channel, "item");
  if (items.length === 0)
    refuse(
      file,
      "The export has no items.",
      "Export all content, under Tools → Export.",
    );
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
  const articles: SourceArticle[] = [];
  const skipped: string[] = [];

  for (const item of items) {
    const title = textOf(item, "title") ?? "";
    const type = textOf(item, "wp:post_type") ?? "post";
    const status = textOf(item, "wp:status");
    if (type !== "post" || status === "trash" || status === "auto-draft") {
      skipped.push(
        `${file}:${lineOf(item)} ${type === "post" ? status : type}: ${title}`,
      );
      continue;
    }
    const line = lineOf(item);
    const toField = (name: string, value: unknown): Field => ({
      name,
      value,
      line,
    });
    const timesOf = (name: string) => [
      textOf(item, name),
      textOf(item, `${name}_gmt`),
    ];
    const published = timesOf("wp:post_date");
    const modified = timesOf("wp:post_modified");
    const footnotes = toFootnotes(metaOf(item, "footnotes"));
    const isEditorMeta = (key = "") =>
      editorMeta.test(key) || (key === "footnotes" && footnotes !== undefined);
    const creator = textOf(item, "dc:creator");
    const picture = attachments.get(metaOf(item, "_thumbnail_id"));
    articles.push({
      ...place,
      part: title,
      dialect: "wordpress",
      format: "html",
      hosts: [
        textOf(channel, "link"),
        textOf(channel, "wp:base_site_url"),
      ].flatMap((address) => address ?? []),
      // The place of the footnotes, or the end.
      body: (textOf(item, "content:encoded") ?? "").replace(
        /<!-- wp:footnotes[^<>]*-->|$/,
        (place) => footnotes ?? place,
      ),
      bodyLine: textLineOf(elementsOf(item, "content:encoded")[0]),
      fields: [
        ...toElementFields(item, lineOf, readSeparately),
        { ...toField("date", ""), ...toZoned(published, modified) },
        { ...toField("updated", ""), ...toZoned(modified, published) },
        toField("dc:creator", names.get(creator) ?? creator),
        toField("cover", textOf(picture, "wp:attachment_url")),
        toField("cover.alt", metaOf(picture, "_wp_attachment_image_alt")),
        toField("comments", elementsOf(item, "wp:comment").length || undefined),
        toField("categories", namesIn(item, "category")),
        toField("tags", namesIn(item, "post_tag")),
        ...taxonomiesOf(item).map((name) => toField(name, namesIn(item, name))),
        ...elementsOf(item, "wp:postmeta")
          .filter((meta) => !isEditorMeta(textOf(meta, "wp:meta_key")))
          .map((meta) => ({
            name: textOf(meta, "wp:meta_key") ?? "",
            value: textOf(meta, "wp:meta_value") ?? "",
            line: lineOf(meta),
          })),
      ],
    });
  }
  return { articles, skipped };
}

/** The footnotes that the block editor keeps beside the text, as WordPress shows them; undefined if there are none. */
function toFootnotes(written = ""): string | undefined {
  try {
    const items = (JSON.parse(written) as Record<string, unknown>[]).map(
      ({ id, content }) =>
        `<li id="${String(id)}">${String(content).replaceAll("\n", " ")} <a href="#${String(id)}-link">↩</a></li>`,
    );
    return items.length > 0 ? `<ol>${items.join("")}</ol>` : "";
  } catch {
    return undefined;
  }
}

const taxonomiesOf = (item: Element) =>
  [
    ...new Set(
      elementsOf(item, "category").map((one) => attributeOf(one, "domain")),
    ),
  ].filter(
    (name) =>
      name !== undefined && !/^(?:category|post_tag|post_format)$/.test(name),
  ) as string[];

/** WordPress writes categories and tags as elements of one name, in two domains. */
const namesIn = (item: Element, domain: string) =>
  elementsOf(item, "category")
    .filter((one) => attributeOf(one, "domain") === domain)
    .map((one) => one["#text"]);
