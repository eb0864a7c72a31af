import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  rmdirSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, sep } from "node:path";
import { readCacheFile, writeCacheFile } from "#files/cache-file.ts";

/** The files of a folder by path, with their size and time of change. */
export type FolderState = Record<string, string>;

/** @returns an empty map for a missing folder */
export function readFolderState(folder: string): FolderState {
  const state: FolderState = {};
  // Node's own recursion, and joining 20,000 paths, take twice as long.
  const read = (path: string, prefix: string) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const child = `${path}${sep}${entry.name}`;
      if (entry.isDirectory()) read(child, `${prefix}${entry.name}/`);
      else state[prefix + entry.name] = toFileState(child);
    }
  };
  if (existsSync(folder)) read(folder, "");
  return state;
}

export function toFileState(path: string): string {
  const { size, mtimeMs } = statSync(path);
  return `${size}:${mtimeMs}`;
}

type Journal = { files: string[]; deleted: string[] };

/**
 * An atomic set of changes to a folder, even if the process is killed: new files are first written next to the
 * folder, then a journal is written, and then the files are moved.
 */
export class Patch {
  #deleted: string[] = [];
  #files: string[] = [];
  readonly target: string;
  readonly work: string;

  /** @param work a folder on the same disk */
  constructor(target: string, work: string) {
    this.target = target;
    this.work = work;
    rmSync(join(work, "patch"), { recursive: true, force: true });
  }

  write(file: string, bytes: Uint8Array): void {
    const path = join(this.work, "patch", file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    this.#files.push(file);
  }

  delete(file: string): void {
    this.#deleted.push(file);
  }

  /** Makes the changes. */
  apply(): void {
    const journal: Journal = { files: this.#files, deleted: this.#deleted };
    writeCacheFile(toJournalFile(this.work), JSON.stringify(journal));
    finishPatch(this.target, this.work);
  }
}

const toJournalFile = (work: string): string => join(work, "journal.json");

/** Whether a process was stopped while it made changes. */
export const hasBegunPatch = (work: string): boolean =>
  existsSync(toJournalFile(work));

/** Finishes the changes of a killed process, if there are any. */
export function finishPatch(target: string, work: string): void {
  const journalFile = toJournalFile(work);
  const text = readCacheFile(journalFile)?.toString();
  // A damaged one tells nothing: dist/ is not as the last build left it, so everything is built.
  const { files, deleted }: Journal = text
    ? (JSON.parse(text) as Journal)
    : { files: [], deleted: [] };
  for (const file of deleted) {
    rmSync(join(target, file), { force: true });
    removeEmpty(dirname(join(target, file)), target);
  }
  for (const file of files) {
    const from = join(work, "patch", file);
    // Moved already.
    if (!existsSync(from)) continue;
    mkdirSync(dirname(join(target, file)), { recursive: true });
    renameSync(from, join(target, file));
  }
  rmSync(join(work, "patch"), { recursive: true, force: true });
  rmSync(journalFile, { force: true });
}

/** Removes an empty folder, and then its empty parents below the top. */
function removeEmpty(folder: string, top: string): void {
  if (folder === top || !existsSync(folder) || readdirSync(folder).length > 0)
    return;
  rmdirSync(folder);
  removeEmpty(dirname(folder), top);
}
