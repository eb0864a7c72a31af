import { createHash } from "node:crypto";
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import { threadId } from "node:worker_threads";

/** A file of a cache ends with a hash of what is before: nobody would notice damage before it is published. */

const toEnd = (content: string | Uint8Array): string =>
  `\n${createHash("sha256").update(content).digest("hex")}\n`;
const endLength = toEnd("").length;

/** The content of a cache's file; undefined if there is none, or if it is damaged. */
export function readCacheFile(file: string): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw Object.assign(error as Error, { path: file });
  }
  const content = bytes.subarray(0, -endLength);
  return bytes.toString("latin1", content.length) === toEnd(content)
    ? content
    : undefined;
}

/** Writes a cache's file beside its place and moves it there, so that it is whole or not there. */
export function writeCacheFile(file: string, content: string | Uint8Array) {
  // Two commands, or two threads, may write at the same time.
  const part = `${file}.${process.pid}.${threadId}.part`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(part, content);
    appendFileSync(part, toEnd(content));
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw Object.assign(error as Error, { path: file });
  }
}
