import { describe, expect, test } from "vitest";
import { articleSchema, pathOnly } from "#model/schema.ts";

const schema = articleSchema(pathOnly);
const required = {
  title: "A title",
  description: "What a reader of this article will know afterwards.",
  pubDate: "2026-01-02",
  category: "work",
};
const examples = Object.fromEntries(
  Object.entries(schema.shape).map(([name, field]) => {
    const inner = "unwrap" in field ? field.unwrap() : field;
    return [name, inner.meta()?.example];
  }),
);

/** Where the problems of a front matter are. */
const problems = (fields: Record<string, unknown>) =>
  (schema.safeParse(fields).error?.issues ?? []).map(({ path }) =>
    path.join("."),
  );

test("four fields are required; the others are optional or have a default", () => {
  expect(schema.parse(required)).toEqual({
    ...required,
    tags: [],
    draft: false,
    listed: true,
    ads: true,
    sources: [],
    aliases: [],
    featured: false,
    toc: true,
  });
});

test.each(Object.keys(required))("%s is required", (name) => {
  expect(problems({ ...required, [name]: undefined })).toEqual([name]);
});

describe("the examples in messages are valid", () => {
  test.each(Object.entries(examples))("%s: %j", (name, example) => {
    expect(example).toBeDefined();
    expect(problems({ ...required, [name]: example })).toEqual([]);
  });

  test("all of them together", () => {
    expect(problems(examples)).toEqual([]);
  });
});

test("dates and addresses are kept as written", () => {
  const written = {
    pubDate: "2026-02-03T23:30:00-05:00",
    canonicalUrl: "HTTPS://Example.org",
  };
  expect(schema.parse({ ...required, ...written })).toMatchObject(written);
});

describe("other values are refused, not guessed", () => {
  test.each([
    ["title", 2026],
    ["title", "a".repeat(121)],
    ["title", "😀".repeat(121)],
    ["title", "Two\nparagraphs"],
    ["description", ""],
    ["description", "a".repeat(301)],
    ["kicker", "a".repeat(41)],
    ["kicker", ""],
    ["pubDate", "2026-02-29"],
    ["pubDate", "2026-13-45"],
    ["pubDate", "3 February 2026"],
    ["pubDate", 20260203],
    ["pubDate", new Date(0)],
    ["updatedDate", ""],
    ["reviewedDate", "soon"],
    ["reviewBy", null],
    ["category", ""],
    ["category", ["work"]],
    ["tags", "baking"],
    ["tags", null],
    ["draft", "true"],
    ["draft", 1],
    ["draft", null],
    ["ads", "no"],
    ["discussion", "https://mastodon.example/@ada"],
    ["discussion", "http://mastodon.example/@ada/1"],
    ["discussion", "https://mastodon.example/@ada/1?x=1"],
    ["discussion", "https://mastodon.example;script-src/@ada/1"],
    ["toc", 0],
    ["featured", "yes"],
    ["authors", []],
    ["cover", "./cover.png"],
    ["supersededBy", 3],
    ["canonicalUrl", "/about/"],
    ["id", ""],
    ["id", "two words"],
    ["id", "a".repeat(201)],
    ["id", `tag:${"a".repeat(201)}`],
    ["id", "javascript:alert(1)"],
    ["id", "data:text/html,a"],
    ["id", "https:alert"],
    ["id", 'tag:example.org,2026:"a"'],
    ["id", "tag:example.org,2026:<b>"],
    ["cta", false],
  ])("%s: %j", (name, value) => {
    expect(problems({ ...required, [name]: value })).toEqual([name]);
  });

  test.each([
    ["tags.1", { tags: ["fine", "Not Fine"] }],
    ["tags.1", { tags: ["twice", "twice"] }],
    ["authors.1", { authors: ["saucepan", "saucepan"] }],
    ["aliases.0", { aliases: ["https://example.org/"] }],
    ["cover.alt", { cover: { image: "./a.png" } }],
    ["cover.alt", { cover: { image: "./a.png", alt: " " } }],
    ["cover", { cover: { image: "./a.png", alt: "A bowl.", credit: "me" } }],
    ["series.part", { series: { id: "a", part: 0 } }],
    ["series.part", { series: { id: "a", part: 1.5 } }],
    ["series.part", { series: { id: "a", part: "1" } }],
    ["sources.0.checked", { sources: [{ title: "A", url: "https://a.org" }] }],
  ])("%s in %j", (place, fields) => {
    expect(problems({ ...required, ...fields })).toEqual([place]);
  });

  test("a picture may have an empty alt text", () => {
    const cover = { image: "./a.png", alt: "" };
    expect(problems({ ...required, cover })).toEqual([]);
    expect(problems({ ...required, title: "" })).toEqual(["title"]);
  });

  test("a title may have 120 characters, even if they need several code units", () => {
    expect(problems({ ...required, title: "😀".repeat(120) })).toEqual([]);
  });
});

test("all problems are reported at once", () => {
  expect(
    problems({
      title: "",
      pubDate: "2026-02-29",
      category: "work",
      catgory: "work",
      tags: ["Not Fine", "twice", "twice"],
      cover: { image: 1, alt: " ", credit: "me" },
      series: { part: 0 },
      sources: [{ title: "", url: "x", checked: "soon" }, 3],
    }).sort(),
  ).toEqual(
    [
      "title",
      "description",
      "pubDate",
      "",
      "tags.0",
      "tags.2",
      "cover.image",
      "cover.alt",
      "cover",
      "series.id",
      "series.part",
      "sources.0.title",
      "sources.0.url",
      "sources.0.checked",
      "sources.1",
    ].sort(),
  );
});
