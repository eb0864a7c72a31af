import { expect, test } from "vitest";
import { toPageTitle } from "#seo/page-title.ts";
import { site } from "#site.ts";

const go = { ...site, name: "Go", tagline: "A language." };

test.each([
  ["Good tools", true, "Good tools · Go"],
  ["Go to market", true, "Go to market · Go"],
  ["Good tools", false, "Good tools · Go"],
  ["About Go", false, "About Go"],
  [undefined, false, "Go: A language."],
])("a page titled %s (an article: %s) is %s", (title, isArticle, expected) => {
  expect(toPageTitle(title, isArticle, go)).toBe(expected);
});
