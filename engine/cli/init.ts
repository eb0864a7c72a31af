import { readdirSync } from "node:fs";
import { join } from "node:path";
import { readCall, type Command } from "./command.ts";
import { factFlags, readFacts } from "./init-facts.ts";
import { readManifest, toInitFiles, toManifestText } from "./init-files.ts";
import { applyPlan, Refusal } from "./plan.ts";

const usage = `npx gatepost init [flags]

Writes an empty publication into an empty folder in which gatepost is installed: settings, colours, an example article
and pages that say what to write. Nothing is ever overwritten.

  --name TEXT      what the publication is called
  --address URL    where it will be, like https://example.org
  --yes            do not ask`;

const engine = join(import.meta.dirname, "..");

/** What is there once npm has installed the engine in an empty folder. */
const installed = /^(?:package(?:-lock)?\.json|node_modules|\.git|.*\.tgz)$/;

const init: Command = async (root, args, terminal) => {
  const { values } = readCall(args, usage, factFlags, 0);
  const others = readdirSync(root).filter((name) => !installed.test(name));
  if (others.length > 0)
    throw new Refusal(
      `This folder is not empty: it has ${others.slice(0, 5).join(", ")}${others.length > 5 ? " …" : ""}.\nNext: make an empty folder, install gatepost there and run npx gatepost init in it.`,
    );

  const files = toInitFiles(
    await readFacts(values, usage, terminal),
    new Date(),
  );
  const template = JSON.parse(
    files.get("package.json") as string,
  ) as ReturnType<typeof readManifest>;
  const own = readManifest(root);
  const writes = new Map(files).set(
    "package.json",
    toManifestText({
      ...template,
      ...own,
      type: "module",
      scripts: { ...template.scripts, ...own.scripts },
      dependencies: {
        gatepost: String(readManifest(engine).version),
        ...own.dependencies,
      },
    }),
  );
  await applyPlan(root, { writes });
  terminal.say(
    `Written: ${writes.size} files, an empty publication. README.md says what to change first.\nNext: npm install && npm start`,
  );
};
export default init;
