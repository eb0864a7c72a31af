import { constants } from "node:fs";
import {
  chmod,
  copyFile,
  lstat,
  mkdir,
  readFile,
  realpath,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** What a command is going to do, complete before the first byte is written. Files are named from the root, with `/`. */
export type Plan = {
  /** File → the whole text it will hold. */
  writes: Map<string, string>;
  /** File → the file it will be a copy of, absolute. */
  copies?: Map<string, string> | undefined;
  /** Files that are taken away, last of all. */
  removes?: string[] | undefined;
  move?: { from: string; to: string } | undefined;
  /** What it changes, a sentence a line. */
  said: string[];
  /** The one thing to do next. */
  next: string;
  /** The same for `--json`. */
  facts: Record<string, unknown>;
};

/** A command's answer to what it cannot do: 1 when something in the content is in the way, 2 for a call that does not fit. */
export class Refusal extends Error {
  readonly code: 1 | 2;
  constructor(message: string, code: 1 | 2 = 1) {
    super(message);
    this.code = code;
  }
}

/** Makes a plan and carries it out, and says so; with `dry-run` only says so. Ends the command when it is refused. */
export async function carryOut(
  root: string,
  toPlan: () => Promise<Plan>,
  options: { json?: boolean | undefined; "dry-run"?: boolean | undefined },
): Promise<void> {
  try {
    const plan = await toPlan();
    const isDry = options["dry-run"] === true;
    if (!isDry) await applyPlan(root, plan);
    const { writes, move, said, next, facts } = plan;
    if (options.json)
      console.log(
        JSON.stringify({
          ...facts,
          written: [...writes.keys()],
          ...(move ? { moved: move } : {}),
          ...(isDry ? { dryRun: true } : {}),
          next,
        }),
      );
    else
      console.log(
        [
          ...said,
          ...(isDry
            ? ["Nothing was changed: this is what would be."]
            : [`Next: ${next}`]),
        ].join("\n"),
      );
  } catch (error) {
    stopRefused(error);
  }
}

/** Ends a command with what kept it from its work; anything else is a fault of ours, and is thrown on. */
export function stopRefused(error: unknown): never {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exit(error.code);
}

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const wait = () => {};

/**
 * Writes a plan's files, each beside its place and then into it, then moves and takes away what is to be.
 * @throws a Refusal when that fails; what was done until then is undone, and what could not be undone is named
 */
export async function applyPlan(
  root: string,
  {
    writes,
    copies = new Map(),
    move,
    removes = [],
  }: Pick<Plan, "writes" | "copies" | "move" | "removes">,
): Promise<void> {
  const undo: { file: string; run: () => Promise<unknown> }[] = [];
  const temporary: string[] = [];
  let doing = "";
  // Ctrl+C waits: half a renaming would be worse than a whole one, which git can take back.
  for (const signal of signals) process.on(signal, wait);
  try {
    const ready: {
      file: string;
      path: string;
      from: string;
      before: Buffer | undefined;
    }[] = [];
    for (const file of [...writes.keys(), ...copies.keys()]) {
      doing = file;
      // What is a link stays one: its target is written.
      const path = await realpath(join(root, file)).catch(() =>
        join(root, file),
      );
      const folder = dirname(path);
      const made = await mkdir(folder, { recursive: true });
      if (made) undo.push({ file, run: () => rm(made, { recursive: true }) });
      const before = await readFile(path).catch(toNothing);
      const mode = before && (await stat(path)).mode;
      // Renaming over it would not ask.
      if (mode !== undefined && (mode & 0o222) === 0)
        throw Object.assign(new Error(), { code: "EACCES" });
      // The name of an editor's swap file: neither `check` nor a running `dev` takes it for content.
      const from = join(folder, `.${basename(path)}.${process.pid}.swp`);
      temporary.push(from);
      const copied = copies.get(file);
      if (copied === undefined)
        await writeFile(from, writes.get(file) as string, { flag: "wx" });
      else await copyFile(copied, from, constants.COPYFILE_EXCL);
      if (mode !== undefined) await chmod(from, mode);
      ready.push({ file, path, from, before });
    }
    for (const { file, path, from, before } of ready) {
      doing = file;
      await rename(from, path);
      undo.push({
        file,
        run: () => (before === undefined ? rm(path) : writeFile(path, before)),
      });
    }
    if (move) {
      doing = move.from;
      const [from, to] = [join(root, move.from), join(root, move.to)];
      const there = await lstat(to).catch(toNothing);
      // Where Old.md and old.md are one file, it is in its own way.
      if (there && there.ino !== (await lstat(from)).ino)
        throw new Error(
          `${move.to} is there already: move it away, or choose another name.`,
        );
      await mkdir(dirname(to), { recursive: true });
      await rename(from, to);
      undo.push({ file: move.from, run: () => rename(to, from) });
    }
    for (const file of removes) {
      doing = file;
      const path = join(root, file);
      const before = await readFile(path);
      await rm(path);
      undo.push({ file, run: () => writeFile(path, before) });
    }
  } catch (error) {
    const left: string[] = [];
    for (const { file, run } of undo.reverse())
      await run().catch(() => void left.push(file));
    for (const file of temporary) await rm(file, { force: true });
    throw new Refusal(
      `${toWords(error as NodeJS.ErrnoException, doing)}\n${
        left.length > 0
          ? `What was changed until then could not be changed back: ${left.join(", ")}. Look at: git diff`
          : "Nothing was changed."
      }`,
    );
  } finally {
    for (const signal of signals) process.off(signal, wait);
  }
}

const toWords = (
  { code = "", message }: NodeJS.ErrnoException,
  file: string,
): string =>
  ["EACCES", "EPERM", "EROFS"].includes(code)
    ? `${file} cannot be changed: it is only for reading, or its folder is.`
    : code === "ENOSPC"
      ? `${file} cannot be written: the disk is full.`
      : message;

const toNothing = (error: NodeJS.ErrnoException): undefined => {
  if (error.code !== "ENOENT") throw error;
};
