import { readdir, realpath, stat } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { Message } from "./finding.ts";

/** Files left behind by editors and file managers: .DS_Store, Thumbs.db, a.md~, .a.md.swp, .#a.md, #a.md# */
const litter =
  /^(?:\.DS_Store|\.gitkeep|Thumbs\.db|desktop\.ini|.*~|\..*\.sw[a-p]|\.#.*|#.*#)$/;

export type Entry = {
  name: string;
  kind:
    "file" | "folder" | "broken link" | "link outside" | "circle" | "no file";
};

/** Node's replacement for bytes that are not UTF-8. */
const notUtf8 = /\uFFFD/;

/** Why something is neither a file nor a folder that can be read by its name. */
export function toEntryProblem({ name, kind }: Entry): Message | undefined {
  if (notUtf8.test(name))
    return {
      problem: "This name is not UTF-8: it has bytes that are no character.",
      remedy: "Rename it, in lower-case words with hyphens.",
      rule: "content/file-name",
    };
  if (kind === "no file")
    return {
      problem: "This is a pipe, a socket or a device, not a file.",
      remedy: "Delete it, or put a file in its place.",
      rule: "content/place",
    };
  if (kind === "circle")
    return {
      problem: "This symbolic link leads to a folder that it is in.",
      remedy: "Delete it.",
      rule: "content/broken-link",
    };
  return kind === "broken link"
    ? {
        problem: "This is a symbolic link to a file that does not exist.",
        remedy: "Correct the link or remove it.",
        rule: "content/broken-link",
      }
    : undefined;
}

/**
 * A folder's entries without litter, sorted the same way on every machine; symbolic links count as their targets.
 * @param content the folder that links may not leave, if any; a collection's whole folder may be elsewhere
 */
export async function readEntries(
  folder: string,
  content?: string,
): Promise<Entry[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT" || error.code === "ENOTDIR") return [];
      throw error;
    },
  );
  return Promise.all(
    entries
      .filter((entry) => entry.isDirectory() || !litter.test(entry.name))
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .map(async (entry): Promise<Entry> => {
        const { name } = entry;
        const path = join(folder, name);
        const isLink = entry.isSymbolicLink();
        const target = isLink ? await stat(path).catch(() => undefined) : entry;
        if (!target) return { name, kind: "broken link" };
        if (isLink && content && !(await isInside(path, content)))
          return { name, kind: "link outside" };
        if (target.isDirectory())
          return {
            name,
            kind:
              isLink && path.startsWith((await realpath(path)) + sep)
                ? "circle"
                : "folder",
          };
        return { name, kind: target.isFile() ? "file" : "no file" };
      }),
  );
}

/** Whether the target of a link is in the content, or in the collection's folder that has the link. */
async function isInside(link: string, content: string): Promise<boolean> {
  const [collection = "", within] = relative(content, link).split(sep);
  if (!within) return true;
  const [target, ...folders] = await Promise.all(
    [link, content, join(content, collection)].map((path) => realpath(path)),
  );
  return folders.some((folder) => target?.startsWith(folder + sep));
}
