import type { Check, Problem, Site } from "../site.ts";

type Thing = Record<string, unknown>;

/** The properties that search engines need of some types. */
const needs = new Map(
  Object.entries({
    Article: ["headline", "datePublished", "author"],
    BlogPosting: ["headline", "datePublished", "author"],
    NewsArticle: ["headline", "datePublished", "author"],
    BreadcrumbList: ["itemListElement"],
    ListItem: ["position"],
  }),
);

/** Structured data. */
export const data: Check = function* (site) {
  for (const { file, data: texts } of site.pages.values())
    for (const text of texts)
      try {
        yield* checkGraph(site, file, JSON.parse(text));
      } catch (error) {
        if (!(error instanceof SyntaxError)) throw error;
        yield [file, "data/json", error.message];
      }
};

function* checkGraph(
  site: Site,
  file: string,
  graph: unknown,
): Iterable<Problem> {
  const things = [...listThings(graph)];
  const isName = (thing: Thing) => Object.keys(thing).join() === "@id";
  const described = new Set(
    things.filter((thing) => !isName(thing)).map((thing) => thing["@id"]),
  );
  for (const thing of things) {
    for (const name of needs.get(String(thing["@type"])) ?? [])
      if (!thing[name])
        yield [file, "data/property", `The ${thing["@type"]} has no ${name}.`];
    const id = String(thing["@id"]);
    if (isName(thing) && id.includes("#") && !described.has(id))
      yield [file, "data/id", `${id} is not described.`, id];
    for (const value of Object.values(thing).flat())
      // A relative value may be any text.
      if (
        typeof value === "string" &&
        /^https?:\S+$/.test(value) &&
        site.isMissing(value, file)
      )
        yield [file, "data/link", `${value} does not exist.`, value];
  }
}

/** Every object of a graph, however deep. */
function* listThings(value: unknown): Iterable<Thing> {
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield value as Thing;
  for (const inner of Object.values(value)) yield* listThings(inner);
}
