import { expect, test } from "vitest";
import type { SiteSettings } from "#site-settings.ts";
import { evaluateWith } from "../../support/with-settings.ts";

/** The structured data of the publisher and of two authors, one of them with the name of the publisher. */
const nodesOf = (publisher?: SiteSettings["publisher"]) =>
  evaluateWith(
    { ...(publisher && { publisher }) },
    "seo/json-ld.ts",
    `[it.publisher, ...["Ada Miller", "The Larder"].map((title) => it.toAuthorData({ title, address: "/authors/one/" }))]`,
  );

const home = "https://larder.example/";
const organization = {
  "@type": "Organization",
  name: "The Larder",
  url: home,
  logo: `${home}icon-512.png`,
};
const toAuthor = (name: string) => ({
  "@type": "Person",
  name,
  url: `${home}authors/one/`,
});

test("without a setting the publisher is an organisation with the site's name, and every author a person", () => {
  expect(nodesOf()).toEqual([
    organization,
    toAuthor("Ada Miller"),
    toAuthor("The Larder"),
  ]);
});

test("an author with the name of the organisation in the settings is that organisation", () => {
  expect(nodesOf({ kind: "organisation" })).toEqual([
    organization,
    toAuthor("Ada Miller"),
    organization,
  ]);
  const url = "https://company.example/";
  expect(
    nodesOf({ kind: "organisation", name: "Miller & Co", url }),
  ).toMatchObject([
    { "@type": "Organization", name: "Miller & Co", url },
    { "@type": "Person" },
    { "@type": "Person" },
  ]);
});

test("a personal site is published and written by a person, without any organisation", () => {
  const person = {
    "@type": "Person",
    name: "Ada Miller",
    url: home,
  };
  expect(nodesOf({ kind: "person", name: "Ada Miller" })).toEqual([
    person,
    person,
    toAuthor("The Larder"),
  ]);
});
