import {
  toProblem,
  toTexts,
  type Reading,
  type SourcePlace,
} from "./source.ts";
import { toZone } from "./zone.ts";

type Row = Record<string, unknown>;

/** Other forms of the text, and fields that only Ghost uses. */
const ignored = new Set(
  `html mobiledoc lexical plaintext comment_id uuid created_by updated_by published_by author_id type
   tags authors locale email_recipient_filter newsletter_id show_title_and_feature_image`.split(
    /\s+/,
  ),
);

/** Reads the posts of a Ghost export; pages are skipped. */
export function readGhost(place: SourcePlace, tables: Row): Reading {
  const rows = (name: string) =>
    Array.isArray(tables[name]) ? (tables[name] as Row[]) : [];
  /** The names of a post's tags or authors, in Ghost's order. */
  const joined = (post: Row, table: string, key: string, names: string) => {
    // Tags such as #newsletter are internal.
    const byId = new Map(
      rows(names)
        .filter(({ name }) => names !== "tags" || !/^#/.test(String(name)))
        .map((row) => [row["id"], row["name"]]),
    );
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
  const timeZone = rows("settings").find(({ key }) =>
    /^(?:active)?timezone$/i.test(String(key)),
  )?.["value"];
  const reading: Reading = { articles: [], problems: [], skipped: [] };
  for (const post of rows("posts")) {
    const part = toTexts(post["title"])[0] ?? "";
    if (
      post["type"] === "page" ||
      post["page"] === 1 ||
      post["page"] === true
    ) {
      reading.skipped.push(`${place.file} page: ${part}`);
      continue;
    }
    const meta =
      rows("posts_meta").find((row) => row["post_id"] === post["id"]) ?? {};
    if (typeof post["html"] !== "string" || post["html"] === "") {
      reading.problems.push(
        toProblem(
          place.file,
          `"${part}" has no HTML in the export.`,
          "Export it again with a version of Ghost that includes HTML, or copy its text.",
        ),
      );
      continue;
    }
    // Ghost shows the first tag as the category.
    const [first, ...tags] = joined(post, "posts_tags", "tag_id", "tags");
    const { id: _id, post_id: _post, ...more } = meta;
    const fields = Object.entries({
      ...post,
      ...more,
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
        .filter(([name]) => !ignored.has(name))
        .map(([name, value]) => ({
          name,
          value: /_at$/.test(name) ? toZone(value, timeZone) : value,
        })),
    });
  }
  return reading;
}
