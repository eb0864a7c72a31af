import { readAtom, readJsonFeed, readRss } from "./feed.ts";
import { parseJson } from "./front-matter.ts";
import { readGhost } from "./ghost.ts";
import { readWordPress } from "./wordpress.ts";
import { elementsOf, escapeXhtml, readXml } from "./xml.ts";
import { refuse, type Reading, type SourcePlace } from "./source.ts";

/** Reads an export or a feed. In a folder, other XML and JSON files are skipped. Throws Unreadable. */
export function readExport(
  text: string,
  place: SourcePlace,
  isFolder: boolean,
): Partial<Reading> {
  const isJson = /\.json$/i.test(place.file);
  const mayBeExport = isJson
    ? /"(?:posts|items)"/.test(text)
    : /<(?:rss|feed|rdf:RDF)\b|<!ENTITY/i.test(text.slice(0, 5000));
  if (isFolder && !mayBeExport) return { skipped: [place.file] };
  const reading = isJson ? readJson(text, place) : readXmlExport(text, place);
  if (reading) return reading;
  if (isFolder) return { skipped: [place.file] };
  return refuse(
    place.file,
    "This is not a WordPress or Ghost export, nor an RSS, Atom or JSON feed.",
    "Name the export itself, or a folder of Markdown.",
  );
}

function readJson(text: string, place: SourcePlace) {
  const value = parseJson(place.file, text) as Record<string, unknown> | null;
  const { db, data, items } = (value ?? {}) as {
    db?: { data?: unknown }[];
    data?: unknown;
    items?: unknown;
  };
  const tables = (Array.isArray(db) ? db[0]?.data : data) as
    Record<string, unknown> | undefined;
  if (Array.isArray(tables?.["posts"])) return readGhost(place, tables);
  return Array.isArray(items) ? readJsonFeed(place, value, items) : undefined;
}

function readXmlExport(written: string, place: SourcePlace) {
  const text = escapeXhtml(written);
  const xml = readXml(place.file, text);
  const [rss, feed, rdf] = ["rss", "feed", "rdf:RDF"].map(
    (name) => elementsOf(xml, name)[0],
  );
  const channel = elementsOf(rss ?? rdf, "channel")[0];
  if (channel && elementsOf(channel, "wp:wxr_version").length > 0)
    return readWordPress(place, text, channel);
  // RSS 1.0 has its items beside the channel.
  if (rdf ?? channel)
    return readRss(place, text, elementsOf(rdf ?? channel, "item"), channel);
  return feed && readAtom(place, text, feed);
}
