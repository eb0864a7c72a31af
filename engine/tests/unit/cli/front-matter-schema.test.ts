import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { collectionNames, type CollectionName } from "#model/collections.ts";
import { toArticleDate } from "#model/dates.ts";
import { splitFrontMatter } from "#files/read.ts";
import { articleSchema, pathOnly } from "#model/schema.ts";
import { toFrontMatterSchema } from "#cli/astro-extension.ts";
import { siteContent } from "../../support/site-content.ts";

const ajv = new Ajv2020({
  allErrors: true,
  // What editors read beside the standard's own words.
  keywords: ["markdownDescription", "patternErrorMessage"],
});
const validators = new Map(
  collectionNames.map((name) => [
    name,
    ajv.compile(JSON.parse(toFrontMatterSchema(name)) as object),
  ]),
);

/** Where front matter does not fit, as paths; a field too many is at its own. */
function problems(data: unknown, collection: CollectionName = "articles") {
  const validate = validators.get(collection)!;
  validate(data);
  return (validate.errors ?? []).map(({ instancePath, params }) =>
    [instancePath, params.missingProperty, params.additionalProperty]
      .filter(Boolean)
      .join("/")
      .replace(/^\//, ""),
  );
}

const needed = {
  title: "A title",
  description: "What the reader will know afterwards.",
  pubDate: "2026-01-02",
  category: "work",
};

const texts = [...siteContent()].filter(([file]) => /\.mdx?$/.test(file));

test.each(texts)("%s fits", (file, text) => {
  const { yaml } = splitFrontMatter(String(text));
  const collection = file.split("/")[0] as CollectionName;
  expect(problems(parse(yaml), collection)).toEqual([]);
});

describe("each field", () => {
  const { properties } = JSON.parse(toFrontMatterSchema("articles")) as {
    properties: Record<string, Record<string, unknown>>;
  };

  test("of the model is in the schema, and no other", () => {
    expect(Object.keys(properties)).toEqual(
      Object.keys(articleSchema(pathOnly).shape),
    );
  });

  test.each(Object.entries(properties))(
    "%s has a description and a valid example",
    (name, { title, markdownDescription, examples }) => {
      expect(title).toBe(name);
      expect(markdownDescription).toMatch(/^[A-Z].*\.\s+[A-Z].*\.$/);
      expect(
        problems({ ...needed, [name]: (examples as unknown[])[0] }),
      ).toEqual([]);
    },
  );

  test("has only keywords that editors know", () => {
    expect(toFrontMatterSchema("articles")).not.toMatch(
      /"(?:is|write|example)":/,
    );
  });
});

describe("an invalid value is reported at its place", () => {
  test.each<[string, Record<string, unknown>]>([
    ["title", { title: undefined }],
    ["title", { title: "a".repeat(121) }],
    ["title", { title: " " }],
    ["title", { title: "Two\nparagraphs" }],
    ["title", { title: 2026 }],
    ["catgory", { catgory: "work" }],
    ["pubDate", { pubDate: "3 February 2026" }],
    ["pubDate", { pubDate: "2026-02-03T09:00:00" }],
    ["pubDate", { pubDate: "2026-2-3" }],
    ["draft", { draft: "true" }],
    ["tags/1", { tags: ["fine", "Not Fine"] }],
    ["tags", { tags: ["twice", "twice"] }],
    ["tags", { tags: "baking" }],
    ["authors", { authors: [] }],
    ["cover/alt", { cover: { image: "./a.png" } }],
    ["cover/credit", { cover: { image: "./a.png", alt: "A", credit: "me" } }],
    ["series/part", { series: { id: "a", part: 0 } }],
    [
      "sources/0/url",
      { sources: [{ title: "A", url: "a.org", checked: "2026-01-02" }] },
    ],
    ["canonicalUrl", { canonicalUrl: "/about/" }],
    ["aliases/0", { aliases: ["https://example.org/"] }],
    ["aliases/0", { aliases: ["/a/../b/"] }],
    ["aliases/0", { aliases: ["/"] }],
    ["id", { id: "two words" }],
  ])("%s in %j", (place, fields) => {
    const data = JSON.parse(JSON.stringify({ ...needed, ...fields })) as object;
    expect(problems(data)).toEqual([place]);
    expect(articleSchema(pathOnly).safeParse(data).success).toBe(false);
  });
});

describe("editors accept what check accepts", () => {
  test.each([
    { pubDate: "2026-02-28" },
    { pubDate: "2026-02-28T09:30Z" },
    { pubDate: "2026-02-28T09:30:00.123+01:00" },
    { title: "  Trimmed  \n" },
    { aliases: ["/café/", "/2019/05/a-title.html", "/.well-known/x"] },
    { canonicalUrl: "HTTPS://Example.org" },
    { id: "URN:isbn:1" },
    { title: "é".repeat(120) },
  ])("%j", (fields) => {
    const data = { ...needed, ...fields };
    expect(articleSchema(pathOnly).safeParse(data).error).toBeUndefined();
    expect(problems(data)).toEqual([]);
  });

  test("only check knows which days a month has", () => {
    expect(problems({ ...needed, pubDate: "2026-02-30" })).toEqual([]);
    expect(toArticleDate("2026-02-30")).toBe("calendar");
  });
});
