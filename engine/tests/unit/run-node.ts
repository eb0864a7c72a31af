import { execFileSync } from "node:child_process";
import { publication } from "../support/fixture.ts";

/**
 * The output of a module in a new Node process in the fixture publication, for settings that are read at the start. It imports the engine as `gatepost/…`.
 */
export const printedBy = (module: string, env: Record<string, string>) =>
  execFileSync(process.execPath, ["--input-type=module", "--eval", module], {
    cwd: publication,
    env: { ...process.env, ...env },
    encoding: "utf8",
  }).trim();
