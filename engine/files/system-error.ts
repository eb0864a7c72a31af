import { relative, sep } from "node:path";

/** What a file system may refuse, and what to do about it. `$` is the file. */
const words: Record<string, [problem: string, remedy: string]> = {
  ENOSPC: ["The disk is full: $ cannot be written.", "Free some space"],
  EDQUOT: [
    "Your share of the disk is full: $ cannot be written.",
    "Free some space",
  ],
  EACCES: ["There is no permission for $.", "Change its permissions"],
  EPERM: ["There is no permission for $.", "Change its permissions"],
  EROFS: ["$ is on a disk that is read-only.", "Make it writable"],
  EIO: ["The disk cannot read or write $.", "Check the disk"],
  EMFILE: ["Too many files are open for $.", "Raise the limit (ulimit -n)"],
  ENFILE: ["Too many files are open for $.", "Close other programs"],
  ENAMETOOLONG: ["The name of $ is too long.", "Give it a shorter name"],
  EISDIR: ["$ is a folder, not a file.", "Move it away"],
  ENOTDIR: ["$ is a file, or in one, not a folder.", "Move the file away"],
  EEXIST: ["$ is in the way.", "Move it away"],
  ENOTEMPTY: ["$ is not empty.", "Move what is in it away"],
  EBUSY: [
    "$ is in use, perhaps as a mount point.",
    "Close the program that uses it, or unmount it",
  ],
  EXDEV: ["$ is on another disk.", "Move it to the disk of this folder"],
  ELOOP: ["$ is a link that leads in a circle.", "Delete it"],
  ERR_FS_FILE_TOO_LARGE: ["$ is too large.", "Move it away"],
};

/** What to tell about an error of the file system; undefined for other errors. */
export function toSystemProblem(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const {
    code = "",
    path,
    dest,
  } = error as NodeJS.ErrnoException & { dest?: string };
  if (!Object.hasOwn(words, code)) return toSystemProblem(error.cause);
  const [problem, remedy] = words[code] as [string, string];
  const files = [path, dest].flatMap((file) => (file ? toShort(file) : []));
  return `${problem.replace("$", () => files.join(" → ") || `a file in ${process.cwd()}`)}\n${remedy}, and run it again.`;
}

/** A path from the current folder, if it is in there. */
function toShort(path: string): string {
  const short = relative(process.cwd(), path);
  return !short || short.startsWith(`..${sep}`) ? path : short;
}
