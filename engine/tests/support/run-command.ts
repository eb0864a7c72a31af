import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { toEnvironment } from "./environment.ts";

/** Runs one of the project's commands over another root's content, as a script would: without a terminal. */
export const runCommand = (
  root: string,
  command: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    execFile(
      process.execPath,
      [join(import.meta.dirname, `../../cli/${command}.ts`), ...args],
      { cwd: root, env: toEnvironment("production", env) },
      (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
    ).stdin?.end();
  });

/** A content file's text, by its path below src/content. */
export const readContentFile = (root: string, path: string): string =>
  readFileSync(join(root, "src/content", path), "utf8");
