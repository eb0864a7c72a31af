import { atField, findShared, type Rule } from "#check/rule.ts";

type Part = { id: string; part: number };

export const seriesPartRule: Rule = {
  errors: {
    "article/series-part":
      "Each part number of a series belongs to one article.",
  },
  check: ({ collections }) => {
    const inSeries = collections.articles.flatMap((source) => {
      const { id, part } = (source.data.series ?? {}) as Partial<Part>;
      return typeof id === "string" && typeof part === "number"
        ? [{ ...source, id, part }]
        : [];
    });
    return findShared(inSeries, ({ id, part }) => `${id}/${part}`).map(
      ([source, others]) =>
        atField(source, ["series", "part"], {
          problem: `Part ${source.part} of "${source.id}" is also ${others}.`,
          remedy: "Give each part its own number.",
          rule: "article/series-part",
        }),
    );
  },
};
