import rss from "@11ty/eleventy-plugin-rss";
import highlight from "@11ty/eleventy-plugin-syntaxhighlight";

export default function (config) {
  config.addPlugin(rss);
  config.addPlugin(highlight);
  config.addCollection("articles", (all) =>
    all.getFilteredByGlob("articles/*.md").reverse(),
  );
  for (const field of ["tags", "category"])
    config.addCollection(`${field}Pages`, (all) => {
      const groups = new Map();
      for (const article of all.getFilteredByGlob("articles/*.md").reverse())
        for (const name of [article.data[field]].flat())
          groups.set(name, [...(groups.get(name) ?? []), article]);
      return [...groups].flatMap(([name, list]) =>
        Array.from({ length: Math.ceil(list.length / 20) }, (_, page) => ({
          name,
          field,
          page,
          articles: list.slice(20 * page, 20 * page + 20),
        })),
      );
    });
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  return { markdownTemplateEngine: false, dir: { includes: "_includes" } };
}
