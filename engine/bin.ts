#!/usr/bin/env node
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { toSuggestion } from "#model/suggestion.ts";

/** `gatepost <command> …`: runs a command in the folder of a publication. */
const commands = [
  "announce",
  "build",
  "check",
  "dev",
  "generate",
  "import",
  "new",
  "preview",
  "publish",
  "rename",
  "unpublish",
];
/** Small enough a heap that a build of thousands of articles collects its garbage in time. */
const flags: Record<string, string[]> = {
  build: ["--max-semi-space-size=16", "--max-old-space-size=768"],
};

const [command = "", ...words] = process.argv.slice(2);
if (!commands.includes(command)) {
  const meant = toSuggestion(command, commands);
  const isHelp = /^(?:|help|--help|-h)$/.test(command);
  console.error(
    `${isHelp ? "" : `There is no command ${command}.${meant ? ` Did you mean ${meant}?` : ""}\n\n`}gatepost <command>: ${commands.join(", ")}. Each says more with --help.`,
  );
  process.exit(isHelp ? 0 : 2);
}
if (!existsSync(join(process.cwd(), "src/site.ts"))) {
  console.error(
    "There is no src/site.ts here: run this in the folder of a publication.",
  );
  process.exit(2);
}

const ending = import.meta.filename.endsWith(".ts") ? "ts" : "js";
const file =
  command === "import"
    ? new URL(import.meta.resolve(`gatepost-import/import.${ending}`))
    : new URL(`./cli/${command}.${ending}`, import.meta.url);
process.argv = [process.execPath, file.pathname, ...words];
if (!flags[command]) await import(file.href);
else {
  const child = spawn(
    process.execPath,
    [...flags[command], file.pathname, ...words],
    { stdio: "inherit" },
  );
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
    process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => {
    process.exitCode = code ?? 128 + (signal ? constants.signals[signal] : 0);
  });
}
