import { gzipSync } from "node:zlib";
import { describe, expect, inject, test } from "vitest";
import { readDist } from "../support/build-site.ts";
import { Page, isIn, readPages } from "../support/read-page.ts";
import { awkwardTitle, canary } from "../support/site-content.ts";

type Node = { "@type": string; "@id": string } & Record<string, any>;

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
/** The page's own node: its id is its address. */
const ofPage = (page: Page): Node => {
  const node = graphOf(page).find(
    (candidate) => candidate["@id"] === host + page.address,
  );
  if (!node) throw new Error(`${page.address} does not tell of itself`);
  return node;
};
const get = (page: Page, { "@id": id }: { "@id": string }): Node => {
  const node = graphOf(page).find((candidate) => candidate["@id"] === id);
  if (!node) throw new Error(`${page.address} does not tell of ${id}`);
  return node;
};

/** Every object of a graph, however deep. */
const objectsIn = (value: unknown): Record<string, unknown>[] =>
  Array.isArray(value)
    ? value.flatMap(objectsIn)
    : value && typeof value === "object"
      ? [
          value as Record<string, unknown>,
          ...Object.values(value).flatMap(objectsIn),
        ]
      : [];
const isReference = (object: Record<string, unknown>) =>
  Object.keys(object).join() === "@id";

/** Whether a reader who opens an address of this site finds something. */
const isThere = (url: string): boolean => {
  const path = decodeURI(new URL(url).pathname).slice(1);
  return dist.has(
    path === "" || path.endsWith("/") ? `${path}index.html` : path,
  );
};

const told = pages.filter((page) => textsOf(page).length > 0);
const indexed = pages.filter(({ isIndexed }) => isIndexed);
const articles = pages.filter(({ address }) =>
  /^\/articles\/[^/]+\/$/.test(address),
);
/** Pages that list articles, whatever they are about. */
const lists = indexed.filter(({ address }) =>
  /^\/$|^\/(?:archive|categories|tags|series|authors)\/|^\/articles\/(?:page\/\d+\/)?$/.test(
    address,
  ),
);

describe("every page", () => {
  test("that is for search engines tells one graph; of the others, only the search", () => {
    expect(indexed.length).toBeGreaterThan(50);
    expect(told.map(({ address }) => address).sort()).toEqual(
      [...indexed.map(({ address }) => address), "/search/"].sort(),
    );
    for (const page of told) {
      expect(textsOf(page), page.address).toHaveLength(1);
      expect(JSON.parse(textsOf(page)[0]!), page.address).toMatchObject({
        "@context": "https://schema.org",
      });
    }
  });

  test("tells each thing once, with its type, under an id of this site", () => {
    for (const page of told) {
      const ids = graphOf(page).map((node) => node["@id"]);
      expect(new Set(ids).size, page.address).toBe(ids.length);
      for (const node of graphOf(page)) {
        expect(node["@id"]).toMatch(/^https:\/\/saucepan\.example\//);
        expect(node["@type"], node["@id"]).toMatch(/^[A-Z]\w+$/);
      }
    }
  });

  test("refers only to what it tells itself or to what can be opened here", () => {
    let references = 0;
    const broken = told.flatMap((page) => {
      const ids = new Set(graphOf(page).map((node) => node["@id"]));
      return objectsIn(graphOf(page))
        .filter(isReference)
        .map((object) => (references++, object["@id"] as string))
        .filter((id) => !ids.has(id) && !isThere(id))
        .map((id) => `${page.address}: ${id}`);
    });
    expect(broken).toEqual([]);
    expect(references).toBeGreaterThan(300);
  });

  test("names no address of this site that leads nowhere", () => {
    const broken = told.flatMap((page) =>
      objectsIn(graphOf(page))
        .flatMap((object) => Object.values(object).flat())
        .filter((value): value is string => typeof value === "string")
        .filter((value) => value.startsWith(`${host}/`))
        // Cards are looked at in head.test.ts; a template is no address yet.
        .filter((value) => !/\/cards\/|[{]/.test(value))
        .filter((value) => !isThere(value))
        .map((value) => `${page.address}: ${value}`),
    );
    expect(broken).toEqual([]);
  });

  test("says of itself what its head says", () => {
    for (const page of told) {
      const node = ofPage(page);
      expect(node.url).toBe(host + page.address);
      expect(node.description, page.address).toBe(page.meta("description"));
      expect(node.dateModified).toBe(page.meta("og:updated_time"));
      expect(node.primaryImageOfPage?.url).toBe(page.meta("og:image"));
      expect(page.all("title")[0]?.text).toContain(
        node.name.replace(/\s+/g, " "),
      );
      // One that belongs elsewhere still is where it is.
      if (page.address !== "/articles/replaced/" && page.isIndexed)
        expect(node.url).toBe(page.canonical);
    }
  });

  test("is part of the site, which one organisation publishes", () => {
    for (const page of told) {
      const site = get(page, ofPage(page).isPartOf);
      expect(site).toMatchObject({ "@type": "WebSite", url: `${host}/` });
      expect(get(page, site.publisher)).toMatchObject({
        "@type": "Organization",
        name: "Saucepan",
        url: `${host}/`,
        logo: expect.stringMatching(/\.(?:svg|png)$/),
      });
    }
  });

  test("says the way to it in the words of links that it has, and ends with its own name", () => {
    for (const page of told.filter(({ address }) => address !== "/")) {
      const { itemListElement: steps } = get(page, ofPage(page).breadcrumb);
      expect(steps.length, page.address).toBeGreaterThan(1);
      // Those above the page's text and the site's own: what is listed below is no way to a page.
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
    expect(graphOf(pageAt("/"))).not.toContainEqual(
      expect.objectContaining({ "@type": "BreadcrumbList" }),
    );
  });

  test("names nothing that is not published", () => {
    const seen = told.filter((page) =>
      textsOf(page).some((text) => text.includes(canary)),
    );
    expect(seen.map(({ address }) => address)).toEqual([]);
  });
});

describe("an article", () => {
  const posting = (page: Page) => find(page, "BlogPosting");
  const footer = (page: Page) =>
    page.elements.filter((element) =>
      isIn(element, ({ name }) => name === "footer"),
    );

  test("is what its page is for, and its page is where it is read", () => {
    expect(articles.length).toBeGreaterThan(25);
    for (const page of articles) {
      expect(ofPage(page)["@type"]).toBe("WebPage");
      expect(ofPage(page).mainEntity["@id"]).toBe(posting(page)["@id"]);
      expect(posting(page).mainEntityOfPage["@id"]).toBe(ofPage(page)["@id"]);
    }
  });

  test("has the title, the description, the days and the length that its page shows", () => {
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
      expect(page.all("header").at(-1)?.text).toContain(
        `${/^PT(\d+)M$/.exec(node.timeRequired)?.[1]} min read`,
      );
      expect(node.image).toBe(page.meta("og:image"));
      expect(node.inLanguage).toBe(page.all("html")[0]?.attributes.lang);
      expect(node.license).toBe(
        page.all("a", { rel: "license" })[0]?.attributes.href,
      );
    }
  });

  test("counts the words that a reader would", () => {
    const plain = articles.filter(({ address }) => /plain-\d/.test(address));
    expect(plain.length).toBeGreaterThan(20);
    for (const page of plain) {
      const text = page
        .all("div", { class: "prose" })[0]!
        .text.replaceAll("Link to this section", "");
      expect(posting(page).wordCount, page.address).toBe(
        text.match(/[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu)?.length,
      );
    }
  });

  test("names the authors of its byline: our desk as the organisation, others as persons", () => {
    for (const page of articles) {
      const links = page.all("a", { rel: "author" });
      const authors: Node[] = posting(page).author.map((author: Node) =>
        get(page, author),
      );
      expect(authors.map(({ name }) => name)).toEqual(
        links.map(({ text }) => text),
      );
      for (const [index, author] of authors.entries())
        if (author.name === "Saucepan")
          expect(author["@id"]).toBe(posting(page).publisher["@id"]);
        else
          expect(author).toMatchObject({
            "@type": "Person",
            url: host + links[index]!.attributes.href,
          });
    }
    expect(graphOf(pageAt("/articles/everything/"))).toContainEqual(
      expect.objectContaining({
        name: "A & B",
        sameAs: "https://example.org/",
      }),
    );
  });

  test("is about its tags, each a term of our own, and stands in its category", () => {
    let tags = 0;
    for (const page of articles) {
      const links = page.all("a", { rel: "tag" });
      const node = posting(page);
      const terms: Node[] = (node.about ?? []).map((term: Node) =>
        get(page, term),
      );
      expect(node.keywords ?? []).toEqual(links.map(({ text }) => text));
      expect(terms.map(({ name }) => name)).toEqual(node.keywords ?? []);
      expect(terms.map((term) => term["@id"])).toEqual(
        links.map(({ attributes }) => `${host}${attributes.href}#term`),
      );
      for (const term of terms) expect(term["@type"]).toBe("DefinedTerm");
      expect(node.articleSection).toBe(page.meta("article:section"));
      tags += terms.length;
    }
    expect(tags).toBeGreaterThan(20);
  });

  test("cites its sources", () => {
    const page = pageAt("/articles/everything/");
    const [source] = page
      .all("li")
      .filter(({ text }) => /, checked \d/.test(text));
    const within = (name: string) =>
      page
        .all(name)
        .find((element) => isIn(element, (outer) => outer === source));
    expect(posting(page).citation).toEqual([
      {
        "@type": "CreativeWork",
        name: within("a")?.text,
        url: within("a")?.attributes.href,
      },
    ]);
    expect(posting(pageAt("/articles/plain-1/"))).not.toHaveProperty(
      "citation",
    );
    expect(ofPage(page).lastReviewed).toBe("2026-06-09");
  });

  test("is a part of its series, and says which", () => {
    for (const [address, part] of [
      ["/articles/everything/", 1],
      ["/articles/in-mdx/", 2],
    ] as const) {
      const page = pageAt(address);
      expect(posting(page)).toMatchObject({
        position: part,
        isPartOf: expect.arrayContaining([
          { "@id": find(page, "CreativeWorkSeries")["@id"] },
        ]),
      });
      expect(footer(page).map(({ text }) => text)).toContain(
        `Part ${part} of ${find(page, "CreativeWorkSeries").name}`,
      );
    }
    expect(posting(pageAt("/articles/plain-1/"))).not.toHaveProperty(
      "position",
    );
  });

  test("that another has replaced says so, and where to read on; one whose successor is not out says neither", () => {
    const replaced = pageAt("/articles/replaced/");
    expect(posting(replaced)).toMatchObject({
      creativeWorkStatus: "Superseded",
      url: "https://example.org/first",
    });
    expect(ofPage(replaced).significantLink).toBe(
      `${host}/articles/everything/`,
    );
    const soon = pageAt("/articles/replaced-by-a-secret/");
    expect(posting(soon)).not.toHaveProperty("creativeWorkStatus");
    expect(ofPage(soon)).not.toHaveProperty("significantLink");
  });

  test("keeps a title that would end a script, to the letter", () => {
    expect(posting(pageAt("/articles/awkward/")).headline).toBe(awkwardTitle);
  });

  test("is told in about a kilobyte, with no list of others", () => {
    for (const page of articles) {
      expect(graphOf(page)).not.toContainEqual(
        expect.objectContaining({ "@type": "ItemList" }),
      );
      expect(
        gzipSync(textsOf(page)[0]!).length,
        page.address,
      ).toBeLessThanOrEqual(1_250);
    }
  });
});

describe("a page of articles", () => {
  test("lists the articles it shows, in its order and no others", () => {
    expect(lists.length).toBeGreaterThan(14);
    for (const page of lists) {
      const list = find(page, "ItemList");
      expect(list.itemListElement.map(({ url }: Node) => url)).toEqual(
        page.listed.map((href) => host + href),
      );
      expect(list.numberOfItems).toBe(page.listed.length);
      for (const [index, item] of list.itemListElement.entries()) {
        expect(item.position).toBe(index + 1);
        expect(
          page
            .all("a", { href: item.url.slice(host.length) })
            .map(({ text }) => text),
        ).toContain(item.name.replace(/\s+/g, " "));
      }
    }
  });

  test("is there for its list, unless it is there for an author", () => {
    for (const page of lists) {
      const { "@type": type, mainEntity, mentions } = ofPage(page);
      const isProfile = page.address.startsWith("/authors/");
      expect(type).toBe(isProfile ? "ProfilePage" : "CollectionPage");
      expect(isProfile ? mentions : mainEntity).toEqual({
        "@id": find(page, "ItemList")["@id"],
      });
    }
    expect(
      get(
        pageAt("/authors/guest/"),
        ofPage(pageAt("/authors/guest/")).mainEntity,
      ),
    ).toMatchObject({ "@type": "Person", name: "A & B" });
    expect(
      get(
        pageAt("/authors/saucepan/"),
        ofPage(pageAt("/authors/saucepan/")).mainEntity,
      ),
    ).toMatchObject({ "@type": "Organization", description: "The desk." });
  });

  test("of a tag or a series says what it is about, as its articles do", () => {
    const about = (address: string) =>
      get(pageAt(address), ofPage(pageAt(address)).about);
    expect(about("/tags/shared/")).toMatchObject({
      "@type": "DefinedTerm",
      name: "Shared & common",
      description: "On every article.",
    });
    expect(about("/series/ladder/")).toMatchObject({
      "@type": "CreativeWorkSeries",
      name: "The ladder",
    });
    const everything = graphOf(pageAt("/articles/everything/"));
    for (const address of ["/tags/shared/", "/series/ladder/"])
      expect(everything.map((node) => node["@id"])).toContain(
        about(address)["@id"],
      );
    expect(about("/tags/shared/page/2/")).toEqual(about("/tags/shared/"));
  });

  test("of all topics holds the set of tags, and every tag of an article is in it", () => {
    const page = pageAt("/topics/");
    const set = find(page, "DefinedTermSet");
    const ids = set.hasDefinedTerm.map((term: Node) => term["@id"]);
    const used = articles
      .flatMap(graphOf)
      .filter((node) => node["@type"] === "DefinedTerm");
    expect(ids.toSorted()).toEqual(
      [...new Set(used.map((term) => term["@id"]))].sort(),
    );
    for (const term of used)
      expect(term.inDefinedTermSet["@id"]).toBe(set["@id"]);
  });
});

describe("the site", () => {
  test("says on the home page how to search it, as its own form does", () => {
    const { potentialAction, description } = find(pageAt("/"), "WebSite");
    expect(description).toBe(pageAt("/").meta("description"));
    expect(potentialAction["query-input"]).toBe(
      "required name=search_term_string",
    );
    const form = pageAt("/404.html").all("form", { role: "search" })[0];
    const field = pageAt("/404.html").all("input", { type: "search" })[0];
    expect(potentialAction.target.urlTemplate).toBe(
      `${host}${form?.attributes.action}?${field?.attributes.name}={search_term_string}`,
    );
    expect(find(pageAt("/about/"), "WebSite")).not.toHaveProperty(
      "potentialAction",
    );
  });

  test("calls its kinds of page by their names", () => {
    const kinds = ["/", "/about/", "/privacy/", "/search/", "/topics/"].map(
      (address) => ofPage(pageAt(address))["@type"],
    );
    expect(kinds).toEqual([
      "CollectionPage",
      "AboutPage",
      "WebPage",
      "SearchResultsPage",
      "CollectionPage",
    ]);
    const about = pageAt("/about/");
    expect(get(about, ofPage(about).about)["@type"]).toBe("Organization");
  });
});
