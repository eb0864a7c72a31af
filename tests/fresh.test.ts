import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { linkPackages } from "gatepost/tests/support/build-site.ts";
import { toEnvironment } from "gatepost/tests/support/environment.ts";
import { makeFolder } from "gatepost/tests/support/fixture.ts";
import { runPrinting } from "gatepost/tests/support/run-program.ts";

const project = join(import.meta.dirname, "..");
const root = makeFolder();

const git = (folder: string, ...words: string[]): string[] =>
  execFileSync(
    "git",
    ["-c", "user.name=Owner", "-c", "user.email=owner@example.org", ...words],
    { cwd: folder, encoding: "utf8" },
  )
    .split("\0")
    .filter(Boolean);

const listFiles = (folder: string) =>
  git(folder, "ls-files", "-z", "-co", "--exclude-standard").filter((file) =>
    existsSync(join(folder, file)),
  );

/** Runs a program in the clone, as its owner would. */
const run = (...words: string[]) =>
  runPrinting(
    root,
    words,
    toEnvironment("production", { BUILD_NOW: new Date().toISOString() }),
  );
const fresh = (...words: string[]) => run("tools/fresh.ts", "--yes", ...words);

/** Words that only this publication uses. */
const ours = /certificat|worksheet|gatepost\.example|gate or signal/i;

beforeAll(() => {
  for (const file of listFiles(project))
    cpSync(join(project, file), join(root, file));
  linkPackages(root);
  git(root, "init", "--quiet");
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "--message", "As it was");
});

test("fresh refuses to run with uncommitted changes", async () => {
  const file = join(root, "src/site.ts");
  const before = readFileSync(file, "utf8");
  writeFileSync(file, `${before}\n`);
  const { code, output } = await fresh();
  expect(code).toBe(1);
  expect(output).toContain("1 file would lose uncommitted changes.");
  expect(git(root, "status", "--porcelain", "-z")).toEqual([" M src/site.ts"]);
  writeFileSync(file, before);
});

test("fresh makes an empty publication, with nothing of this one outside the engine", async () => {
  const { code, output } = await fresh(
    "--name",
    'Cooking "at home"',
    "--address",
    "https://cooking.example",
  );
  expect(output).toContain("README.md lists what to change first.");
  expect(code).toBe(0);
  const files = listFiles(root);
  expect(
    files.filter((file) => file.startsWith("src/content/articles/")),
  ).toEqual(["src/content/articles/welcome.md"]);
  expect(readFileSync(join(root, "src/content/published.json"), "utf8")).toBe(
    "{}\n",
  );
  const left = files.filter(
    (file) =>
      !/^(?:engine|bench)\//.test(file) &&
      ours.test(readFileSync(join(root, file), "utf8")),
  );
  expect(left).toEqual([]);
  expect(
    git(root, "diff", "--name-only", "-z", "HEAD", "--", "engine"),
  ).toEqual([]);
});

test("its check, build and tests pass", async () => {
  const check = await run("engine/bin.js", "check");
  expect(check.output).not.toMatch(/\d+ problem/);
  expect(check.code).toBe(0);
  const prettier = "node_modules/prettier/bin/prettier.cjs";
  const format = await run(prettier, "--check", ".", "!engine/**");
  expect(format.output).toContain("All matched files use Prettier code style!");
  // The clone's own tests build it. Another test reads the same build.
  writeFileSync(
    join(root, "tests/another.test.ts"),
    `import { expect, inject, test } from "vitest";
import { pageAt, readDist } from "gatepost/tests/support/build-site.ts";

test("the site is this owner's", () => {
  const dist = readDist(inject("site"));
  expect(pageAt(dist, "/")).toContain("<title>Cooking &quot;at home&quot;");
  const pages = [...dist].filter(([file]) => /\\.(?:html|xml|txt)$/.test(file));
  expect(
    pages.filter(([, bytes]) => ${String(ours)}.test(bytes.toString())).map(String),
  ).toEqual([]);
});
`,
  );
  const vitest = "node_modules/vitest/vitest.mjs";
  const tests = await run(vitest, "run", "--project", "publication");
  rmSync(join(root, "tests/another.test.ts"));
  expect(tests.output).toMatch(/Tests .*4 passed/);
  expect(tests.code).toBe(0);
  const { scripts } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  ) as { scripts: Record<string, string> };
  const named = Object.values(scripts).flatMap(
    (script) => script.match(/\b[\w-]+\/[\w./-]+/g) ?? [],
  );
  expect(named).toContain("bench/build.ts");
  expect(named.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test("replacing the engine's folder updates it, and check prints the changes", async () => {
  const upstream = join(makeFolder(), "upstream");
  git(root, "clone", "--quiet", root, upstream);
  const edit = (file: string, before: RegExp, after: string) => {
    const path = join(upstream, "engine", file);
    const text = readFileSync(path, "utf8");
    expect(text).toMatch(before);
    writeFileSync(path, text.replace(before, after));
  };
  edit("package.json", /"version": ".+"/, '"version": "99.0.0"');
  edit("CHANGELOG.md", /^(?=## )/m, "## 99.0.0\n\n- A word is gone.\n\n");
  edit("tests/projects.ts", /unit\/\*\*\/\*/, "$&,new/**/*");
  const newTest = "engine/tests/new/example.test.ts";
  mkdirSync(join(upstream, dirname(newTest)));
  writeFileSync(join(upstream, newTest), "");
  git(upstream, "add", newTest);
  git(upstream, "rm", "--quiet", "engine/cards/card.ts");
  git(upstream, "commit", "--quiet", "--all", "--message", "Next");

  git(root, "fetch", "--quiet", upstream, "HEAD");
  git(
    root,
    ..."restore --source=FETCH_HEAD --staged --worktree engine".split(" "),
  );
  expect(existsSync(join(root, "engine/cards/card.ts"))).toBe(false);
  const { code, output } = await run("engine/bin.js", "check");
  expect(output).toContain("What is new:\n\n## 99.0.0\n\n- A word is gone.");
  expect(code).toBe(0);
  const tests = await run(
    "node_modules/vitest/vitest.mjs",
    ...["list", "--filesOnly", "--project", "engine"],
  );
  expect(tests.output).toContain(newTest);
});
