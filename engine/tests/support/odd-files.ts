import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, openSync, truncateSync } from "node:fs";
import { dirname } from "node:path";

/** A pipe, from which nobody will ever write: reading it never ends. */
export function makePipe(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  execFileSync("mkfifo", [path]);
}

/** A file of any size that takes no room on a disk. */
export function makeHuge(path: string, bytes: number): void {
  openSync(path, "w");
  truncateSync(path, bytes);
}

/** Does something with a file or folder that nobody may read, without root's rights to read everything. */
export async function withoutRights<T>(
  root: string,
  path: string,
  work: () => Promise<T>,
): Promise<T> {
  const isRoot = process.geteuid?.() === 0;
  for (const folder of [process.env.TEST_FOLDER ?? root, root])
    chmodSync(folder, 0o755);
  chmodSync(path, 0);
  if (isRoot) process.seteuid?.(65534);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(path, 0o755);
  }
}
