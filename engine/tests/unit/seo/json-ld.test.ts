import { expect, test } from "vitest";
import { toGraph, toScriptText } from "#seo/json-ld.ts";
import { publisher, toAuthorData, toTagData } from "#seo/json-ld-nodes.ts";
import { anArticle, names } from "../model/an-article.ts";

const head = {
  kind: "page",
  title: "About",
  description: "What this is.",
  address: "/about/",
} as const;
const graphOf = (...given: Parameters<typeof toGraph>) =>
  toGraph(...given)["@graph"] as { "@type": string; "@id": string }[];
const typesOf = (...given: Parameters<typeof toGraph>) =>
  graphOf(...given).map((node) => node["@type"]);

test("a page that says nothing more is told with its way, its site and who publishes that", () => {
  expect(typesOf(head)).toEqual([
    "WebPage",
    "BreadcrumbList",
    "WebSite",
    "Organization",
  ]);
  expect(graphOf(head)[0]).toEqual({
    "@type": "WebPage",
    "@id": "https://saucepan.example/about/",
    url: "https://saucepan.example/about/",
    name: "About",
    description: "What this is.",
    isPartOf: { "@id": "https://saucepan.example/#website" },
    breadcrumb: { "@id": "https://saucepan.example/about/#breadcrumbs" },
  });
});

test("the way to a page begins at the home page and ends without a link", () => {
  const above = { title: "Topics", address: "/topics/" };
  expect(graphOf(head, { trail: [above], step: "Here" })[1]).toMatchObject({
    itemListElement: [
      { position: 1, name: "Saucepan", item: "https://saucepan.example/" },
      { position: 2, name: "Topics", item: "https://saucepan.example/topics/" },
      { "@type": "ListItem", position: 3, name: "Here" },
    ],
  });
});

test("the home page alone has no way to it, and tells how to search", () => {
  const { title: _, ...untitled } = head;
  const [page, site] = graphOf({ ...untitled, kind: "home", address: "/" });
  expect(page).toMatchObject({ "@type": "CollectionPage", name: "Saucepan" });
  expect(page).not.toHaveProperty("breadcrumb");
  expect(site).toMatchObject({
    potentialAction: {
      target: {
        urlTemplate: "https://saucepan.example/search/?q={search_term_string}",
      },
    },
  });
});

test("a page is there for its list, unless it is there for something else", () => {
  const listed = [anArticle("b"), anArticle("a")];
  const list = { "@id": "https://saucepan.example/about/#list" };
  const guest = toAuthorData(names.authors.get("guest")!);
  const [forList, , told] = graphOf(head, { listed });
  expect(forList).toMatchObject({ mainEntity: list });
  expect(forList).not.toHaveProperty("mentions");
  expect(told).toMatchObject({
    numberOfItems: 2,
    itemListElement: [
      { position: 1, url: "https://saucepan.example/articles/b/" },
      { position: 2, url: "https://saucepan.example/articles/a/" },
    ],
  });
  expect(graphOf(head, { listed, mainEntity: guest })[0]).toMatchObject({
    mainEntity: { "@id": "https://saucepan.example/guest/#author" },
    mentions: list,
  });
});

test("what is named twice is told once, as it is first", () => {
  const nodes = graphOf(head, {
    mainEntity: { ...publisher, description: "The desk." },
    named: [toTagData(names.tags.get("baking")!), publisher],
  });
  expect(nodes.map((node) => node["@type"])).toEqual([
    "WebPage",
    "BreadcrumbList",
    "Organization",
    "DefinedTerm",
    "WebSite",
  ]);
  expect(nodes[2]).toHaveProperty("description", "The desk.");
});

test("an author with the publisher's name is the publisher, and nobody else is", () => {
  const [desk, guest] = ["saucepan", "guest"].map((name) =>
    toAuthorData({ ...names.authors.get(name)!, url: "https://me.example/" }),
  );
  expect(desk).toBe(publisher);
  expect(guest).toMatchObject({
    "@type": "Person",
    name: "A guest",
    sameAs: "https://me.example/",
  });
});

test("no title ends the element it stands in", () => {
  const title = '</script><!-- "quoted" & done';
  const text = toScriptText(toGraph({ ...head, title }));
  expect(text).not.toContain("<");
  expect(JSON.parse(text)["@graph"][0].name).toBe(title);
});
