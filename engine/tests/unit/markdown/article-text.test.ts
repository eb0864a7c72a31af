import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { toArticleText } from "#markdown/article-text.ts";
import { anArticle } from "../model/an-article.ts";

/** The front matter of a text, parsed as YAML 1.2 or 1.1. */
const headOf = (
  fields: Record<string, unknown>,
  version: "1.1" | "1.2" = "1.2",
) => {
  const text = toArticleText(anArticle("a", fields), "<p>Text.</p>");
  const [, head = ""] = /^---\n([^]*?)\n---\n\n# /.exec(text) as string[];
  return parse(head, { version }) as Record<string, unknown>;
};

describe("front matter of an article's Markdown copy", () => {
  test.each(["No", "2026-01-01", "12:30", "1_000", "~", "- a: [b] #c", '"'])(
    "is text in YAML 1.1 and 1.2: a title %s",
    (title) => {
      for (const version of ["1.1", "1.2"] as const)
        expect(headOf({ title, pubDate: "2026-01-02" }, version)).toMatchObject(
          { title, published: "2026-01-02" },
        );
    },
  );

  test("the date of the next check is next to the date of the last one", () => {
    expect(
      headOf({ reviewedDate: "2026-01-03", reviewBy: "2026-07-03" }),
    ).toMatchObject({ reviewed: "2026-01-03", reviewBy: "2026-07-03" });
    expect(headOf({})).not.toHaveProperty("reviewBy");
  });
});
