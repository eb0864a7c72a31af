import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { SiteSettings } from "#site-settings.ts";
import { makeFolder } from "./fixture.ts";

const engine = pathToFileURL(join(import.meta.dirname, "../../")).href;

/** The required settings of `src/site.ts`. */
const required: SiteSettings = {
  name: "The Larder",
  tagline: "Plain cooking.",
  description: "What keeps until Friday?",
  address: "https://larder.example",
  author: "cook",
  callToAction: "feed",
  feedAuthority: "larder.example,2024",
  security: { expires: "2027-03-01" },
};

/**
 * The JSON value of an expression about an engine module, in a publication with the given settings, which a process
 * reads once when it starts.
 */
export function evaluateWith(
  settings: Partial<SiteSettings>,
  module: string,
  expression: string,
): unknown {
  const root = makeFolder();
  mkdirSync(join(root, "src"));
  writeFileSync(
    join(root, "src/site.ts"),
    `export const site = ${JSON.stringify({ ...required, ...settings })};`,
  );
  const program = `const it = await import("${engine}${module}"); console.log(JSON.stringify(${expression}));`;
  const printed = execFileSync(
    process.execPath,
    ["--input-type=module", "--eval", program],
    { cwd: root, encoding: "utf8" },
  );
  return JSON.parse(printed);
}
