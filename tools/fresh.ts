import { execFileSync } from "node:child_process";
import { globSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { format } from "prettier";
import { readCall, startCommand, type Command } from "gatepost/cli/command.ts";
import {
  factFlags,
  readFacts,
  readManifest,
  toInitFiles,
  toManifestText,
} from "gatepost/cli/init.ts";
import { count } from "gatepost/check/report.ts";
import { applyPlan, Refusal } from "gatepost/cli/plan.ts";

const usage = `npm run fresh -- [flags]

Turns this clone into an empty publication of your own. Our articles, pages, components, theme and tests go; settings,
colours, an example article and pages that say what to write come. The engine and git's history stay as they are.

  --name TEXT      what the publication is called
  --address URL    where it will be, like https://example.org
  --yes            asks nothing
  --force          although some changes are not committed`;

const fresh: Command = async (root, args, terminal) => {
  const { values } = readCall(
    args,
    usage,
    { ...factFlags, force: { type: "boolean" } },
    0,
  );

  /** The NUL-separated entries that a git command prints. */
  const git = (...words: string[]): string[] => {
    try {
      const out = execFileSync("git", [...words, "-z"], {
        cwd: root,
        encoding: "utf8",
      });
      return out.split("\0").filter(Boolean);
    } catch {
      throw new Refusal("This is not a git repository. Run it in a clone.");
    }
  };
  const changed = git("status", "--porcelain");
  if (changed.length > 0 && !values.force)
    throw new Refusal(
      `${count(changed.length, "file")} would lose uncommitted changes.\nNext: commit them, or run npm run fresh -- --force`,
    );

  /** Files that every publication with the engine in its repository needs. */
  const kept =
    /^(?:engine|bench|\.ci|\.github)\/|^(?:docs\/writing\.md|LICENSE|package(?:-lock)?\.json|tsconfig\.json|vitest\.config\.ts|\.npmrc|\.gitignore|\.prettier.*)$/;
  const onlyHere = ["fresh", "pack", "screens"];

  const files = toInitFiles(await readFacts(values, usage, terminal));
  const { description: _, ...own } = readManifest(root);
  const { name } = JSON.parse(files.get("package.json") as string) as {
    name: string;
  };
  const testFolder = join(import.meta.dirname, "fresh");
  const tests = globSync("tests/**/*.ts", { cwd: testFolder });
  const writes = new Map<string, string>([
    ...[...files].filter(([file]) => !kept.test(file)),
    ...tests.map((file): [string, string] => [
      file,
      readFileSync(join(testFolder, file), "utf8"),
    ]),
    [
      "package.json",
      toManifestText({
        ...own,
        name,
        scripts: Object.fromEntries(
          Object.entries(own.scripts ?? {}).filter(
            ([script]) => !onlyHere.includes(script),
          ),
        ),
      }),
    ],
    [
      "package-lock.json",
      readFileSync(join(root, "package-lock.json"), "utf8").replaceAll(
        `"name": "${own.name}"`,
        `"name": "${name}"`,
      ),
    ],
  ]);
  const site = "src/site.ts";
  writes.set(
    site,
    await format(writes.get(site) as string, { filepath: site }),
  );
  const removes = git("ls-files").filter(
    (file) => !kept.test(file) && !writes.has(file),
  );
  await applyPlan(root, { writes, removes });
  for (const file of removes) removeEmpty(root, dirname(file));
  rmSync(join(root, "dist"), { recursive: true, force: true });
  terminal.say(
    `Removed ${removes.length} files of the old publication and wrote ${writes.size} of an empty one. README.md lists what to change first.\nNext: npm start, then git add --all && git commit`,
  );
};
await startCommand(fresh, process.argv.slice(2));

function removeEmpty(root: string, folder: string): void {
  if (folder === ".") return;
  try {
    rmdirSync(join(root, folder));
  } catch {
    return;
  }
  removeEmpty(root, dirname(folder));
}
