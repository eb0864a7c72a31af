import { describe, expect, test } from "vitest";
import { compareArticles, type Article } from "#model/article.ts";
import { followSuccessors } from "#model/freshness.ts";
import { toRelated } from "#model/related.ts";
import { anArticle } from "./an-article.ts";

/** An article of a category of its own, unless it is given one. */
const about = (
  slug: string,
  fields: Record<string, unknown> = {},
  category = slug,
): Article => {
  const article = anArticle(slug, fields);
  const address = `/categories/${category}/`;
  return {
    ...article,
    category: { ...article.category, slug: category, title: category, address },
  };
};
/**
 * Articles that share nothing with others, one between any two of a test: what is next in time is never recommended.
 */
const between = (articles: Article[]) =>
  articles.flatMap((article, index) => [
    article,
    {
      ...about(`between-${index}`),
      pubDate: { ...article.pubDate, time: article.pubDate.time - 1000 },
    },
  ]);

/** What is recommended after an article: "slug: reason". */
const below = (articles: Article[], slug: string) =>
  toRelated(followSuccessors(articles).sort(compareArticles))
    .get(slug)
    ?.map(({ article, reason }) => `${article.slug}: ${reason}`);

const days = ["2026-05-01", "2025-05-01", "2024-05-01", "2023-05-01"];
const spread = (slugs: string[], toFields: (slug: string) => object) =>
  between(
    slugs.map((slug, index) =>
      about(slug, { pubDate: days[index], ...toFields(slug) }),
    ),
  );

describe("each article is recommended with its reason", () => {
  test("the two rarest shared tags", () => {
    const articles = spread(["a", "b", "c"], (slug) => ({
      tags: slug === "c" ? ["cloud"] : ["cloud", "money", "cakes"],
    }));
    expect(below(articles, "a")).toEqual([
      "b: More on Cakes and Money",
      "c: More on Cloud",
    ]);
  });

  test("a rare tag counts more than a common one", () => {
    const articles = spread(["a", "b", "c", "d"], (slug) => ({
      tags: { a: ["common", "rare"], d: ["rare"] }[slug] ?? ["common"],
    }));
    expect(below(articles, "a")?.[0]).toBe("d: More on Rare");
  });

  test("a tag is in lower case where a description has it so, and a name keeps its capital", () => {
    const articles = spread(["a", "b"], () => ({
      tags: ["cakes", "kubernetes"],
      description: "How to bake cakes with Kubernetes.",
    }));
    expect(below(articles, "a")).toEqual(["b: More on cakes and Kubernetes"]);
  });

  test("the category when they share no tag, and a shared tag counts more", () => {
    const articles = between([
      about("a", { pubDate: days[0], tags: ["x"] }, "Work"),
      about("b", { pubDate: days[1] }, "Work"),
      about("c", { pubDate: days[2], tags: ["x"] }),
    ]);
    expect(below(articles, "a")).toEqual(["c: More on X", "b: More in Work"]);
  });
});

describe("some articles are not recommended", () => {
  const same = { tags: ["rare"] };

  test("neighbours and parts of the same series, which the page links to already", () => {
    const { series } = anArticle("x", { series: { id: "ladder", part: 1 } });
    const articles = [
      { ...about("a", { ...same, pubDate: "2026-05-04" }), series },
      about("neighbour", { ...same, pubDate: "2026-05-03" }),
      about("stranger", { pubDate: "2026-05-02" }),
      ...spread(["part", "other"], () => same).map((article) =>
        article.slug === "part" ? { ...article, series } : article,
      ),
    ];
    expect(below(articles, "a")).toEqual(["other: More on Rare"]);
    expect(below(articles, "other")).toContain("a: More on Rare");
  });

  test("superseded articles; their successors are", () => {
    const articles = spread(["a", "old", "new"], (slug) => ({
      ...same,
      ...(slug === "old" ? { supersededBy: "new" } : {}),
    }));
    expect(below(articles, "a")).toEqual(["new: More on Rare"]);
    // Its page leads to the new one already.
    expect(below(articles, "old")).toEqual(["a: More on Rare"]);
  });

  test("drafts and scheduled articles, which have recommendations themselves", () => {
    const articles = spread(["a", "b", "hidden", "later"], (slug) => ({
      ...same,
      ...(slug === "hidden" ? { draft: true } : {}),
      ...(slug === "later" ? { pubDate: "2027-01-01" } : {}),
    }));
    expect(below(articles, "a")).toEqual(["b: More on Rare"]);
    expect(below(articles, "hidden")).toHaveLength(2);
  });
});

describe("the writer's choice replaces the computed one", () => {
  const articles = (related: string[], more = {}) => [
    about("a", { pubDate: "2026-05-04", tags: ["rare"], related }, "Work"),
    about("beside", { pubDate: "2026-05-03", ...more }, "Work"),
    about("stranger", { pubDate: "2026-01-01" }),
    about("alike", { pubDate: "2019-01-01", tags: ["rare"] }),
    about("new", { pubDate: "2018-01-01" }, "Work"),
  ];

  test("in its order, neighbours included, with shared topics as the reason", () => {
    expect(below(articles(["new", "beside", "stranger"]), "a")).toEqual([
      "new: More in Work",
      "beside: More in Work",
      "stranger: Editor’s pick",
    ]);
  });

  test("an empty list means none", () => {
    expect(below(articles([]), "a")).toEqual([]);
  });

  test("a superseded article is replaced by its successor, without duplicates", () => {
    expect(
      below(articles(["beside", "new"], { supersededBy: "new" }), "a"),
    ).toEqual(["new: More in Work"]);
  });

  test("an unpublished article is omitted; if none is left the list is ignored", () => {
    expect(below(articles(["beside", "new"], { draft: true }), "a")).toEqual([
      "new: More in Work",
    ]);
    expect(below(articles(["nowhere"]), "a")).toContain("alike: More on Rare");
  });
});

/** Articles with tags of unequal frequency, the same ones for the same number. */
const corpus = (howMany: number): Article[] =>
  Array.from({ length: howMany }, (_, number) =>
    about(`n${number}`, {
      pubDate: new Date(Date.UTC(2010, 0, 1) + number * 3e7).toISOString(),
      tags: [`t${number % 10}`, `u${(number * 7919) % 20}`],
    }),
  ).sort(compareArticles);

test("the result does not depend on the order of the files", () => {
  const names = (articles: Article[]) =>
    [...toRelated(articles.sort(compareArticles))]
      .map(
        ([slug, list]) =>
          `${slug}: ${list.map(({ article, reason }) => article.slug + reason).join()}`,
      )
      .sort();
  expect(names(corpus(60).toReversed())).toEqual(names(corpus(60)));
});

test("ties are broken by date, then slug; at most three are returned", () => {
  const tags = ["rare"];
  const articles = [
    about("a", { pubDate: "2026-05-01", tags }),
    about("stranger", { pubDate: "2026-01-01" }),
    ...["e", "c", "d"].map((slug) =>
      about(slug, { pubDate: "2019-01-01", tags }),
    ),
    about("z", { pubDate: "2020-01-01", tags }),
  ];
  expect(below(articles, "a")).toEqual(
    ["z", "c", "d"].map((slug) => `${slug}: More on Rare`),
  );
});

test("twice as many articles need twice as many comparisons", () => {
  const compare = (howMany: number) => {
    const tally = { comparisons: 0 };
    const related = toRelated(corpus(howMany), tally);
    expect([...related.values()].every(({ length }) => length === 3)).toBe(
      true,
    );
    return tally.comparisons;
  };
  expect(compare(1600)).toBe(2 * compare(800));
});
