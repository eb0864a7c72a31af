import { spawnSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { applyPlan } from "#cli/plan.ts";
import { anArticleFile } from "../../support/an-article.ts";
import { makeContent } from "../../support/fixture.ts";
import { readContentFile, runCommand } from "../../support/run-command.ts";

const text = anArticleFile();
const draft = anArticleFile({ draft: true });

test("what is in the way of a renamed article stays, and is named", async () => {
  const root = makeContent([["articles/old/index.md", draft]]);
  mkdirSync(join(root, "src/content/articles/new"));
  writeFileSync(join(root, "src/content/articles/new/bowl.png"), "a picture");
  const { code, err } = await runCommand(root, "rename", ["old", "new"]);
  expect(code).toBe(1);
  expect(err).toBe(
    "src/content/articles/new is there already: move it away, or choose another name.\nNothing was changed.\n",
  );
  expect(readContentFile(root, "articles/new/bowl.png")).toBe("a picture");
  expect(readContentFile(root, "articles/old/index.md")).toBe(draft);
});

test("a file that is only for reading is not written over, and nothing else is", async () => {
  const root = makeContent([
    ["articles/old.md", text],
    ["articles/linking.md", anArticleFile({}, "[a](/articles/old/)\n")],
  ]);
  chmodSync(join(root, "src/content/articles/linking.md"), 0o444);
  const { code, err } = await runCommand(root, "rename", ["old", "new"]);
  expect(code).toBe(1);
  expect(err).toBe(
    "src/content/articles/linking.md cannot be changed: it is only for reading, or its folder is.\nNothing was changed.\n",
  );
  expect(readContentFile(root, "articles/old.md")).toBe(text);
  expect(existsSync(join(root, "src/content/published.json"))).toBe(false);
});

test("a copy that cannot be made takes back what was written and what was taken away", async () => {
  const root = makeContent([["articles/old.md", text]]);
  const file = "src/content/articles/old.md";
  const apply = (copies: [string, string][], removes: string[]) =>
    applyPlan(root, {
      writes: new Map([["new.md", text]]),
      copies: new Map(copies),
      removes,
    });
  await expect(
    apply([["bowl.png", join(root, "gone.png")]], []),
  ).rejects.toThrow("Nothing was changed.");
  await expect(apply([], [file, "gone.md"])).rejects.toThrow(
    "Nothing was changed.",
  );
  expect(existsSync(join(root, "new.md"))).toBe(false);
  expect(readContentFile(root, "articles/old.md")).toBe(text);

  await apply([["bowl.png", join(root, file)]], [file]);
  expect(existsSync(join(root, file))).toBe(false);
  expect(readFileSync(join(root, "bowl.png"), "utf8")).toBe(text);
});

test("Ctrl+C while files are written waits until all of them are", () => {
  const root = makeContent([]);
  const module = pathToFileURL(
    join(import.meta.dirname, "../../../cli/plan.ts"),
  ).href;
  const files = Array.from({ length: 50 }, (_, index) => `${index}.md`);
  const { status, signal } = spawnSync(process.execPath, [
    "--input-type=module",
    "--eval",
    `import { applyPlan } from ${JSON.stringify(module)};
const applied = applyPlan(${JSON.stringify(root)}, { writes: new Map(${JSON.stringify(files)}.map((file) => [file, "new"])) });
process.kill(process.pid, "SIGINT");
await applied;`,
  ]);
  expect({ status, signal }).toEqual({ status: 0, signal: null });
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
