import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { applyPlan } from "#cli/plan.ts";
import { anArticleFile } from "../../support/an-article.ts";
import { makeContent } from "../../support/fixture.ts";
import { readContentFile, runHere } from "../../support/run-command.ts";

const text = anArticleFile();
const draft = anArticleFile({ draft: true });

test("rename does not overwrite another file", async () => {
  const root = makeContent([["articles/old/index.md", draft]]);
  mkdirSync(join(root, "src/content/articles/new"));
  writeFileSync(join(root, "src/content/articles/new/bowl.png"), "a picture");
  const { code, err } = await runHere(root, "rename", ["old", "new"]);
  expect(code).toBe(1);
  expect(err).toBe(
    "src/content/articles/new already exists: move it away, or choose another name.\nNothing was changed.\n",
  );
  expect(readContentFile(root, "articles/new/bowl.png")).toBe("a picture");
  expect(readContentFile(root, "articles/old/index.md")).toBe(draft);
});

test("if one file is read-only, no file is changed", async () => {
  const root = makeContent([
    ["articles/old.md", text],
    ["articles/linking.md", anArticleFile({}, "[a](/articles/old/)\n")],
  ]);
  chmodSync(join(root, "src/content/articles/linking.md"), 0o444);
  const { code, err } = await runHere(root, "rename", ["old", "new"]);
  expect(code).toBe(1);
  expect(err).toBe(
    "src/content/articles/linking.md cannot be changed: the file or its folder is read-only.\nNothing was changed.\n",
  );
  expect(readContentFile(root, "articles/old.md")).toBe(text);
  expect(existsSync(join(root, "src/content/published.json"))).toBe(false);
});

test("if a file is missing, nothing is written, moved or deleted", async () => {
  const root = makeContent([["articles/old.md", text]]);
  const file = "src/content/articles/old.md";
  const apply = (copies: [string, { copy: string }][], removes: string[]) =>
    applyPlan(root, {
      writes: new Map<string, string | { copy: string }>([
        ["deep/new.md", text],
        ...copies,
      ]),
      removes,
    });
  await expect(
    apply([["bowl.png", { copy: join(root, "gone.png") }]], []),
  ).rejects.toThrow("Nothing was changed.");
  await expect(apply([], [file, "gone.md"])).rejects.toThrow(
    "Nothing was changed.",
  );
  expect(existsSync(join(root, "deep"))).toBe(false);
  expect(readContentFile(root, "articles/old.md")).toBe(text);

  await apply([["bowl.png", { copy: join(root, file) }]], [file]);
  expect(existsSync(join(root, file))).toBe(false);
  expect(readFileSync(join(root, "bowl.png"), "utf8")).toBe(text);
});

test("a failure midway lists what was changed and what was not, and leaves no partial file", async () => {
  const root = makeContent([["articles/old.md", text]]);
  mkdirSync(join(root, "folder.md"));
  await expect(
    applyPlan(root, {
      writes: new Map([
        ["first.md", text],
        ["folder.md", text],
        ["last.md", text],
      ]),
    }),
  ).rejects.toThrow(
    "Changed: first.md.\nNot changed: folder.md, last.md.\nTo undo the changes: git restore",
  );
  expect(readdirSync(root).filter((name) => /last|swp/.test(name))).toEqual([]);
});

test.each([
  ["a process that has ended is removed", 2 ** 30, false],
  ["an earlier process with this one's number is removed", process.pid, false],
  ["another process that still runs is kept", process.ppid, true],
])("the unfinished file of %s", async (_, pid, isKept) => {
  const root = makeContent([]);
  const leftover = join(root, `src/content/articles/.two.md.${pid}.swp`);
  mkdirSync(join(root, "src/content/articles"), { recursive: true });
  writeFileSync(leftover, "half");
  await applyPlan(root, {
    writes: new Map([["src/content/articles/one.md", text]]),
  });
  expect(existsSync(leftover)).toBe(isKept);
});
