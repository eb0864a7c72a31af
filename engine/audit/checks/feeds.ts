import { XMLParser, XMLValidator } from "fast-xml-parser";
import type { Check, Problem, Site } from "../site.ts";

/** Part of a parsed XML or JSON document. */
type Part = { [name: string]: any };

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  stopNodes: ["*.content", "*.content:encoded", "*.summary"],
});

/** XML and JSON files: feeds, lists of feeds, the web manifest. */
export const feeds: Check = function* (site) {
  for (const file of site.texts) {
    const isJson = /\.(?:json|webmanifest)$/.test(file);
    if (!isJson && !/\.(?:xml|opml|svg)$/.test(file)) continue;
    const text = site.read(file).toString();
    let document: Part;
    try {
      document = parse(text, isJson);
    } catch (error) {
      const { message } = error as Error;
      yield [file, isJson ? "feeds/json" : "feeds/xml", message];
      continue;
    }
    yield* checkFeed(site, file, document);
    const { start_url, icons = [] } = document;
    yield* checkLinks(site, file, [
      ...text.matchAll(/\bxmlUrl="([^"]*)"/g).map(([, address]) => address),
      ...(/manifest/.test(file)
        ? [start_url, ...[icons].flat().map((icon: Part) => icon?.src)]
        : []),
    ]);
  }
};

function* checkFeed(
  site: Site,
  file: string,
  document: Part,
): Iterable<Problem> {
  const { rss, feed: atom, version } = document;
  const feed: Part | undefined =
    rss?.channel ??
    atom ??
    (/jsonfeed\.org/.test(version) ? document : undefined);
  if (!feed) return;
  const needs = rss
    ? ["title", "link", "description"]
    : atom
      ? ["title", "id", "updated"]
      : ["title", "items"];
  const itemNeeds = rss ? [] : atom ? needs : ["id"];
  for (const name of needs)
    if (!feed[name]) yield [file, "feeds/element", `The feed has no ${name}.`];
  const seen = new Set<unknown>();
  const items: unknown[] = [feed.item ?? feed.entry ?? feed.items ?? []].flat();
  for (const item of items.map(Object) as Part[]) {
    const id = textOf(item.guid ?? item.id);
    const title = textOf(item.title) ?? id ?? item.url;
    for (const name of itemNeeds)
      if (!item[name])
        yield [
          file,
          "feeds/element",
          `The item "${title}" has no ${name}.`,
          title,
        ];
    if (id && seen.has(id))
      yield [file, "feeds/id", `Several items have the id ${id}.`, id];
    seen.add(id);
    const links = [item.url ?? item.link].flat();
    yield* checkLinks(
      site,
      file,
      links.map((link) => link?.href ?? link),
    );
  }
}

const textOf = (part: any): string | undefined =>
  (part?.["#text"] ?? part)?.toString();

function* checkLinks(
  site: Site,
  file: string,
  addresses: unknown[],
): Iterable<Problem> {
  for (const address of addresses)
    if (typeof address === "string" && site.isMissing(address, file))
      yield [file, "feeds/link", `${address} does not exist.`, address];
}

/** @throws an Error that says what is wrong with the text */
function parse(text: string, isJson: boolean): Part {
  if (isJson) return Object(JSON.parse(text)) as Part;
  const state = XMLValidator.validate(text);
  if (state === true) return parser.parse(text) as Part;
  throw new Error(`Line ${state.err.line}: ${state.err.msg}`);
}
