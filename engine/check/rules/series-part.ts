import type { Rule } from "#check/rule.ts";

export const seriesPartRule: Rule = {
  words: [
    {
      name: "article/series-part",
      severity: "error",
      about: "Each part number of a series belongs to one article.",
    },
  ],
  check: ({ collections }) => {
    const inSeries = collections.articles.flatMap((source) => {
      const series = source.data.series as
        { id?: unknown; part?: unknown } | null | undefined;
      return typeof series?.id === "string" && typeof series.part === "number"
        ? [{ source, id: series.id, part: series.part }]
        : [];
    });
    return [
      ...Map.groupBy(inSeries, ({ id, part }) => `${id}/${part}`).values(),
    ]
      .filter((claims) => claims.length > 1)
      .flatMap((claims) =>
        claims.map(({ source, id, part }) => ({
          file: source.file,
          ...source.placeOf(["series", "part"]),
          field: "series.part",
          problem: `Part ${part} of "${id}" is also ${claims
            .map((claim) => claim.source.file)
            .filter((file) => file !== source.file)
            .join(" and ")}.`,
          remedy: "Give each part its own number.",
          rule: "article/series-part",
        })),
      );
  },
};
