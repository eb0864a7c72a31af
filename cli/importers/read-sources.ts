import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
} from "node:fs";
import { dirname, join, relative } from "node:path";
import type { Finding } from "#articles/read.ts";
import { readAtom, readJsonFeed, readRss } from "./feed.ts";
import { parseJson } from "./toml-json.ts";
import { readGhost } from "./ghost.ts";
import { readMarkdown } from "./markdown-files.ts";
import { toProblem, type Dialect, type Reading } from "./source.ts";
import { readWordPress } from "./wordpress.ts";
import { elementsOf, readXml, type Element } from "./xml.ts";

/** Longer than any article; an export of all of them may be larger. */
const mostBytes = { article: 5_000_000, export: 300_000_000 };
const readable =
  /\.(?:md|mdx|markdown|mdown|mkd|txt|html?|xml|json|rss|atom)$/i;
const exported = /\.(?:xml|json|rss|atom)$/i;
/** Folders that tools fill, and what begins with a dot. */
const skipped = /^(?:node_modules|_site|vendor|\..*)$/;
/** Files that explain a project and are none of its articles. */
const aboutProject =
  /^(?:readme|licen[cs]e|changelog|contributing|code_of_conduct|robots|humans)\b.*\.(?:md|txt)$/i;

/** Files that only one system has at the top of its folder. */
const trees: [Dialect, string[]][] = [
  [
    "hugo",
    ["hugo.toml", "hugo.yaml", "hugo.json", "config.toml", "archetypes"],
  ],
  ["hexo", ["source/_posts"]],
  ["gatsby", ["gatsby-config.js", "gatsby-config.ts", "stackbit.yaml"]],
  ["astro", ["astro.config.mjs", "astro.config.ts"]],
  ["jekyll", ["_posts", "_config.yml"]],
];

/** Reads a file, a folder or an export. Files come in one order on every machine. */
export function readSources(called: string, from?: Dialect): Reading {
  const isFolder = statSync(called).isDirectory();
  const root = isFolder ? called : dirname(called);
  const paths = isFolder ? findPaths(called) : [relative(root, called)];
  // Where a system keeps its articles in folders of their own, the pages beside them are none.
  const isArticle = paths.some((path) =>
    /(?:^|\/)_(?:posts|drafts)\//.test(path),
  )
    ? (path: string) => /(?:^|\/)_(?:posts|drafts)\//.test(path)
    : (path: string) =>
        !isFolder ||
        !/^_index\.\w+$|^\d+\.html$/.test(path.split("/").at(-1) as string);
  const dialect =
    from ??
    trees.find(
      ([, names]) =>
        isFolder && names.some((name) => existsSync(join(root, name))),
    )?.[0];
  const reading: Reading = { articles: [], problems: [], passedOver: [] };
  for (const path of paths) {
    const file = isFolder
      ? [called.replace(/\/+$/, ""), path].join("/")
      : called;
    if (isFolder && (!isArticle(path) || aboutProject.test(path))) {
      reading.passedOver.push(file);
      continue;
    }
    const read = readOne(join(root, path), file, root, path, isFolder, dialect);
    if (read === undefined) reading.passedOver.push(file);
    else if (Array.isArray(read)) reading.problems.push(...read);
    else {
      reading.articles.push(...read.articles);
      reading.problems.push(...read.problems);
      reading.passedOver.push(...read.passedOver);
    }
  }
  return reading;
}

/** All files below a folder that may hold an article; links to folders are not followed, so no circle can begin. */
function findPaths(folder: string, below = ""): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .filter(({ name }) => !skipped.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return findPaths(folder, path);
      return entry.isFile() && readable.test(entry.name) ? [path] : [];
    });
}

/** undefined for a file in a folder that holds no article. */
function readOne(
  path: string,
  file: string,
  root: string,
  place: string,
  isFolder: boolean,
  from?: Dialect,
): Reading | Finding[] | undefined {
  const isExport = exported.test(path);
  if (lstatSync(path).size > mostBytes[isExport ? "export" : "article"])
    return [
      toProblem(
        file,
        "The file is larger than any article.",
        "Cut it into articles first.",
      ),
    ];
  const bytes = readFileSync(path);
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return [
      toProblem(
        file,
        "The file is not UTF-8 text.",
        "Save it again with the encoding UTF-8.",
        toBadByte(bytes),
      ),
    ];
  }
  text = text.replaceAll("\r\n", "\n");
  const nul = text.indexOf("\0");
  if (nul >= 0)
    return [
      toProblem(
        file,
        "The file has a NUL character in it.",
        "Save it again as UTF-8 text.",
        toPlace(text.slice(0, nul)),
      ),
    ];
  if (isExport) return readExport(text, file, root, place, isFolder);
  if (isFolder && /\.html?$/i.test(path) && !text.startsWith("---"))
    return undefined;
  const article = readMarkdown(file, text, root, place, from);
  return Array.isArray(article)
    ? article
    : { articles: [article], problems: [], passedOver: [] };
}

function readExport(
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

/** The first place that the encoding does not know. */
function toBadByte(bytes: Uint8Array) {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let [low, high] = [0, bytes.length];
  const isGood = (end: number) => {
    try {
      decoder.decode(bytes.subarray(0, end), { stream: true });
      return true;
    } catch {
      return false;
    } finally {
      try {
        decoder.decode();
      } catch {
        /* what was cut off in the middle */
      }
    }
  };
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (isGood(middle)) low = middle;
    else high = middle;
  }
  return toPlace(new TextDecoder().decode(bytes.subarray(0, low)));
}

function toPlace(before: string) {
  const lines = before.split("\n");
  return { line: lines.length, column: (lines.at(-1) as string).length + 1 };
}
