import {
  access,
  chmod,
  copyFile,
  lstat,
  mkdir,
  readdir,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isOtherRunning } from "#files/other-process.ts";
import { toSystemProblem } from "#files/system-error.ts";

/** Changes to files, whose names are relative to the root with `/`. Made in this order. */
type Changes = {
  /** File → its new text, or the absolute path of the file to copy there. */
  writes: Map<string, string | { copy: string }>;
  move?: { from: string; to: string };
  removes?: readonly string[];
};

/** All that a command will do. If `writes` are interrupted, `check` must report it and another run must finish it. */
export type Plan = Changes & { messages: string[]; next: string };

/** Ends a command. Exit code 1: something in the content prevents it; 2: the call is wrong; 0: it printed its usage. */
export class Refusal extends Error {
  readonly code: 0 | 1 | 2;
  constructor(message: string, code: 0 | 1 | 2 = 1) {
    super(message);
    this.code = code;
  }
}

export async function carryOut(
  root: string,
  plan: Plan,
  isDry: boolean | undefined,
  say: (text: string) => void,
): Promise<void> {
  if (!isDry) await applyPlan(root, plan);
  for (const message of plan.messages) say(message);
  say(isDry ? "Dry run: nothing was changed." : `Next: ${plan.next}`);
}

/**
 * Makes changes, one file after the other, after checking that each can be made. Each file is written whole or not at
 * all.
 * @throws a Refusal that lists what was changed, if anything
 */
export async function applyPlan(
  root: string,
  { writes, move, removes = [] }: Changes,
): Promise<void> {
  const steps: [file: string, run: (path: string) => Promise<void>][] = [];
  for (const [file, text] of writes)
    steps.push([file, (path) => replace(path, text)]);
  if (move)
    steps.push([move.from, (path) => rename(path, join(root, move.to))]);
  for (const file of removes) steps.push([file, rm]);
  const done: string[] = [];
  let current = "";
  try {
    for (const [file, text] of writes) {
      current = file;
      const mode = await readMode(join(root, file));
      // A rename would replace a read-only file without an error.
      if (mode !== undefined && (mode & 0o222) === 0)
        throw Object.assign(new Error(), { code: "EACCES" });
      if (typeof text !== "string") await access(text.copy);
    }
    if (move) {
      const there = await lstat(join(root, move.to)).catch(ignoreMissing);
      // On a case-insensitive disk, Old.md and old.md are the same file.
      if (there && there.ino !== (await lstat(join(root, move.from))).ino)
        throw new Error(
          `${move.to} already exists: move it away, or choose another name.`,
        );
    }
    for (const file of removes) await lstat(join(root, file));
    for (const folder of new Set([...writes.keys()].map((one) => dirname(one))))
      await removeLeftovers(join(root, folder));

    for (const [file, run] of steps) {
      current = file;
      await run(join(root, file));
      done.push(file);
    }
  } catch (error) {
    const { code = "", message } = error as NodeJS.ErrnoException;
    const problem = ["EACCES", "EPERM", "EROFS"].includes(code)
      ? `${current} cannot be changed: the file or its folder is read-only.`
      : (toSystemProblem(Object.assign(error as Error, { path: current })) ??
        message);
    throw new Refusal(
      `${problem}\n${
        done.length > 0
          ? `Changed: ${done.join(", ")}.\nNot changed: ${steps
              .slice(done.length)
              .map(([file]) => file)
              .join(", ")}.\nTo undo the changes: git restore`
          : "Nothing was changed."
      }`,
    );
  }
}

/** Writes a text, or copies a file, beside a file and renames it into place. */
async function replace(path: string, text: string | { copy: string }) {
  // Write to the target of a symbolic link, and keep the link.
  const target = await realpath(path).catch(() => path);
  const mode = await readMode(target);
  // `check` and `dev` ignore the names of editors' swap files.
  const beside = `${dirname(target)}/.${basename(target)}.${process.pid}.swp`;
  await mkdir(dirname(target), { recursive: true });
  try {
    if (typeof text === "string") await writeFile(beside, text);
    else await copyFile(text.copy, beside);
    if (mode !== undefined) await chmod(beside, mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

/** Removes what a killed process was writing. */
async function removeLeftovers(folder: string): Promise<void> {
  const names = (await readdir(folder).catch(ignoreMissing)) ?? [];
  for (const name of names) {
    const [, pid] = /^\..+\.(\d+)\.swp$/.exec(name) ?? [];
    if (pid && !isOtherRunning(Number(pid))) await rm(join(folder, name));
  }
}

const readMode = async (path: string): Promise<number | undefined> =>
  (await stat(path).catch(ignoreMissing))?.mode;

const ignoreMissing = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== "ENOENT") throw error;
};
