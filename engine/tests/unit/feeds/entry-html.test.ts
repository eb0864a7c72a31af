import { expect, test } from "vitest";
import { toEntryHtml } from "#feeds/entry-html.ts";
import { anArticle } from "../model/an-article.ts";

const parts = { cover: "<img>", text: "<p>A text.</p>" };

test("an article without notices is its cover and its text", () => {
  expect(toEntryHtml(anArticle(), parts)).toBe("<img><p>A text.</p>");
});

test("a superseded article says so before its text, with an absolute link", () => {
  const html = toEntryHtml(anArticle("old", { supersededBy: "new" }), parts);
  expect(html).toBe(
    '<img><p><strong>Out of date:</strong> <a href="https://saucepan.example/articles/new/">read the newer version</a>.</p><p>A text.</p>',
  );
});

test("sources follow the text, with the dates on which they were checked", () => {
  const html = toEntryHtml(
    anArticle("a", {
      reviewedDate: "2026-06-09",
      sources: [
        {
          title: "Fees & <rules>",
          url: "https://example.org/source?a=1&b=2",
          checked: "2026-06-08",
        },
      ],
    }),
    parts,
  );
  expect(html).toBe(
    '<img><p>A text.</p><h2>Sources</h2><ol><li><a href="https://example.org/source?a=1&amp;b=2">Fees &amp; &lt;rules&gt;</a>, checked 8 June 2026</li></ol><p>Facts checked 9 June 2026.</p>',
  );
});
