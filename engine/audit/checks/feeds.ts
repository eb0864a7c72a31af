import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Check } from "../site.ts";

type Part = { [name: string]: any };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  processEntities: false,
  maxNestedTags: 1000,
  stopNodes: ["*.content", "*.content:encoded", "*.summary"],
});

/** XML and JSON files: feeds, lists of feeds, the web manifest. */
export const feeds: Check = (site, report) => {
  for (const file of site.texts) {
    const isJson = /\.(?:json|webmanifest)$/.test(file);
    if (!isJson && !/\.(?:xml|opml|svg)$/.test(file)) continue;
    const text = site.readText(file);
    let document: Part;
    try {
      document = isJson ? Object(JSON.parse(text)) : parseXml(text);
    } catch (error) {
      const rule = isJson ? "feeds/json" : "feeds/xml";
      report(file, rule, "", (error as Error).message);
      continue;
    }
    const addresses: unknown[] = [document.start_url];
    for (const [, address] of text.matchAll(/\bxmlUrl="([^"]*)"/g))
      addresses.push(address);
    if (/manifest/.test(file))
      for (const icon of [document.icons].flat()) addresses.push(icon?.src);

    const [feed, needs, itemNeeds] = toFeed(document);
    for (const name of needs)
      if (!(name in feed)) report(file, "feeds/element", "", "The feed", name);
    const seen = new Set<string>();
    for (const value of [feed.item ?? feed.entry ?? feed.items].flat()) {
      if (value === undefined) continue;
      const item: Part = Object(value);
      const id = toText(item.guid ?? item.id);
      const title = toText(item.title) ?? id ?? toText(item.url);
      for (const name of itemNeeds)
        if (!(name in item))
          report(file, "feeds/element", title, `The item "${title}"`, name);
      if (id && seen.has(id)) report(file, "feeds/id", id);
      seen.add(id ?? "");
      for (const link of [item.url ?? item.link].flat())
        addresses.push(link?.href ?? link?.["#text"] ?? link);
    }
    for (const address of addresses) site.reportMissing(report, file, address);
  }
};

/** @throws an Error that says what is wrong with the text */
function parseXml(text: string): Part {
  const state = XMLValidator.validate(text);
  if (state !== true)
    throw new Error(`line ${state.err.line}: ${state.err.msg}`);
  return /<(?:rss|feed)\b/.test(text) ? (parser.parse(text) as Part) : {};
}

/** The feed in a document, if it is one, and the elements that it and its items need. */
function toFeed({ rss, feed, version, ...document }: Part) {
  const ofAtom = ["title", "id", "updated"];
  if (rss) return [Object(rss.channel), ["title", "link", "description"], []];
  if (feed) return [Object(feed), ofAtom, ofAtom];
  const isJson = /jsonfeed\.org/.test(version);
  return isJson ? [document, ["title", "items"], ["id"]] : [{}, [], []];
}

const toText = (part: any) => (part?.["#text"] ?? part)?.toString();
