import { execFile } from "node:child_process";
import { join } from "node:path";
import { toEnvironment } from "./environment.ts";

const repository = join(import.meta.dirname, "../../..");

/** Runs a package's program, given by its path in node_modules, on the whole repository. */
export const runTool = (program: string, ...words: string[]) =>
  new Promise<{ code: unknown; output: string }>((resolve) => {
    execFile(
      process.execPath,
      [join(repository, "node_modules", program), ...words],
      {
        cwd: repository,
        env: toEnvironment("development"),
        maxBuffer: 1 << 26,
      },
      (error, out, err) =>
        resolve({ code: error?.code ?? 0, output: out + err }),
    );
  });
