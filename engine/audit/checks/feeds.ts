import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Check, Report, Site } from "../site.ts";

/** Part of a parsed XML or JSON document. */
type Part = { [name: string]: any };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  processEntities: false,
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
      const { message } = error as Error;
      report(file, isJson ? "feeds/json" : "feeds/xml", message);
      continue;
    }
    checkFeed(site, report, file, document);
    const addresses = [...text.matchAll(/\bxmlUrl="([^"]*)"/g)].map(
      ([, address]) => address,
    );
    if (/manifest/.test(file))
      for (const icon of [document.icons ?? []].flat())
        addresses.push(icon?.src);
    for (const address of [...addresses, document.start_url])
      site.reportMissing(report, file, address);
  }
};

/** @throws an Error that says what is wrong with the text */
function parseXml(text: string): Part {
  const state = XMLValidator.validate(text);
  if (state !== true)
    throw new Error(`Line ${state.err.line}: ${state.err.msg}`);
  return /<(?:rss|feed)\b/.test(text) ? (parser.parse(text) as Part) : {};
}

function checkFeed(
  site: Site,
  report: Report,
  file: string,
  document: Part,
): void {
  const { rss, feed: atom, version } = document;
  const isFeed = rss || atom || /jsonfeed\.org/.test(version);
  if (!isFeed) return;
  const feed: Part = Object(rss?.channel ?? atom ?? document);
  const [needs, itemNeeds] = rss
    ? [["title", "link", "description"], []]
    : atom
      ? [
          ["title", "id", "updated"],
          ["title", "id", "updated"],
        ]
      : [["title", "items"], ["id"]];
  for (const name of needs)
    if (!(name in feed))
      report(file, "feeds/element", `The feed has no ${name}.`);
  const seen = new Set<unknown>();
  const items: unknown[] = [feed.item ?? feed.entry ?? feed.items ?? []].flat();
  for (const item of items.map(Object) as Part[]) {
    const id = toText(item.guid ?? item.id);
    const title = toText(item.title) ?? id ?? item.url;
    for (const name of itemNeeds)
      if (!(name in item))
        report(
          file,
          "feeds/element",
          `The item "${title}" has no ${name}.`,
          title,
        );
    if (id && seen.has(id))
      report(file, "feeds/id", `Several items have the id ${id}.`, id);
    seen.add(id);
    for (const link of [item.url ?? item.link].flat())
      site.reportMissing(report, file, link?.href ?? link?.["#text"] ?? link);
  }
}

const toText = (part: any): string | undefined =>
  (part?.["#text"] ?? part)?.toString();
