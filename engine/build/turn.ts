import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { setTimeout } from "node:timers/promises";

const lock = ".build/lock";
/** The interval for checking whether another build has ended, in milliseconds. */
const pause = 100;

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
    const other = readOther();
    if (other !== undefined && !isRunning(other)) {
      rmSync(lock, { force: true });
      continue;
    }
    const text = `Another build is running (process ${other ?? "?"}): this one waits for it. If there is none, delete ${lock}.`;
    if (text !== told) say(text);
    told = text;
    await setTimeout(pause);
  }
}

/** The process that holds the lock; undefined if it is just taking or releasing it. */
function readOther(): number | undefined {
  try {
    return Number(readFileSync(lock, "utf8")) || undefined;
  } catch {
    return undefined;
  }
}

function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
