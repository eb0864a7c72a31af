import { describe, expect, test } from "vitest";
import { compareArticles, type Article } from "#model/article.ts";
import { followSuccessors } from "#model/freshness.ts";
import { toRelated } from "#model/related.ts";
import { anArticle } from "./an-article.ts";

type Fields = Record<string, unknown> & { terms?: Record<string, number> };

/** An article about nothing but what it is given; no two stand beside each other in time unless they are asked to. */
const about = (slug: string, { terms = {}, ...fields }: Fields = {}) => {
  const article = anArticle(slug, {
    title: slug,
    description: slug,
    ...fields,
  });
  return { ...article, body: { ...article.body, terms } };
};
/** Articles that have nothing to do with any other, to stand between those of a test and to make what they share rare. */
const strangers = (howMany: number) =>
  Array.from({ length: howMany }, (_, index) =>
    about(`stranger-${index}`, {
      pubDate: "2026-01-01",
      tags: [`tag-${index}`],
    }),
  ).map((article, index) => ({
    ...article,
    category: { ...article.category, slug: `category-${index}` },
  }));
const inCategory = (article: Article, slug: string, title: string) => ({
  ...article,
  category: { ...article.category, slug, title },
});

/** What stands below an article: "slug: reason". */
const below = (articles: Article[], slug: string) =>
  toRelated(followSuccessors(articles).sort(compareArticles))
    .get(slug)
    ?.map(({ article, reason }) => `${article.slug}: ${reason}`);

const days = ["2026-05-01", "2025-05-01", "2024-05-01", "2023-05-01"];
const spread = (slugs: string[], toFields: (slug: string) => Fields) =>
  slugs.flatMap((slug, index) => [
    about(slug, { pubDate: days[index], ...toFields(slug) }),
    // Its neighbour on both sides is somebody else.
    ...strangers(1).map((article) => ({
      ...article,
      slug: `between-${index}`,
      category: { ...article.category, slug: `between-${index}` },
      tags: [],
      pubDate: { ...article.pubDate, time: Date.parse(days[index]!) - 1000 },
    })),
  ]);

describe("each article is recommended with its reason", () => {
  test("the tags that both have, the rarer ones first, two at most", () => {
    const articles = [
      ...spread(["a", "b", "c"], (slug) => ({
        tags: slug === "c" ? ["cloud"] : ["cloud", "money", "cakes"],
      })),
      ...strangers(6),
    ];
    expect(below(articles, "a")).toEqual([
      "b: also about cakes and money",
      "c: also about cloud",
    ]);
  });

  test("tags stand in the sentence as the articles write them", () => {
    const articles = [
      ...spread(["a", "b"], () => ({
        tags: ["baking", "kubernetes"],
        terms: { Kubernetes: 3, baking: 2 },
      })),
      ...strangers(4),
    ];
    expect(below(articles, "a")).toEqual([
      "b: also about baking, from inside and Kubernetes",
    ]);
  });

  test("the category when they share no tag", () => {
    const articles = spread(["a", "b"], () => ({ tags: [] })).concat(
      strangers(4),
    );
    expect(below(articles, "a")).toEqual(["b: also in Work"]);
  });

  test("the words that say most in both when they share nothing else, in their own form", () => {
    const [a, ...others] = [
      ...spread(["a", "b"], () => ({
        terms: { kubeadm: 4, Kubernetes: 3, cake: 1 },
      })),
      ...strangers(4),
    ];
    expect(below([inCategory(a!, "other", "Other"), ...others], "a")).toEqual([
      "b: also mentions kubeadm and Kubernetes",
    ]);
  });

  test.each([6, 300])(
    "a word that most of them have is no reason: %d articles",
    (howMany) => {
      const articles = strangers(howMany).map((article) => ({
        ...article,
        body: { ...article.body, terms: { saucepan: 9 } },
      }));
      expect(below(articles, "stranger-3")).toEqual([]);
      const two = articles.map((article) =>
        /-[15]$/.test(article.slug)
          ? { ...article, body: { ...article.body, terms: { kubeadm: 1 } } }
          : article,
      );
      expect(below(two, "stranger-1")).toEqual([
        "stranger-5: also mentions kubeadm",
      ]);
    },
  );
});

describe("what is not to be read next is not recommended", () => {
  const same = { tags: ["rare"] };

  test("neighbours and the parts of the same series are on the page already", () => {
    const articles = [
      about("a", { ...same, pubDate: "2026-05-04" }),
      about("neighbour", { ...same, pubDate: "2026-05-03" }),
      ...strangers(4),
      ...spread(["part", "other"], (slug) => ({
        ...same,
        pubDate: slug === "part" ? "2020-01-01" : "2019-01-01",
        ...(slug === "part" ? { series: { id: "ladder", part: 2 } } : {}),
      })),
    ].map((article) =>
      article.slug === "a"
        ? { ...article, series: { topic: seriesTopic, part: 1 } }
        : article,
    );
    expect(below(articles, "a")).toEqual(["other: also about rare"]);
    expect(below(articles, "other")).toContain("a: also about rare");
  });
  const seriesTopic = anArticle("x", { series: { id: "ladder", part: 1 } })
    .series!.topic;

  test("nor one that was replaced; what took its place is", () => {
    const articles = [
      ...spread(["a", "old", "new"], (slug) => ({
        ...same,
        ...(slug === "old" ? { supersededBy: "new" } : {}),
      })),
      ...strangers(4),
    ];
    expect(below(articles, "a")).toEqual(["new: also about rare"]);
    // Its page leads to the new one already.
    expect(below(articles, "old")).toEqual(["a: also about rare"]);
  });

  test("nor a draft or one that is to appear, though while they are written they show what they will lead to", () => {
    const articles = [
      ...spread(["a", "b", "hidden", "later"], (slug) => ({
        ...same,
        ...(slug === "hidden" ? { draft: true } : {}),
        ...(slug === "later" ? { pubDate: "2027-01-01" } : {}),
      })),
      ...strangers(4),
    ];
    expect(below(articles, "a")).toEqual(["b: also about rare"]);
    expect(below(articles, "hidden")).toHaveLength(2);
  });
});

describe("a writer's own choice counts", () => {
  const articles = (related: string[], more: Fields = {}) => [
    about("a", { pubDate: "2026-05-04", tags: ["rare"], related }),
    about("beside", { pubDate: "2026-05-03", ...more }),
    ...strangers(4),
    about("alike", { pubDate: "2019-01-01", tags: ["rare"] }),
    about("new", { pubDate: "2018-01-01" }),
  ];

  test("in its order, with what they share as the reason, neighbours too", () => {
    expect(below(articles(["new", "beside", "stranger-2"]), "a")).toEqual([
      "new: also in Work",
      "beside: also in Work",
      "stranger-2: chosen by the writer of this one",
    ]);
  });

  test("an empty list means none", () => {
    expect(below(articles([]), "a")).toEqual([]);
  });

  test("what was replaced gives way to what replaced it, once", () => {
    expect(
      below(articles(["beside", "new"], { supersededBy: "new" }), "a"),
    ).toEqual(["new: also in Work"]);
  });

  test("what is not out is left out, and when nothing is left they are found as ever", () => {
    expect(below(articles(["beside", "new"], { draft: true }), "a")).toEqual([
      "new: also in Work",
    ]);
    expect(below(articles(["nowhere"]), "a")).toContain(
      "alike: also about rare",
    );
  });
});

/** Articles with tags and words of unequal weight, the same ones for the same number. */
function corpus(howMany: number): Article[] {
  return Array.from({ length: howMany }, (_, number) => {
    const pick = (from: number, nth: number) =>
      ((number * 7919 + nth * 104729) * 31) % from;
    const terms = Object.fromEntries(
      Array.from({ length: 40 }, (_, nth) => [
        // From the commonest, in one of two articles, to the rarest, in one of howMany.
        `w${nth}x${pick(2 ** (1 + (nth % Math.ceil(Math.log2(howMany)))), nth)}`,
        1 + (nth % 4),
      ]),
    );
    return about(`n${number}`, {
      pubDate: new Date(Date.UTC(2010, 0, 1) + number * 3e7).toISOString(),
      tags: [`t${pick(10, 50)}`, `u${pick(40, 51)}`],
      terms,
    });
  }).sort(compareArticles);
}

test("the same articles get the same answer in whatever order they were read", () => {
  const names = (articles: Article[]) =>
    [...toRelated(articles.sort(compareArticles))]
      .map(
        ([slug, list]) =>
          `${slug}: ${list.map(({ article, reason }) => article.slug + reason).join()}`,
      )
      .sort();
  expect(names(corpus(60).toReversed())).toEqual(names(corpus(60)));
});

test("those that share as much stand in the order of their names, three of them", () => {
  const articles = [
    ...spread(["a"], () => ({ tags: ["rare"] })),
    ...strangers(6),
    ...["e", "c", "d", "b"].map((slug) =>
      about(slug, { pubDate: "2019-01-01", tags: ["rare"] }),
    ),
  ];
  expect(below(articles, "a")).toEqual(
    ["b", "c", "d"].map((slug) => `${slug}: also about rare`),
  );
});

test("eight times as many articles are looked at about eight times as often", () => {
  const looksAt = (howMany: number) => {
    const tally = { looks: 0 };
    const related = toRelated(corpus(howMany), tally);
    expect([...related.values()].every(({ length }) => length === 3)).toBe(
      true,
    );
    return tally.looks;
  };
  expect(looksAt(1200) / looksAt(150)).toBeLessThan(12);
});
