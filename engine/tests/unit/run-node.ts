import { execFileSync } from "node:child_process";
import { join } from "node:path";

/** What a module prints when a Node of its own runs it: for settings that are read once, at the start. */
export const printedBy = (module: string, env: Record<string, string>) =>
  execFileSync(process.execPath, ["--input-type=module", "--eval", module], {
    cwd: join(import.meta.dirname, "../../.."),
    env: { ...process.env, ...env },
    encoding: "utf8",
  }).trim();
