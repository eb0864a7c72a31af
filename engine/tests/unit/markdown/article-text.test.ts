import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { toArticleText } from "#markdown/article-text.ts";
import { anArticle } from "../model/an-article.ts";

/** What stands above a text, as a reader of YAML 1.2 or of YAML 1.1 takes it. */
const headOf = (
  fields: Record<string, unknown>,
  version: "1.1" | "1.2" = "1.2",
) => {
  const text = toArticleText(anArticle("a", fields), "<p>Text.</p>");
  const [, head = ""] = /^---\n([^]*?)\n---\n\n# /.exec(text) as string[];
  return parse(head, { version }) as Record<string, unknown>;
};

describe("what an article's Markdown says of itself", () => {
  test.each(["No", "2026-01-01", "12:30", "1_000", "~", "- a: [b] #c", '"'])(
    "is text to old and to new readers of YAML: a title %s",
    (title) => {
      for (const version of ["1.1", "1.2"] as const)
        expect(headOf({ title, pubDate: "2026-01-02" }, version)).toMatchObject(
          { title, published: "2026-01-02" },
        );
    },
  );

  test("until when its facts are held to be right stands beside the day they were checked", () => {
    expect(
      headOf({ reviewedDate: "2026-01-03", reviewBy: "2026-07-03" }),
    ).toMatchObject({ reviewed: "2026-01-03", reviewBy: "2026-07-03" });
    expect(headOf({})).not.toHaveProperty("reviewBy");
  });
});
