import {
  access,
  chmod,
  copyFile,
  lstat,
  mkdir,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Changes to files, whose names are relative to the root with `/`. Made in this order. */
type Changes = {
  /** File → its new text. */
  writes: Map<string, string>;
  /** File → the absolute path of the file to copy there. */
  copies?: Map<string, string>;
  move?: { from: string; to: string };
  removes?: readonly string[];
};

/**
 * Everything a command will do. The order of `writes` matters: after an interruption, `check` must report what is
 * unfinished, and running the command again must finish it.
 */
export type Plan = Changes & {
  /** What changes, one sentence a line. */
  messages: string[];
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
  const { writes, move, messages, next, facts } = plan;
  const written = [...writes.keys()];
  say(
    options.json
      ? JSON.stringify({
          ...facts,
          written,
          ...(move && { moved: move }),
          ...(isDry && { dryRun: true }),
          next,
        })
      : [
          ...messages,
          isDry ? "Dry run: nothing was changed." : `Next: ${next}`,
        ].join("\n"),
  );
}

/**
 * Makes changes, one file after the other, after checking that each can be made. Each file is written whole or not at
 * all.
 * @throws a Refusal that lists what was changed, if anything
 */
export async function applyPlan(
  root: string,
  { writes, copies = new Map(), move, removes = [] }: Changes,
): Promise<void> {
  const toPath = (file: string) => join(root, file);
  const files = [...writes.keys(), ...copies.keys()];
  const all = [...files, ...(move ? [move.from] : []), ...removes];
  let [done, current] = [0, ""];
  try {
    for (current of files) {
      const mode = await readMode(toPath(current));
      // A rename would replace a read-only file without an error.
      if (mode !== undefined && (mode & 0o222) === 0)
        throw Object.assign(new Error(), { code: "EACCES" });
    }
    for (const source of copies.values()) await access(source);
    for (current of removes) await lstat(toPath(current));
    if (move) await checkMove(toPath(move.from), toPath(move.to), move.to);

    for (const file of all) {
      current = file;
      const path = toPath(file);
      if (done < files.length)
        await replace(path, writes.get(file), copies.get(file));
      else if (file === move?.from) await rename(path, toPath(move.to));
      else await rm(path);
      done++;
    }
  } catch (error) {
    throw new Refusal(
      `${toFailureMessage(error as NodeJS.ErrnoException, current)}\n${
        done > 0
          ? `Changed: ${all.slice(0, done).join(", ")}.\nNot changed: ${all.slice(done).join(", ")}.\nTo undo the changes: git restore`
          : "Nothing was changed."
      }`,
    );
  }
}

/** Writes a text, or copies a file, beside a file and renames it into place. */
async function replace(
  path: string,
  text: string | undefined,
  source = "",
): Promise<void> {
  // Write to the target of a symbolic link, and keep the link.
  const target = await realpath(path).catch(() => path);
  const mode = await readMode(target);
  // `check` and `dev` ignore the names of editors' swap files.
  const beside = `${dirname(target)}/.${basename(target)}.${process.pid}.swp`;
  await mkdir(dirname(target), { recursive: true });
  try {
    if (text === undefined) await copyFile(source, beside);
    else await writeFile(beside, text);
    if (mode !== undefined) await chmod(beside, mode);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function checkMove(
  from: string,
  to: string,
  name: string,
): Promise<void> {
  const there = await lstat(to).catch(ignoreMissing);
  // On a case-insensitive disk, Old.md and old.md are the same file.
  if (there && there.ino !== (await lstat(from)).ino)
    throw new Error(
      `${name} already exists: move it away, or choose another name.`,
    );
}

const readMode = async (path: string): Promise<number | undefined> =>
  (await stat(path).catch(ignoreMissing))?.mode;

const ignoreMissing = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== "ENOENT") throw error;
};

const toFailureMessage = (
  { code = "", message }: NodeJS.ErrnoException,
  file: string,
): string =>
  ["EACCES", "EPERM", "EROFS"].includes(code)
    ? `${file} cannot be changed: the file or its folder is read-only.`
    : code === "ENOSPC"
      ? `${file} cannot be written: the disk is full.`
      : message;
