import { expect, test } from "vitest";
import { compareArticles, type Article } from "#model/article.ts";
import { toLlms } from "#seo/llms.ts";
import { anArticle } from "../model/an-article.ts";

const category = (slug: string, articles: Article[]) => ({
  slug,
  title: slug,
  description: `${slug}.`,
  address: `/${slug}/`,
  articles,
});
const aPage = (slug: string) => ({
  title: slug,
  description: `${slug}.`,
  address: `/${slug}/`,
});
const linksOf = (text: string) =>
  [...text.matchAll(/^- \[.*?\]\((.*?)\)/gm)].map(([, url]) =>
    url?.replace("https://saucepan.example", ""),
  );

test("llms.txt has at most 60 links, however many articles there are", () => {
  const articles = Array.from({ length: 400 }, (_, index) =>
    anArticle(`a-${index}`),
  );
  for (const count of [1, 5, 40]) {
    const categories = Array.from({ length: count }, (_, index) =>
      category(
        `c-${index}`,
        articles.filter((_, article) => article % count === index),
      ),
    );
    const pages = Array.from({ length: 30 }, (_, index) => aPage(`p-${index}`));
    const text = toLlms({ articles, categories, pages });
    const links = linksOf(text);
    expect(links.length).toBeLessThanOrEqual(60);
    expect(links.length).toBeGreaterThan(30);
    expect(new Set(links).size).toBe(links.length);
    expect(Buffer.byteLength(text)).toBeLessThan(12_000);
    // The newest of each.
    expect(links.slice(0, 2)).toEqual([
      "/articles/a-0.md",
      `/articles/a-${count}.md`,
    ]);
  }
});

test("a small site has every article, and those of one day in the order of their addresses", () => {
  const articles = ["d", "b", "a", "c"]
    .map((slug) => anArticle(slug, { pubDate: "2026-06-15" }))
    .sort(compareArticles);
  const categories = Array.from({ length: 12 }, (_, index) =>
    category(`c-${index}`, index === 5 ? articles : []),
  );
  expect(
    linksOf(toLlms({ articles, categories, pages: [] })).filter((link) =>
      link?.endsWith(".md"),
    ),
  ).toEqual(["a", "b", "c", "d"].map((slug) => `/articles/${slug}.md`));
});

test("superseded articles are not recommended, not even first", () => {
  const old = anArticle("old", { supersededBy: "new", featured: true });
  const articles = [old, anArticle("new"), anArticle("third")];
  const text = toLlms({
    articles,
    categories: [category("work", articles)],
    pages: [],
  });
  expect(linksOf(text).slice(0, 3)).toEqual([
    "/articles/new.md",
    "/articles/third.md",
    "/work/",
  ]);
  expect(text).not.toContain("old");
  expect(text).not.toContain("## About");
});

test("Markdown and HTML in a title are escaped", () => {
  const articles = [
    anArticle("a", {
      title: "C# [and] *b* <i> &amp; R&D",
      description: "A _b_",
    }),
  ];
  expect(toLlms({ articles, categories: [], pages: [] })).toContain(
    "- [C# \\[and\\] \\*b\\* \\<i> \\&amp; R&D](https://saucepan.example/articles/a.md): A \\_b\\_\n",
  );
});

test("a site without articles has the file too", () => {
  expect(toLlms({ articles: [], categories: [], pages: [] })).toMatch(
    /^# Saucepan\n\n> [^]*\n## Optional\n/,
  );
});
