import { expect, test } from "vitest";
import {
  publisher,
  toArticleData,
  toAuthorData,
  toGraph,
  toProfileData,
  toScriptText,
} from "#seo/json-ld.ts";
import { anArticle, names } from "../model/an-article.ts";

const head = { title: "About", address: "/about/" };

test("breadcrumbs begin at the home page and end without a link", () => {
  const above = { title: "Topics", address: "/topics/" };
  expect(toGraph(head, { trail: [above], step: "Here" })["@graph"]).toEqual([
    {
      "@type": "BreadcrumbList",
      itemListElement: [
        {
          "@type": "ListItem",
          position: 1,
          name: "Saucepan",
          item: "https://saucepan.example/",
        },
        {
          "@type": "ListItem",
          position: 2,
          name: "Topics",
          item: "https://saucepan.example/topics/",
        },
        { "@type": "ListItem", position: 3, name: "Here" },
      ],
    },
  ]);
});

test("the home page has the site and its publisher, and no breadcrumbs", () => {
  expect(toGraph({ address: "/" })["@graph"]).toEqual([
    {
      "@type": "WebSite",
      name: "Saucepan",
      url: "https://saucepan.example/",
    },
    publisher,
  ]);
});

test("an article has its dates, authors and publisher", () => {
  expect(
    toArticleData(
      anArticle("a", {
        title: "A",
        pubDate: "2026-01-02",
        updatedDate: "2026-03-04",
      }),
    ).main,
  ).toMatchObject({
    "@type": "BlogPosting",
    headline: "A",
    url: "https://saucepan.example/articles/a/",
    datePublished: "2026-01-02",
    dateModified: "2026-03-04",
    timeRequired: "PT1M",
    author: [publisher],
    publisher,
  });
});

test("an article that first appeared elsewhere has that address", () => {
  const canonicalUrl = "https://first.example/a";
  expect(toArticleData(anArticle("a", { canonicalUrl })).main).toHaveProperty(
    "url",
    canonicalUrl,
  );
});

test("the parent of an article is its category, or all articles if its label hides the category", () => {
  expect(toArticleData(anArticle("a")).trail).toMatchObject([
    { title: "Work", address: "/work/" },
  ]);
  expect(
    toArticleData(anArticle("a", { kicker: "Field note" })).trail,
  ).toMatchObject([{ title: "Articles", address: "/articles/" }]);
});

test("an author with the publisher's name is the publisher, and nobody else is", () => {
  const [desk, guest] = ["saucepan", "guest"].map((name) => ({
    ...names.authors.get(name)!,
    url: "https://me.example/",
  }));
  expect(toAuthorData(desk!)).toBe(publisher);
  expect(toProfileData(guest!)).toMatchObject({
    "@type": "ProfilePage",
    mainEntity: {
      "@type": "Person",
      name: "A guest",
      sameAs: "https://me.example/",
      description: guest!.description,
    },
  });
});

test("no title can end the script element", () => {
  const title = '</script><!-- "quoted" & done';
  const text = toScriptText(toGraph({ ...head, title }));
  expect(text).not.toContain("<");
  expect(JSON.parse(text)["@graph"][0].itemListElement.at(-1)).toHaveProperty(
    "name",
    title,
  );
});
