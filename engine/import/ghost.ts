import {
  toProblem,
  toTexts,
  type Field,
  type Reading,
  type SourceArticle,
} from "./source.ts";

type Row = Record<string, unknown>;

/** What Ghost keeps of a post in other forms than its HTML, or only for itself. */
const others = new Set([
  "html",
  "mobiledoc",
  "lexical",
  "plaintext",
  "comment_id",
  "uuid",
  "created_by",
  "updated_by",
  "published_by",
  "author_id",
  "type",
  "tags",
  "authors",
  "locale",
  "visibility",
  "email_recipient_filter",
  "newsletter_id",
  "show_title_and_feature_image",
]);

/** Reads the posts of a Ghost export; its pages are passed over by name. */
export function readGhost(
  place: Pick<SourceArticle, "file" | "root" | "path">,
  tables: Row,
): Reading {
  const rows = (name: string) =>
    Array.isArray(tables[name]) ? (tables[name] as Row[]) : [];
  /** What posts are joined with, in the order it was sorted in. */
  const joined = (post: Row, table: string, key: string, names: string) => {
    const byId = new Map(rows(names).map((row) => [row["id"], row["name"]]));
    const links = rows(table)
      .filter((row) => row["post_id"] === post["id"])
      .sort(
        (a, b) => Number(a["sort_order"] ?? 0) - Number(b["sort_order"] ?? 0),
      );
    return [
      ...links.flatMap((row) => toTexts(byId.get(row[key]))),
      ...toTexts(post[names === "users" ? "authors" : names]),
    ];
  };
  const reading: Reading = { articles: [], problems: [], passedOver: [] };
  for (const post of rows("posts")) {
    const part = toTexts(post["title"])[0] ?? "";
    if (
      post["type"] === "page" ||
      post["page"] === 1 ||
      post["page"] === true
    ) {
      reading.passedOver.push(`${place.file} page: ${part}`);
      continue;
    }
    const meta =
      rows("posts_meta").find((row) => row["post_id"] === post["id"]) ?? {};
    if (typeof post["html"] !== "string" || post["html"] === "") {
      reading.problems.push(
        toProblem(
          place.file,
          `"${part}" has no HTML in the export.`,
          "Export it again with a Ghost that writes html, or copy its text.",
        ),
      );
      continue;
    }
    // The first tag is what Ghost shows as the category; the others are tags.
    const [first, ...tags] = joined(post, "posts_tags", "tag_id", "tags");
    const fields = Object.entries({
      ...post,
      ...Object.fromEntries(
        Object.entries(meta).filter(
          ([name]) => name !== "id" && name !== "post_id",
        ),
      ),
      category: first,
      tag: tags,
      author: joined(post, "posts_authors", "author_id", "users"),
    });
    reading.articles.push({
      ...place,
      part,
      dialect: "ghost",
      format: "html",
      hosts: ["__GHOST_URL__"],
      body: post["html"],
      bodyLine: 1,
      fields: fields
        .filter(([name]) => !others.has(name))
        .map(([name, value]): Field => ({ name, value })),
    });
  }
  return reading;
}
