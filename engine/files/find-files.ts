import { basename, extname, join, sep } from "node:path";
import { mostSlugCharacters } from "#model/fields.ts";
import {
  collectionNames,
  folderOf,
  type CollectionName,
} from "#model/collections.ts";
import { recordFile } from "./published-record.ts";
import { top, type Finding, type Message } from "./finding.ts";
import { readEntries, toEntryProblem, type Entry } from "./entries.ts";

/** A content file: its path and its id in its collection. */
export type FoundFile = {
  /** From the project's root, with `/`. */
  file: string;
  id: string;
  collection: CollectionName;
};

export const contentFolder = "src/content";

/** The folders whose files a check depends on. */
export const checkedFolders = ["src", "public"];

/** The formats of pictures that an article may use. */
export const pictureEndings = [
  ".avif",
  ".gif",
  ".jpeg",
  ".jpg",
  ".png",
  ".svg",
  ".webp",
];

/** The id of a file in its collection, unless it is in a folder of its own. */
export const toId = (name: string): string => basename(name, extname(name));

/**
 * Finds all content files below a root. Anything else, except pictures, is a finding, so no file is ignored silently.
 */
export async function findFiles(
  root: string,
): Promise<{ files: FoundFile[]; findings: Finding[] }> {
  const files: FoundFile[] = [];
  const findings: Finding[] = [];
  const refuse = (file: string, message: Message) =>
    void findings.push({ file, ...top, ...message });
  const add = (
    collection: CollectionName,
    folder: string,
    entry: Entry,
    articleFolder?: string,
  ) => {
    const file = `${folder}/${entry.name}`;
    const refusal = toRefusal(collection, entry, articleFolder);
    if (refusal) refuse(file, refusal);
    else if (!isPicture(entry.name))
      files.push({ file, id: articleFolder ?? toId(entry.name), collection });
  };

  const list = async (folder: string): Promise<Entry[]> => {
    try {
      return await readEntries(join(root, folder), join(root, contentFolder));
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== "EACCES" && code !== "EPERM") throw error;
      findings.push(toUnreadable(folder, "folder"));
      return [];
    }
  };

  const folders = new Set(collectionNames.map(folderOf));
  for (const { name, kind } of await list(contentFolder))
    if (
      `${contentFolder}/${name}` !== recordFile &&
      (kind !== "folder" || !folders.has(name))
    )
      refuse(`${contentFolder}/${name}`, {
        problem: "This file is not used.",
        remedy: `Move it to one of: ${[...folders].join(", ")}.`,
        rule: "content/place",
      });

  for (const collection of collectionNames) {
    const folder = `${contentFolder}/${folderOf(collection)}`;
    for (const entry of await list(folder)) {
      if (folders.has(`${folderOf(collection)}/${entry.name}`)) continue;
      if (
        entry.kind !== "folder" ||
        collection !== "articles" ||
        toEntryProblem(entry)
      ) {
        add(collection, folder, entry);
        continue;
      }
      const inner = `${folder}/${entry.name}`;
      const inside = await list(inner);
      for (const part of inside) add(collection, inner, part, entry.name);
      if (
        inside.length > 0 &&
        !inside.some(({ name }) => /\.(?:md|mdx|markdown)$/i.test(name))
      )
        refuse(inner, {
          problem: "This folder has no index.md.",
          remedy: "Add the article as index.md, or remove the folder.",
          rule: "content/place",
        });
    }
  }
  return { files, findings };
}

export const toUnreadable = (
  file: string,
  kind: "file" | "folder" = "file",
): Finding => ({
  file,
  ...top,
  problem: `The ${kind} cannot be read.`,
  remedy: "Make it readable, or restore it from its last commit.",
  rule: "content/unreadable",
});

const isPicture = (name: string): boolean =>
  pictureEndings.includes(extname(name).toLowerCase()) && !name.startsWith(".");

/** Why a file in a collection or article folder is neither content nor a picture. */
function toRefusal(
  collection: CollectionName,
  { name, kind }: Entry,
  articleFolder?: string,
): Message | undefined {
  const ending = extname(name);
  const stem = basename(name, ending);
  const problem = toEntryProblem({ name, kind });
  if (problem) return problem;
  if (kind === "link outside")
    return {
      problem: `This is a symbolic link to something outside ${contentFolder}.`,
      remedy: "Put the file itself there.",
      rule: "content/broken-link",
    };
  if (kind === "folder")
    return {
      problem: "Folders are not used here.",
      remedy:
        collection === "articles"
          ? "Name it <slug>.md, <slug>.mdx, <slug>/index.md or <slug>/index.mdx."
          : `Name it ${folderOf(collection)}/<name>.md.`,
      rule: "content/place",
    };
  if (isPicture(name))
    return Buffer.byteLength(name) > mostSlugCharacters
      ? {
          problem: `The name of this picture is too long: it has ${name.length} characters.`,
          remedy: `Give it a name of at most ${mostSlugCharacters} characters.`,
          rule: "content/file-name",
        }
      : undefined;
  if (ending !== ".md" && ending !== ".mdx")
    return {
      problem: ending
        ? `A file ending in ${ending} is not published.`
        : "A file without an extension is not published.",
      remedy: /^\.(?:md|markdown|mdown|mdwn|mkd|mdx|txt)$/i.test(ending)
        ? `Rename it to ${stem}.${/x$/i.test(ending) ? "mdx" : "md"}.`
        : "Move it out of src/content.",
      rule: "content/extension",
    };
  if (ending === ".mdx" && collection !== "articles")
    return {
      problem: "Only articles can be MDX.",
      remedy: `Rename it to ${stem}.md.`,
      rule: "content/extension",
    };
  if (articleFolder && stem !== "index")
    return {
      problem:
        "This file is not used: a folder contains one article, index.md, and its pictures.",
      remedy: `Rename it to index${ending}, or move it to ${contentFolder}/${collection}/${name}.`,
      rule: "content/place",
    };
  return undefined;
}

/** Resolves a path in a content file, from the root with `/`; undefined if it leaves `src/content`. */
export function toContentPath(
  file: string,
  relative: string,
): string | undefined {
  const path = join(file, "..", relative).split(sep).join("/");
  return path.startsWith(`${contentFolder}/`) ? path : undefined;
}
