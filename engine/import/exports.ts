import type { Finding } from "gatepost/files/finding.ts";
import { readAtom, readJsonFeed, readRss } from "./feed.ts";
import { parseJson } from "./toml-json.ts";
import { readGhost } from "./ghost.ts";
import { readWordPress } from "./wordpress.ts";
import { elementsOf, readXml, type Element } from "./xml.ts";
import { toProblem, type Reading } from "./source.ts";

/** Reads an export or a feed by what it says it is. undefined for a file in a folder that is none. */
export function readExport(
  text: string,
  file: string,
  root: string,
  path: string,
  isFolder: boolean,
): Reading | Finding[] | undefined {
  const place = { file, root, path };
  const unknown = toProblem(
    file,
    "Nothing here is known: no WordPress or Ghost export, no RSS, Atom or JSON feed.",
    "Name the export itself, or a folder of Markdown.",
  );
  if (/\.json$/i.test(file)) {
    const json = parseJson(file, text);
    if ("problem" in json)
      return isFolder && !/"(?:posts|items)"/.test(text)
        ? undefined
        : [json.problem];
    const { db, data, items } = (json.value ?? {}) as {
      db?: { data?: unknown }[];
      data?: unknown;
      items?: unknown;
    };
    const tables = (Array.isArray(db) ? db[0]?.data : data) as
      Record<string, unknown> | undefined;
    if (Array.isArray(tables?.["posts"])) return readGhost(place, tables);
    if (Array.isArray(items))
      return readJsonFeed(place, json.value as Record<string, unknown>);
    return isFolder ? undefined : [unknown];
  }
  if (
    isFolder &&
    !/<(?:rss|feed|rdf:RDF)\b/.test(text.slice(0, 5000)) &&
    !/<!ENTITY/i.test(text.slice(0, 5000))
  )
    return undefined;
  const xml = readXml(file, text);
  if ("rule" in xml) return [xml as Finding];
  const [rss, feed, rdf] = ["rss", "feed", "rdf:RDF"].map(
    (name) => elementsOf(xml as Element, name)[0],
  );
  const channel = elementsOf(rss, "channel")[0];
  if (channel && elementsOf(channel, "wp:wxr_version").length > 0)
    return readWordPress(place, text, channel);
  if (channel)
    return readRss(place, text, elementsOf(channel, "item"), channel);
  if (rdf)
    return readRss(
      place,
      text,
      elementsOf(rdf, "item"),
      elementsOf(rdf, "channel")[0],
    );
  if (feed) return readAtom(place, text, feed);
  return [unknown];
}
