import { describe, expect, inject, test } from "vitest";
import { readDist } from "../support/build-site.ts";
import { Page, isIn, readPages } from "../support/read-page.ts";
import { awkwardTitle, canary } from "../support/site-content.ts";

type Node = { "@type": string } & Record<string, any>;

const host = "https://saucepan.example";
const dist = readDist(inject("site"));
const pages = readPages(dist);
const pageAt = (address: string): Page => {
  const page = pages.find((candidate) => candidate.address === address);
  if (!page) throw new Error(`There is no ${address}`);
  return page;
};

const textsOf = (page: Page): string[] =>
  page.all("script", { type: "application/ld+json" }).map(({ text }) => text);
const graphOf = (page: Page): Node[] =>
  textsOf(page).flatMap((text) => JSON.parse(text)["@graph"] as Node[]);
const find = (page: Page, type: string): Node => {
  const node = graphOf(page).find((candidate) => candidate["@type"] === type);
  if (!node) throw new Error(`${page.address} has no ${type}`);
  return node;
};
const indexed = pages.filter(({ isIndexed }) => isIndexed);
const articles = pages.filter(({ address }) =>
  /^\/articles\/[^/]+\/$/.test(address),
);
const typesOf = (page: Page) => graphOf(page).map((node) => node["@type"]);

describe("every page", () => {
  test("that is for search engines has one graph, and no other page has any", () => {
    expect(indexed.length).toBeGreaterThan(50);
    for (const page of pages) {
      expect(textsOf(page), page.address).toHaveLength(page.isIndexed ? 1 : 0);
      for (const text of textsOf(page))
        expect(JSON.parse(text), page.address).toMatchObject({
          "@context": "https://schema.org",
        });
    }
  });

  test("has only the types that search engines document", () => {
    // What a publication's own pages have is its decision.
    for (const page of indexed.filter(
      ({ address }) => !address.startsWith("/tools/"),
    ))
      expect(typesOf(page), page.address).toEqual(
        page.address === "/"
          ? ["WebSite", "Organization"]
          : articles.includes(page)
            ? ["BlogPosting", "BreadcrumbList"]
            : page.address.startsWith("/authors/")
              ? ["ProfilePage", "BreadcrumbList"]
              : ["BreadcrumbList"],
      );
  });

  test("has breadcrumbs in the words of links above its text, and ends with its own name", () => {
    for (const page of indexed.filter(({ address }) => address !== "/")) {
      const { itemListElement: steps } = find(page, "BreadcrumbList");
      expect(steps.length, page.address).toBeGreaterThan(1);
      const links = page
        .all("a")
        .filter(
          (link) =>
            !isIn(link, ({ name }) => name === "main") ||
            isIn(link, ({ name }) => name === "header"),
        )
        .map(({ text, attributes }) => `${text} ${host}${attributes.href}`);
      for (const [index, step] of steps.entries()) {
        expect(step).toMatchObject({
          "@type": "ListItem",
          position: index + 1,
        });
        if (index < steps.length - 1)
          expect(links, page.address).toContain(`${step.name} ${step.item}`);
      }
      expect(steps.at(-1).name.replace(/\s+/g, " ")).toBe(page.h1);
      expect(steps.at(-1)).not.toHaveProperty("item");
    }
  });

  test("names nothing that is not published", () => {
    const seen = indexed.filter((page) =>
      textsOf(page).some((text) => text.includes(canary)),
    );
    expect(seen.map(({ address }) => address)).toEqual([]);
  });
});

const publisher = {
  "@type": "Organization",
  name: "Saucepan",
  url: `${host}/`,
  logo: expect.stringMatching(/\.(?:svg|png)$/),
};

describe("an article", () => {
  const posting = (page: Page) => find(page, "BlogPosting");

  test("has the title, description, dates, picture and publisher that its page shows", () => {
    expect(articles.length).toBeGreaterThan(25);
    for (const page of articles) {
      const node = posting(page);
      const [published, ...more] = page.all("time");
      const updated = more.find(({ within }) =>
        within.at(-1)?.text.startsWith("Updated"),
      );
      expect(node.headline.replace(/\s+/g, " ")).toBe(page.h1);
      expect(node.description).toBe(page.meta("description"));
      expect(node.datePublished).toBe(published?.attributes.datetime);
      expect(node.dateModified).toBe(
        (updated ?? published)?.attributes.datetime,
      );
      expect(node.image).toBe(page.meta("og:image"));
      expect(node.publisher).toEqual(publisher);
    }
  });

  test("names the authors of its byline: the desk as the organisation, others as persons", () => {
    for (const page of articles) {
      const links = page.all("a", { rel: "author" });
      const authors: Node[] = posting(page).author;
      expect(authors.map(({ name }) => name)).toEqual(
        links.map(({ text }) => text),
      );
      for (const [index, author] of authors.entries())
        expect(author).toMatchObject(
          author.name === "Saucepan"
            ? publisher
            : {
                "@type": "Person",
                url: host + links[index]!.attributes.href,
              },
        );
    }
    expect(posting(pageAt("/articles/everything/")).author).toContainEqual(
      expect.objectContaining({
        name: "A & B",
        sameAs: "https://example.org/",
      }),
    );
  });

  test("has the address in the page's head, if it was replaced, too", () => {
    for (const page of articles)
      expect(posting(page).url, page.address).toBe(page.canonical);
    expect(posting(pageAt("/articles/replaced/")).url).toBe(
      `${host}/articles/everything/`,
    );
  });

  test("keeps a title that would end a script, to the letter", () => {
    expect(posting(pageAt("/articles/awkward/")).headline).toBe(awkwardTitle);
  });
});

test("an author's page is the profile of a person or of the organisation", () => {
  const profile = (address: string) =>
    find(pageAt(address), "ProfilePage").mainEntity;
  expect(profile("/authors/guest/")).toMatchObject({
    "@type": "Person",
    name: "A & B",
  });
  expect(profile("/authors/saucepan/")).toEqual({
    ...publisher,
    description: "The desk.",
  });
});

test("the home page names the site and its publisher", () => {
  expect(graphOf(pageAt("/"))).toEqual([
    { "@type": "WebSite", name: "Saucepan", url: `${host}/` },
    publisher,
  ]);
});
