import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  realpath,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Changes to files, named from the root with `/`. */
type Changes = {
  /** File → its whole new text. */
  writes: Map<string, string>;
  /** File → the absolute path of the file to copy there. */
  copies?: Map<string, string>;
  move?: { from: string; to: string };
  /** Files to delete, after everything else. */
  removes?: readonly string[];
};

/** Everything a command will do, complete before anything is written. */
export type Plan = Changes & {
  /** Messages about the changes, one sentence a line. */
  said: string[];
  /** The next step to suggest. */
  next: string;
  /** The result as data, for `--json`. */
  facts: Record<string, unknown>;
};

/** Ends a command. Exit code 1: something in the content prevents it; 2: the call is wrong; 0: it printed its usage. */
export class Refusal extends Error {
  readonly code: 0 | 1 | 2;
  constructor(message: string, code: 0 | 1 | 2 = 1) {
    super(message);
    this.code = code;
  }
}

/** Carries out a plan and prints the result; with `dry-run` it only prints. */
export async function carryOut(
  root: string,
  plan: Plan,
  options: { json?: boolean | undefined; "dry-run"?: boolean | undefined },
  say: (text: string) => void,
): Promise<void> {
  const isDry = options["dry-run"] === true;
  if (!isDry) await applyPlan(root, plan);
  const { writes, move, said, next, facts } = plan;
  if (options.json)
    say(
      JSON.stringify({
        ...facts,
        written: [...writes.keys()],
        ...(move ? { moved: move } : {}),
        ...(isDry ? { dryRun: true } : {}),
        next,
      }),
    );
  else
    say(
      [
        ...said,
        ...(isDry
          ? ["Nothing was changed: this is what would be."]
          : [`Next: ${next}`]),
      ].join("\n"),
    );
}

/**
 * Prepares every new file beside its place, then renames them into place, so each file is written whole or not at all.
 * @throws a Refusal that says whether anything was changed, and what
 */
export async function applyPlan(
  root: string,
  { writes, copies = new Map(), move, removes = [] }: Changes,
): Promise<void> {
  const temporary: string[] = [];
  const steps: { file: string; run: () => Promise<void> }[] = [];
  const done: string[] = [];
  let current = "";
  try {
    for (const file of [...writes.keys(), ...copies.keys()]) {
      current = file;
      // Write to the target of a symbolic link, and keep the link.
      const path = await realpath(join(root, file)).catch(() =>
        join(root, file),
      );
      const made = await mkdir(dirname(path), { recursive: true });
      if (made) temporary.push(made);
      const mode = (await lstat(path).catch(undefinedIfMissing))?.mode;
      // A rename would replace a read-only file without an error.
      if (mode !== undefined && (mode & 0o222) === 0)
        throw Object.assign(new Error(), { code: "EACCES" });
      // `check` and `dev` ignore the names of editors' swap files.
      const beside = join(
        dirname(path),
        `.${basename(path)}.${process.pid}.swp`,
      );
      temporary.push(beside);
      const source = copies.get(file);
      if (source === undefined)
        await writeFile(beside, writes.get(file) as string);
      else await copyFile(source, beside);
      if (mode !== undefined) await chmod(beside, mode);
      steps.push({ file, run: () => rename(beside, path) });
    }
    if (move) {
      current = move.from;
      const [from, to] = [join(root, move.from), join(root, move.to)];
      const there = await lstat(to).catch(undefinedIfMissing);
      // On a case-insensitive disk, Old.md and old.md are the same file.
      if (there && there.ino !== (await lstat(from)).ino)
        throw new Error(
          `${move.to} already exists: move it away, or choose another name.`,
        );
      steps.push({ file: move.from, run: () => rename(from, to) });
    }
    for (const file of removes) {
      current = file;
      await lstat(join(root, file));
      steps.push({ file, run: () => rm(join(root, file)) });
    }
    for (const { file, run } of steps) {
      current = file;
      await run();
      done.push(file);
    }
  } catch (error) {
    for (const path of done.length > 0
      ? temporary.filter((name) => name.endsWith(".swp"))
      : temporary)
      await rm(path, { recursive: true, force: true });
    const others = steps.slice(done.length).map(({ file }) => file);
    throw new Refusal(
      `${toFailureMessage(error as NodeJS.ErrnoException, current)}\n${
        done.length > 0
          ? `Changed: ${done.join(", ")}.\nNot changed: ${others.join(", ")}.\nTo undo the changes: git restore`
          : "Nothing was changed."
      }`,
    );
  }
}

const toFailureMessage = (
  { code = "", message }: NodeJS.ErrnoException,
  file: string,
): string =>
  ["EACCES", "EPERM", "EROFS"].includes(code)
    ? `${file} cannot be changed: the file or its folder is read-only.`
    : code === "ENOSPC"
      ? `${file} cannot be written: the disk is full.`
      : message;

const undefinedIfMissing = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== "ENOENT") throw error;
};
