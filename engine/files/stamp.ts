import { statSync } from "node:fs";

/** A file changed less than this ago, in milliseconds, may change again without its times telling. */
const leastAge = 100;

/**
 * A text that changes whenever a file does, and whether the file is old enough for that to be certain.
 * @throws the error of the file system, such as ENOENT
 */
export function toStamp(path: string) {
  const { size, mtimeMs, ctimeMs, ino } = statSync(path);
  return {
    stamp: `${size}:${mtimeMs}:${ctimeMs}:${ino}`,
    size,
    isSettled: ctimeMs < Date.now() - leastAge,
  };
}
