import type { Check } from "../site.ts";

type Thing = Record<string, unknown>;

/** Structured data: a graph of things, some of which are only named by their `@id`. */
export const data: Check = (site, report) => {
  for (const { file, data: texts } of site.pages.values())
    for (const text of texts) {
      let things: Thing[];
      try {
        things = listThings(JSON.parse(text));
      } catch (error) {
        report(file, "data/json", "", (error as Error).message);
        continue;
      }
      const named = new Set<string>();
      const described = new Set<unknown>();
      for (const { "@id": id, ...thing } of things) {
        if (Object.keys(thing).length > 0) described.add(id);
        else if (/#/.test(String(id))) named.add(String(id));
        // A relative value may be any text, and one with a brace is a template.
        for (const value of Object.values(thing).flat())
          if (/^https?:[^\s{]+$/.test(String(value)))
            site.reportMissing(report, file, value);
      }
      for (const id of named.difference(described)) report(file, "data/id", id);
    }
};

function listThings(graph: unknown) {
  const open = [graph];
  const things: Thing[] = [];
  for (const value of open)
    if (typeof value === "object" && value !== null) {
      if (!Array.isArray(value)) things.push(value as Thing);
      for (const inner of Object.values(value)) open.push(inner);
    }
  return things;
}
