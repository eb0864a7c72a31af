import { isUtf8 } from "node:buffer";
import {
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
} from "node:fs";
import { dirname, extname, join, relative, resolve } from "node:path";
import { quote } from "gatepost/model/fields.ts";
import { readExport } from "./exports.ts";
import { readPage } from "./html-pages.ts";
import { readMarkdown } from "./markdown-files.ts";
import {
  refuse,
  Unreadable,
  type Dialect,
  type Reading,
  type SourceArticle,
  type SourcePlace,
} from "./source.ts";
import { toPlace } from "./splice.ts";

const maxBytes = { article: 2_000_000, export: 300_000_000 };
const readable =
  /\.(?:md|mdx|markdown|mdown|mkd|txt|html?|xml|json|rss|atom)$/i;
const exported = /\.(?:xml|json|rss|atom)$/i;
/** 500 levels of quotes or lists on one line. */
const tooDeep = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){500}/m;
/** Hidden files, and folders that tools fill. */
const skippedNames = /^(?:node_modules|_site|vendor|\..*)$/;
/** Files about the project. */
const aboutProject =
  /^(?:readme|licen[cs]e|changelog|contributing|code_of_conduct|robots|humans)\b.*\.(?:md|txt)$/i;
const postFolder = /(?:^|\/)_(?:posts|drafts)\//;
const listingName = /(?:^|\/)(?:_index\.\w+|\d+\.html)$/;

/** Files that identify a system when they are at the top of its folder. */
const projectFiles: [Dialect, string[], content?: RegExp][] = [
  ["obsidian", [".obsidian"]],
  ["zola", ["config.toml", "zola.toml"], /^base_url\s*=/m],
  [
    "hugo",
    ["hugo.toml", "hugo.yaml", "hugo.json", "config.toml", "archetypes"],
  ],
  ["hexo", ["source/_posts"]],
  ["gatsby", ["gatsby-config.js", "gatsby-config.ts", "stackbit.yaml"]],
  ["astro", ["astro.config.mjs", "astro.config.ts"]],
  ["jekyll", ["_posts", "_config.yml"]],
];

/** Reads a file, a folder or an export. The order of the files is the same on every machine. */
export function readSources(
  project: string,
  called: string,
  from?: Dialect,
): Reading {
  const source = resolve(project, called);
  const isFolder = statSync(source).isDirectory();
  const root = isFolder ? source : dirname(source);
  const paths = isFolder ? findPaths(source) : [relative(root, source)];
  // In a project with _posts folders, files outside them are pages.
  const hasPostFolder = paths.some((path) => postFolder.test(path));
  const mayBeArticle = (path: string) =>
    !aboutProject.test(path) &&
    (hasPostFolder ? postFolder.test(path) : !listingName.test(path));
  const dialect =
    from ??
    projectFiles.find(
      ([, names, content]) =>
        isFolder &&
        names.some(
          (name) =>
            existsSync(join(root, name)) &&
            (!content || content.test(readFileSync(join(root, name), "utf8"))),
        ),
    )?.[0];
  const reading: Reading = { articles: [], problems: [], skipped: [] };
  const collect = (read: () => Partial<Reading>) => {
    try {
      const { articles = [], problems = [], skipped = [] } = read();
      reading.problems.push(...problems);
      reading.skipped.push(...skipped);
      return articles;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      reading.problems.push(...error.findings);
      return [];
    }
  };
  for (const path of paths) {
    const file = isFolder ? `${called.replace(/\/+$/, "")}/${path}` : called;
    const articles = collect(() =>
      isFolder && !mayBeArticle(path)
        ? { skipped: [file] }
        : readOne({ file, root, path }, isFolder, dialect),
    );
    for (const article of articles)
      collect(() => {
        refuseHugeBody(article);
        reading.articles.push(article);
        return {};
      });
  }
  return reading;
}

/** Refuses texts that the parser would take forever to read. */
function refuseHugeBody({ body, file, part, bodyLine }: SourceArticle): void {
  const place = { line: bodyLine, column: 1 };
  const name = part ? `The text of ${quote(part)}` : "The text";
  if (body.length > maxBytes.article)
    refuse(
      file,
      `${name} is too long for an article.`,
      "Split it into several articles.",
      place,
    );
  if (tooDeep.test(body))
    refuse(
      file,
      `${name} has too many nested quotations or lists.`,
      "Remove some levels of nesting.",
      place,
    );
}

/** All paths below a folder that may hold an article. Links to folders are not followed: they can lead in a circle. */
function findPaths(folder: string, below = ""): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true })
    .filter(({ name }) => !skippedNames.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (entry.isDirectory()) return findPaths(folder, path);
      return readable.test(entry.name) ? [path] : [];
    });
}

function readOne(
  place: SourcePlace,
  isFolder: boolean,
  from?: Dialect,
): Partial<Reading> {
  const { file, root, path } = place;
  const isExport = exported.test(path);
  if (path.includes("\uFFFD"))
    refuse(
      file,
      "This name is not UTF-8: it has bytes that are no character.",
      "Rename the file.",
    );
  if (extname(path) && !readable.test(path))
    refuse(
      file,
      `A file that ends in ${extname(path)} cannot be imported.`,
      "Name the export or its folder; unpack an archive first.",
    );
  if (isFolder && lstatSync(join(root, path)).isSymbolicLink())
    return { skipped: [`${file} (a link)`] };
  const found = statSync(join(root, path));
  if (!found.isFile())
    refuse(
      file,
      "This is a pipe, a socket or a device, not a file.",
      "Name the file itself.",
    );
  if (found.size > maxBytes[isExport ? "export" : "article"])
    refuse(
      file,
      "The file is too large for an article.",
      "Split it into several articles.",
    );
  const bytes = readFileSync(join(root, path));
  const text = new TextDecoder().decode(bytes).replaceAll("\r\n", "\n");
  const bad = text.indexOf(isUtf8(bytes) ? "\0" : "\uFFFD");
  if (bad >= 0)
    refuse(
      file,
      isUtf8(bytes)
        ? "The file contains a NUL character."
        : "The file is not UTF-8 text.",
      "Save it as UTF-8 text.",
      toPlace(text, bad),
    );
  if (isExport) return readExport(text, place, isFolder);
  const page = /\.html?$/i.test(path) && readPage(text, place);
  if (page) return { articles: [page] };
  return isFolder && /\.html?$/i.test(path) && !text.startsWith("---")
    ? { skipped: [file] }
    : { articles: [readMarkdown(text, place, from)] };
}
