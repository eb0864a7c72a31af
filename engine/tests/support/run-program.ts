import { execFile } from "node:child_process";
import { join } from "node:path";
import { toEnvironment } from "./environment.ts";

const repository = join(import.meta.dirname, "../../..");

export type Result = { code: number; out: string; err: string };

/** Runs a program of ours or of a package in Node, without a terminal, as in a script. */
export const runProgram = (
  root: string,
  words: readonly string[],
  env = toEnvironment("production"),
) =>
  new Promise<Result>((resolve) => {
    execFile(
      process.execPath,
      words,
      { cwd: root, env, maxBuffer: 1 << 26 },
      (error, out, err) =>
        resolve({ code: error ? Number(error.code) : 0, out, err }),
    ).stdin?.end();
  });

/** The same, with all that it printed in one text. */
export async function runPrinting(
  ...call: Parameters<typeof runProgram>
): Promise<{ code: number; output: string }> {
  const { code, out, err } = await runProgram(...call);
  return { code, output: out + err };
}

/** Runs a package's program, given by its path in node_modules, on the whole repository. */
export const runTool = (program: string, ...words: string[]) =>
  runPrinting(
    repository,
    [join(repository, "node_modules", program), ...words],
    toEnvironment("development"),
  );
