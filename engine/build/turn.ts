import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { setTimeout } from "node:timers/promises";
import { isOtherRunning } from "#files/other-process.ts";

const lock = ".build/lock";
/** The interval for checking whether another build has ended, in milliseconds. */
const pause = 100;
/** How long a process may take to write its number into its lock, in milliseconds. */
const longestTaking = 5000;

/**
 * Waits until no other build runs in this folder, and blocks others until the returned function is called or this
 * process ends.
 * @param say prints a message while waiting
 */
export async function takeTurn(
  say: (text: string) => void,
): Promise<() => void> {
  mkdirSync(".build", { recursive: true });
  for (let told: string | undefined; ;) {
    try {
      const file = openSync(lock, "wx");
      writeSync(file, String(process.pid));
      closeSync(file);
      const release = () => rmSync(lock, { force: true });
      process.once("exit", release);
      return release;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const other = readOther(lock);
    if (other !== undefined && !isOtherRunning(other)) {
      removeLock(other);
      continue;
    }
    const text = `Another build is running (process ${other || "?"}): this one waits for it. If there is none, delete ${lock}.`;
    if (text !== told) say(text);
    told = text;
    await setTimeout(pause);
  }
}

/** The process that holds a lock; 0 if it was stopped while it took it, undefined if it is just taking or releasing it. */
function readOther(file: string): number | undefined {
  try {
    const isOld = statSync(file).mtimeMs < Date.now() - longestTaking;
    return Number(readFileSync(file, "utf8")) || (isOld ? 0 : undefined);
  } catch {
    return undefined;
  }
}

/** Removes the lock of a dead process, unless another build has done so and taken its own. */
function removeLock(dead: number): void {
  const mine = `${lock}.${process.pid}`;
  try {
    renameSync(lock, mine);
    if (readOther(mine) !== dead) linkSync(mine, lock);
  } catch {
    // Another build was faster.
  }
  rmSync(mine, { force: true });
}
