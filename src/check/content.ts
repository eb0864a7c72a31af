import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join, sep } from "node:path";
import { readBody, type BodyContents } from "#articles/body.ts";
import { collectionNames, type CollectionName } from "#articles/collections.ts";
import { readSource, type Finding, type Source } from "#articles/read.ts";

/** A content file that could be read, with what its body holds. */
export type ContentFile = Omit<Source, "body"> & { contents: BodyContents };

/** A file that ought to be content: where it stands, and the name it claims in its collection. */
export type FoundFile = {
  file: string;
  id: string;
  collection: CollectionName;
};

/** Everything under `src/content/`, read once: what the rules look at and the collections are filled from. */
export type Content = {
  /** The project's root, absolute. */
  root: string;
  collections: Record<CollectionName, ContentFile[]>;
  /** Every file that ought to be content, whether or not it could be read: what must come out again. */
  files: FoundFile[];
  /** What kept files from being read. The rules add theirs. */
  findings: Finding[];
};

export const contentFolder = "src/content";

/** Pictures that may stand beside what shows them. */
export const pictureEndings = [
  ".avif",
  ".gif",
  ".jpeg",
  ".jpg",
  ".png",
  ".svg",
  ".webp",
];

/** Left behind by editors and file managers: nobody's writing. .DS_Store, Thumbs.db, a.md~, .a.md.swp, .#a.md, #a.md# */
const litter =
  /^(?:\.DS_Store|\.gitkeep|Thumbs\.db|desktop\.ini|.*~|\..*\.sw[a-p]|\.#.*|#.*#)$/;

/** A folder's name and a word for what is in it → where a file of that kind stands. */
const whereTo = (collection: CollectionName): string =>
  collection === "articles"
    ? "Name it <slug>.md, <slug>.mdx, <slug>/index.md or <slug>/index.mdx."
    : `Name it ${collection}/<name>.md.`;

/** What was parsed before, by file: in a writing session only what changed is read again. */
export type ContentCache = Map<
  string,
  { stamp: string; result: ReturnType<typeof readFileAt> }
>;

/**
 * Reads all content below a root. Nothing is passed over in silence: what is neither content nor a picture is a
 * finding.
 */
export async function readContent(
  root: string,
  cache: ContentCache = new Map(),
): Promise<Content> {
  const content: Content = {
    root,
    collections: Object.fromEntries(
      collectionNames.map((name) => [name, []]),
    ) as never,
    files: [],
    findings: [],
  };
  const refuse = (
    file: string,
    problem: string,
    remedy: string,
    rule: string,
  ) =>
    void content.findings.push({
      file,
      line: 1,
      column: 1,
      problem,
      remedy,
      rule,
    });

  for (const entry of await list(join(root, contentFolder))) {
    const file = `${contentFolder}/${entry.name}`;
    if (
      !(collectionNames as string[]).includes(entry.name) ||
      entry.kind !== "folder"
    )
      refuse(
        file,
        "Nothing reads this.",
        `Move it into one of: ${collectionNames.join(", ")}.`,
        "content/place",
      );
  }

  for (const collection of collectionNames) {
    const folder = `${contentFolder}/${collection}`;
    const walk = async (below: string, depth: number): Promise<void> => {
      const entries = await list(join(root, folder, below));
      for (const { name, kind } of entries) {
        const path = below ? `${below}/${name}` : name;
        const file = `${folder}/${path}`;
        const ending = extname(name);
        const isIndex = depth === 1 && /^index\.mdx?$/.test(name);
        const id = isIndex ? below : basename(name, ending);
        if (kind === "broken link")
          refuse(
            file,
            "This is a link to a file that is not there.",
            "Mend the link or take it out.",
            "content/broken-link",
          );
        else if (kind === "folder" && (depth > 0 || collection !== "articles"))
          refuse(
            file,
            "Nothing reads a folder here.",
            whereTo(collection),
            "content/place",
          );
        else if (kind === "folder") await walk(path, depth + 1);
        else if (
          pictureEndings.includes(ending.toLowerCase()) &&
          !name.startsWith(".")
        )
          continue;
        else if (ending !== ".md" && ending !== ".mdx")
          refuse(
            file,
            ending
              ? `A file that ends in ${ending} is not published.`
              : "A file without an ending is not published.",
            /^\.(?:md|markdown|mdown|mdwn|mkd|mdx|txt)$/i.test(ending)
              ? `Rename it to ${basename(name, ending)}.${/x$/i.test(ending) ? "mdx" : "md"}.`
              : "Move it out of src/content.",
            "content/extension",
          );
        else if (ending === ".mdx" && collection !== "articles")
          refuse(
            file,
            "Only articles can be MDX.",
            `Rename it to ${basename(name, ending)}.md.`,
            "content/extension",
          );
        else if (depth === 1 && !isIndex)
          refuse(
            file,
            "Nothing reads this: a folder holds one article, index.md, and its pictures.",
            `Rename it to index${ending}, or move it to ${folder}/${name}.`,
            "content/place",
          );
        else content.files.push({ file, id, collection });
      }
      if (
        depth === 1 &&
        entries.length > 0 &&
        !entries.some(({ name }) => /\.(?:md|mdx|markdown)$/i.test(name))
      )
        refuse(
          `${folder}/${below}`,
          "This folder has no index.md.",
          "Add the article as index.md, or take the folder out.",
          "content/place",
        );
    };
    await walk("", 0);
  }

  for (const { file, id, collection } of content.files) {
    const path = join(root, file);
    const { mtimeMs, size } = await stat(path);
    const stamp = `${mtimeMs}:${size}`;
    let known = cache.get(file);
    if (known?.stamp !== stamp) {
      known = { stamp, result: readFileAt(path, file, id) };
      cache.set(file, known);
    }
    const read = await known.result;
    content.findings.push(...read.findings);
    if (read.file) content.collections[collection].push(read.file);
  }
  return content;
}

async function readFileAt(
  path: string,
  file: string,
  id: string,
): Promise<{ file?: ContentFile; findings: Finding[] }> {
  const read = readSource(file, id, await readFile(path));
  if (!read.source) return { findings: read.findings };
  // The body itself is dropped: ten thousand of them would be the memory of the whole build.
  const { body, ...source } = read.source;
  return {
    file: { ...source, contents: readBody(body, source.format) },
    findings: read.findings,
  };
}

/** A folder's entries without litter, in one order on every machine; links count as what they lead to. */
async function list(
  folder: string,
): Promise<{ name: string; kind: "file" | "folder" | "broken link" }[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  return Promise.all(
    entries
      .filter(({ name }) => !litter.test(name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(async (entry) => {
        const target = entry.isSymbolicLink()
          ? await stat(join(folder, entry.name)).catch(() => undefined)
          : entry;
        return {
          name: entry.name,
          kind: !target
            ? "broken link"
            : target.isDirectory()
              ? "folder"
              : "file",
        } as const;
      }),
  );
}

/** Where a path in a content file leads, from the root with `/`; undefined when it leaves `src/content`. */
export function toContentPath(
  file: string,
  relative: string,
): string | undefined {
  const path = join(file, "..", relative).split(sep).join("/");
  return path.startsWith(`${contentFolder}/`) ? path : undefined;
}
