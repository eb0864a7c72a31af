import { parseOpml } from "feedsmith";
import { expect, test } from "vitest";
import type { Followed } from "#model/follow.ts";
import { toOpml } from "#feeds/opml.ts";
import { anArticle } from "../model/an-article.ts";

const awkward = `<b>bold</b> & "quoted" ]]> 😀 שלום 'it's' \u0008`;
const followed: Followed[] = [
  {
    kind: "site",
    title: "Saucepan",
    description: "All of it.",
    address: "/",
    articles: [
      anArticle("new", { pubDate: "2026-02-03" }),
      anArticle("old", { pubDate: "2026-01-01", updatedDate: "2026-03-04" }),
    ],
  },
  {
    kind: "tag",
    title: awkward,
    description: awkward,
    address: "/tags/awkward/",
    articles: [anArticle()],
  },
  {
    kind: "tag",
    title: "Baking",
    description: "Baking.",
    address: "/tags/baking/",
    articles: [anArticle()],
  },
];

test("OPML has the site's feed and a folder for each kind of topic", () => {
  const { head, body } = parseOpml(toOpml(followed));
  expect(head?.title).toBe("Saucepan: all feeds");
  expect(body?.outlines).toHaveLength(2);
  expect(body?.outlines?.[0]).toMatchObject({
    type: "rss",
    text: "Saucepan",
    title: "Saucepan",
    description: "All of it.",
    xmlUrl: "https://saucepan.example/rss.xml",
    htmlUrl: "https://saucepan.example/",
    language: "en-gb",
  });
  expect(body?.outlines?.[1]).toMatchObject({
    type: "folder",
    text: "Tags",
    outlines: [
      { xmlUrl: "https://saucepan.example/tags/awkward/rss.xml" },
      { text: "Saucepan: Baking (tag)" },
    ],
  });
});

test("names are as written, without characters that XML forbids", () => {
  const outline = parseOpml(toOpml(followed)).body?.outlines?.[1]
    ?.outlines?.[0];
  const written = awkward.replace(" \u0008", "");
  expect(outline?.text).toBe(`Saucepan: ${written}  (tag)`);
  expect(outline?.description).toBe(written);
});

test("its date of change is that of the newest article", () => {
  expect(parseOpml(toOpml(followed)).head?.dateModified).toBe(
    "Wed, 04 Mar 2026 00:00:00 GMT",
  );
  expect(toOpml([])).not.toContain("dateModified");
});
