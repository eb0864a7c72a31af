import { existsSync } from "node:fs";
import { join } from "node:path";
import { toHint, toSuggestion } from "#model/suggestion.ts";
import { startCommand, type Command } from "#cli/command.ts";

/** `gatepost <command> …`: runs a command in the folder of a publication. */
const commands =
  "announce audit build check dev due eject host import init new preview preview-link publish rename unpublish".split(
    " ",
  );
const refuse = (problem: string): never => {
  console.error(problem);
  process.exit(2);
};

const [command = "", ...words] = process.argv.slice(2);
const usage = `gatepost <command>: ${commands.join(", ")}. Each says more with --help.`;
if (/^(?:|help|--help|-h)$/.test(command)) {
  console.log(usage);
  process.exit(0);
}
if (!commands.includes(command))
  refuse(
    `There is no command ${command}.${toHint(toSuggestion(command, commands), "")}\n\n${usage}`,
  );
if (command !== "init" && !existsSync(join(process.cwd(), "src/site.ts")))
  refuse(
    "There is no src/site.ts here: run this in the folder of a publication.",
  );

const ending = import.meta.filename.endsWith(".ts") ? "ts" : "js";
const url = new URL(
  command === "import" ? findImporter() : `./cli/${command}.${ending}`,
  import.meta.url,
);
// Turns off Astro's telemetry.
process.env.ASTRO_TELEMETRY_DISABLED = "1";
const { default: run } = (await import(url.href)) as { default: Command };
await startCommand(run, words);

function findImporter(): string {
  try {
    return import.meta.resolve(`gatepost-import/import.${ending}`);
  } catch {
    return refuse(
      "The importers are a package of their own, which is not installed here.\nNext: npm install the file gatepost-import-….tgz that came with this version of gatepost.",
    );
  }
}
