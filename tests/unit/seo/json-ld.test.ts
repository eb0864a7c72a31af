import { expect, test } from "vitest";
import { toArticleData, toScriptText } from "#seo/json-ld.ts";
import { anArticle } from "../articles/an-article.ts";

test("an article is told with its days, its topics and its sources", () => {
  expect(
    toArticleData(
      anArticle("a", {
        title: "A",
        pubDate: "2026-01-02",
        updatedDate: "2026-03-04",
        tags: ["hiring"],
        sources: [{ title: "S", url: "https://s.org/", checked: "2026-02-03" }],
      }),
    ),
  ).toMatchObject({
    "@id": "https://gatepost.example/articles/a/",
    headline: "A",
    datePublished: "2026-01-02",
    dateModified: "2026-03-04",
    articleSection: "Work",
    keywords: ["Hiring, from inside"],
    citation: [{ name: "S", url: "https://s.org/" }],
  });
});

test("an article that was replaced says so, and no other", () => {
  expect(toArticleData(anArticle("a", { supersededBy: "b" }))).toMatchObject({
    creativeWorkStatus: "Superseded",
  });
  expect(toArticleData(anArticle())).not.toHaveProperty("creativeWorkStatus");
});

test("no title ends the element it stands in", () => {
  const title = '</script><!-- "quoted" & done';
  const text = toScriptText({ title });
  expect(text).not.toContain("<");
  expect(JSON.parse(text)).toEqual({ title });
});
