import type { Check } from "../site.ts";

type Thing = Record<string, unknown>;

const article = ["headline", "datePublished", "author"];
/** The properties that search engines use of some types. */
const needs = new Map([
  ["Article", article],
  ["BlogPosting", article],
  ["NewsArticle", article],
  ["BreadcrumbList", ["itemListElement"]],
]);

/** Structured data. */
export const data: Check = (site, report) => {
  for (const { file, data: texts } of site.pages.values())
    for (const text of texts) {
      let things: Thing[];
      try {
        things = listThings(JSON.parse(text));
      } catch (error) {
        report(file, "data/json", (error as Error).message);
        continue;
      }
      const described = new Set(
        things.filter((thing) => !isName(thing)).map((thing) => thing["@id"]),
      );
      for (const thing of things) {
        const { "@id": id, "@type": type, ...properties } = thing;
        for (const name of needs.get(String(type)) ?? [])
          if (!(name in thing))
            report(file, "data/property", `The ${type} has no ${name}.`);
        if (isName(thing) && /#/.test(String(id)) && !described.has(id))
          report(file, "data/id", `${id} is not described.`, String(id));
        // A relative value may be any text, and one with a brace is a template.
        for (const value of Object.values(properties).flat())
          if (/^https?:[^\s{]+$/.test(String(value)))
            site.reportMissing(report, file, String(value));
      }
    }
};

const isName = (thing: Thing): boolean => Object.keys(thing).join() === "@id";

/** Every object of a graph, however deep. */
function listThings(graph: unknown): Thing[] {
  const values = [graph];
  for (const value of values)
    if (typeof value === "object" && value !== null)
      for (const inner of Object.values(value)) values.push(inner);
  return values.filter(
    (value): value is Thing =>
      typeof value === "object" && value !== null && !Array.isArray(value),
  );
}
