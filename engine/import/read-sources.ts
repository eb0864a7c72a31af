import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
} from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { quote } from "gatepost/model/fields.ts";
import type { Finding } from "gatepost/files/finding.ts";
import { readExport } from "./exports.ts";
import { readMarkdown } from "./markdown-files.ts";
import {
  toProblem,
  type Dialect,
  type Reading,
  type SourceArticle,
} from "./source.ts";

/** Longer than any article; an export of all of them may be larger. */
const mostBytes = { article: 2_000_000, export: 300_000_000 };
const readable =
  /\.(?:md|mdx|markdown|mdown|mkd|txt|html?|xml|json|rss|atom)$/i;
const exported = /\.(?:xml|json|rss|atom)$/i;
/** > > > - - - …: five hundred levels on one line. */
const tooDeep = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){500}/m;
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
export function readSources(
  project: string,
  called: string,
  from?: Dialect,
): Reading {
  const source = resolve(project, called);
  const isFolder = statSync(source).isDirectory();
  const root = isFolder ? source : dirname(source);
  const paths = isFolder ? findPaths(source) : [relative(root, source)];
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
      for (const article of read.articles) {
        const problem = toBodyProblem(article);
        if (problem) reading.problems.push(problem);
        else reading.articles.push(article);
      }
      reading.problems.push(...read.problems);
      reading.passedOver.push(...read.passedOver);
    }
  }
  return reading;
}

/** What no writer wrote, and no parser would come to the end of. */
function toBodyProblem({
  body,
  file,
  part,
  bodyLine,
}: SourceArticle): Finding | undefined {
  const place = { line: bodyLine, column: 1 };
  const name = part ? `The text of ${quote(part)}` : "The text";
  if (body.length > mostBytes.article)
    return toProblem(
      file,
      `${name} is too long for an article.`,
      "Split it into articles first.",
      place,
    );
  return tooDeep.test(body)
    ? toProblem(
        file,
        `${name} has too many nested quotations or lists.`,
        "Remove some levels of nesting.",
        place,
      )
    : undefined;
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
        "The file is too large for an article.",
        "Split it into articles first.",
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
        "Save it as UTF-8.",
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
        "The file contains a NUL character.",
        "Save it as UTF-8 text.",
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
