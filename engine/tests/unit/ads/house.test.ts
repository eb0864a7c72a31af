import { expect, test } from "vitest";
import { toHouseAds } from "#ads/house.ts";
import type { CallToAction } from "#model/article.ts";
import { anArticle, names } from "../model/an-article.ts";

const call = (fields: Partial<CallToAction>): CallToAction => ({
  heading: "A",
  text: "B.",
  link: "/b/",
  label: "C",
  categories: [],
  tags: [],
  ...fields,
});
const adsFor = (
  article: ReturnType<typeof anArticle>,
  calls: Record<string, Partial<CallToAction>>,
  subscribe?: CallToAction,
) =>
  toHouseAds(
    article,
    new Map(
      Object.entries(calls).map(([id, fields]) => [
        id,
        call({ heading: id, link: `/${id}/`, ...fields }),
      ]),
    ),
    subscribe,
  ).map(({ heading }) => heading);

const article = anArticle("one", { tags: ["baking", "bread"] });

test("the publication's own advertisements name the article's category or tags; those with most in common come first", () => {
  expect(
    adsFor(article, {
      work: { categories: ["work"] },
      two: { tags: ["bread", "baking", "cake"] },
      other: { categories: ["play"], tags: ["cake"] },
      everywhere: {},
      three: { categories: ["work"], tags: ["bread", "baking"] },
    }),
  ).toEqual(["three", "two", "work"]);
});

test("those with as much in common have turns, always the same for one article", () => {
  const calls = { a: { tags: ["baking"] }, b: { tags: ["baking"] } };
  const firsts = Array.from({ length: 20 }, (_, index) => {
    const [first] = adsFor(
      anArticle(`article-${index}`, { tags: ["baking"] }),
      calls,
    );
    return first;
  });
  expect(new Set(firsts)).toEqual(new Set(["a", "b"]));
  expect(adsFor(article, calls)).toEqual(adsFor(article, calls));
});

test("a call to action that the page shows anyway is not advertised there", () => {
  const calls = {
    closing: { tags: ["baking"], link: "/rss.xml" },
    subscribe: { tags: ["baking"], link: "/subscribe/" },
    "in-text": { tags: ["baking"], link: "/book/" },
    free: { tags: ["baking"] },
  };
  const page = {
    ...anArticle("one", { tags: ["baking"], cta: "feed" }),
    callsInText: { book: call({ link: "/book/" }) },
  };
  expect(names["calls-to-action"].get("feed")?.link).toBe("/rss.xml");
  expect(adsFor(page, calls, call({ link: "/subscribe/" }))).toEqual(["free"]);
});
