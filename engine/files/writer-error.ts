import { readFileSync } from "node:fs";
import { toDigest } from "./digest.ts";

const name = "ContentError";

/** An error without a stack trace, for something that the writer can put right. */
export function toWriterError(message: string): Error {
  return Object.assign(new Error(message), { name, stack: "" });
}

/** Also true for an error of another bundle, such as the renderer. */
export const isWriterError = (error: unknown): error is Error =>
  error instanceof Error && error.name === name;

/** The error of a build for files that are no longer as they were checked. */
export const toChangedError = (...files: string[]): Error =>
  toWriterError(
    `${files.join(", ")} changed while the site was built. Run it again.`,
  );

/**
 * Reads a file that was checked before.
 * @throws the writer's error if it is not the same any more
 */
export function readUnchanged(file: string, digest: string): Buffer {
  let bytes: Buffer | undefined;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
  if (!bytes || toDigest(bytes) !== digest) throw toChangedError(file);
  return bytes;
}
