import { globSync } from "node:fs";
import { basename } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { pageAt, readDist } from "gatepost/tests/support/build-site.ts";
import { isIn, Page } from "gatepost/tests/support/read-page.ts";
import { toHref } from "gatepost/urls.ts";
import { catalogue } from "../src/certificates/addresses.ts";
import { mostChanges, toChanges } from "../src/certificates/changes.ts";
import type { CatalogueFile } from "../src/certificates/data.ts";
import { formatReading, toFacts } from "../src/certificates/facts.ts";
import { notConfirmed } from "../src/certificates/format.ts";
import { root } from "./support/publication.ts";

const dist = readDist(inject("site"));
const read = (address: string): string => {
  const file = dist.get(address.slice(1));
  if (!file) throw new Error(`There is no ${address}`);
  return file.toString();
};
const open = (address: string): Page =>
  new Page(`${address.slice(1)}index.html`, pageAt(dist, address));
const { certificates } = JSON.parse(read(catalogue.json)) as CatalogueFile;
const idsIn = (folder: string) =>
  globSync(`src/content/${folder}/*.md`, { cwd: root })
    .map((file) => basename(file, ".md"))
    .sort();
const slugs = idsIn("certificates");
const changes = toChanges(certificates);

test("every certificate has a row in the table, and one in each file", () => {
  expect(slugs.length).toBeGreaterThan(0);
  expect(certificates.map(({ slug }) => slug).sort()).toEqual(slugs);
  const csv = read(catalogue.csv);
  const links = open(catalogue.home)
    .all("a")
    .filter((link) => isIn(link, ({ name }) => name === "tbody"))
    .map(({ attributes }) => attributes.href);
  expect(links.sort()).toEqual(
    slugs.map((slug) => toHref(catalogue.certificate(slug))).sort(),
  );
  for (const { page } of certificates) expect(csv).toContain(`,${page}\r\n`);
});

test("the table is complete without JavaScript: no cell is empty, and no row is hidden", () => {
  const page = open(catalogue.home);
  const rows = page
    .all("tr")
    .filter((row) => isIn(row, ({ name }) => name === "tbody"));
  expect(rows).toHaveLength(slugs.length);
  const cells = page.elements.filter(
    (element) =>
      ["td", "th"].includes(element.name) &&
      isIn(element, ({ name }) => name === "tbody"),
  );
  expect(cells).toHaveLength(
    rows.length * page.all("th", { scope: "col" }).length,
  );
  expect(cells.filter(({ text }) => text === "")).toEqual([]);
  expect(
    page.elements.filter(
      (one) =>
        isIn(one, ({ name }) => name === "tbody") && "hidden" in one.attributes,
    ),
  ).toEqual([]);
});

describe.each(certificates)("the page of $slug", (certificate) => {
  const page = open(catalogue.certificate(certificate.slug));
  const main = page.all("main")[0]!.text;

  test("has each fact with its source and the day it was read, or says that it is not confirmed", () => {
    const hrefs = page.all("a").map(({ attributes }) => attributes.href);
    for (const { value, source } of toFacts(certificate)) {
      if (value === undefined) expect(main).toContain(notConfirmed);
      else {
        expect(hrefs).toContain(source?.url);
        expect(main).toContain(formatReading(source!));
      }
    }
  });

  test("has its name above all, and answers each reader before the facts", () => {
    expect(page.h1).toContain(certificate.name);
    const facts = main.indexOf("What we found");
    for (const { who, why } of certificate.readers) {
      expect(main).toContain(why);
      expect(main.indexOf(who)).toBeLessThan(facts);
    }
  });

  test("has structured data", () => {
    const { text } = page.all("script", { type: "application/ld+json" })[0]!;
    const graph = (JSON.parse(text) as { "@graph": object[] })["@graph"];
    expect(graph).toContainEqual(
      expect.objectContaining({
        "@type": "EducationalOccupationalCredential",
        name: certificate.name,
        recognizedBy: { "@type": "Organization", name: certificate.issuer },
      }),
    );
  });
});

describe("changes", () => {
  test("are all in the log, each with an id of its own", () => {
    const ids = changes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const page = open(catalogue.changes);
    expect(
      page
        .all("li")
        .flatMap(({ attributes }) => attributes.id ?? [])
        .sort(),
    ).toEqual(ids.sort());
  });

  test("are in both feeds under the same permanent ids", () => {
    const { items } = JSON.parse(read(catalogue.jsonFeed)) as {
      items: { id: string; url: string; content_html: string }[];
    };
    const atom = read(catalogue.atom);
    expect(items).toHaveLength(Math.min(changes.length, mostChanges));
    for (const { id, url, content_html } of items) {
      expect(atom).toContain(`<id>${id}</id>`);
      const change = changes.find((one) => url.endsWith(`#${one.id}`))!;
      expect(id).toMatch(new RegExp(`^tag:.*${change.id}$`));
      expect(content_html).toContain("What to do");
    }
  });
});

test("every comparison has a page with its certificates, and the page of comparisons lists it", () => {
  const pairs = idsIn("certificates/comparisons");
  expect(pairs.length).toBeGreaterThan(0);
  const links = open(catalogue.compare)
    .all("a")
    .map(({ attributes }) => attributes.href);
  for (const pair of pairs) {
    expect(links).toContain(toHref(catalogue.comparison(pair)));
    const heads = open(catalogue.comparison(pair)).all("th", { scope: "col" });
    expect(heads.length).toBeGreaterThan(1);
    for (const { text } of heads)
      expect(certificates.map(({ short }) => short)).toContain(text);
  }
});

test("the scripts of the catalogue are on its own pages only", () => {
  const scriptsOf = (isOwn: boolean) =>
    new Set(
      [...dist]
        .filter(([path]) => path.endsWith(".html"))
        .filter(([path]) => path.startsWith(catalogue.home.slice(1)) === isOwn)
        .flatMap(([, html]) =>
          [...html.toString().matchAll(/<script[^>]* src="([^"]+)"/g)].map(
            ([, src]) => src,
          ),
        ),
    );
  const elsewhere = scriptsOf(false);
  const own = [...scriptsOf(true)].filter((src) => !elsewhere.has(src));
  // The table, the comparison, the calculator and the calendar.
  expect(own).toHaveLength(4);
});

test("the table links to the data and its licence", () => {
  expect(
    open(catalogue.home)
      .all("a")
      .map(({ attributes }) => attributes.href),
  ).toEqual(
    expect.arrayContaining([
      toHref(catalogue.csv),
      toHref(catalogue.json),
      "https://creativecommons.org/licenses/by/4.0/",
    ]),
  );
});
