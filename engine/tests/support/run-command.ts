import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Ask } from "#cli/ask.ts";
import { callCommand, type Command } from "#cli/command.ts";
import { toEnvironment } from "./environment.ts";
import { runProgram, type Result } from "./run-program.ts";

export type { Result };

/** Runs a command of the engine on another root, without a terminal, as in a script. */
export const runCommand = (
  root: string,
  command: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
) =>
  runProgram(
    root,
    [join(import.meta.dirname, "../../bin.js"), command, ...args],
    toEnvironment("production", env),
  );

/** The same in this process, with the fixture publication's src/site.ts. */
export async function runHere(
  root: string,
  name: string,
  args: readonly string[] = [],
  env: Record<string, string> = {},
  ask?: Ask,
): Promise<Result> {
  // Not a literal, or `vitest --changed` would treat every importer as a dependency of the test.
  const folder = name === "import" ? "import" : "cli";
  const { default: command } = (await import(
    join(import.meta.dirname, `../../${folder}/${name}.ts`)
  )) as { default: Command };
  let [out, err] = ["", ""];
  const before = process.env;
  process.env = toEnvironment("production", env);
  try {
    const code = await callCommand(command, root, args, {
      say: (text) => void (out += `${text}\n`),
      complain: (text) => void (err += `${text}\n`),
      ask,
    });
    return { code, out, err };
  } finally {
    process.env = before;
  }
}

/** A content file's text, by its path below src/content. */
export const readContentFile = (root: string, path: string): string =>
  readFileSync(join(root, "src/content", path), "utf8");
