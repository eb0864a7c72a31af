import { spawnSync } from "node:child_process";
import { chmodSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { makeFolder } from "gatepost/tests/support/fixture.ts";

const root = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const scriptsIn = (file: string) =>
  Object.keys(
    (JSON.parse(read(file)) as { scripts: Record<string, string> }).scripts,
  );

type Step = { id?: string; run?: string; uses?: string };
type Workflow = {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  jobs: Record<
    string,
    { permissions?: Record<string, string>; steps?: Step[]; uses?: string }
  >;
};
const files = globSync(".github/workflows/*.yml", { cwd: root }).sort();
const workflows = files.map((file): [string, Workflow] => [
  file,
  parse(read(file)) as Workflow,
]);
const stepsOf = ({ jobs }: Workflow) =>
  Object.values(jobs).flatMap(({ steps = [] }) => steps);

describe.each(workflows)("%s", (file, workflow) => {
  const steps = stepsOf(workflow);

  test("pins every action to a commit, and says its version", () => {
    const used = steps.flatMap(({ uses }) => uses ?? []);
    const pinned = [
      ...read(file).matchAll(/uses: (\S+@[0-9a-f]{40}) # v\d+\.\d+\.\d+$/gm),
    ].map(([, action]) => action);
    expect(used.length).toBeGreaterThan(0);
    expect(pinned).toEqual(used);
  });

  test("runs only scripts that exist, and puts no text of an event into one", () => {
    const runs = steps.flatMap(({ run }) => run ?? []);
    const named = [...runs.join("\n").matchAll(/npm run ([\w:-]+)/g)].map(
      ([, script]) => script,
    );
    const known = scriptsIn("package.json");
    expect(named.filter((script) => !known.includes(script!))).toEqual([]);
    expect(runs.filter((run) => run.includes("${{"))).toEqual([]);
  });

  test("may write nothing but GitHub Pages, and gives no secret to other people's code", () => {
    const permissions = [
      workflow.permissions,
      ...Object.values(workflow.jobs).map((job) => job.permissions ?? {}),
    ].flatMap(Object.entries);
    expect(
      permissions.filter(
        ([name, value]) =>
          value !== "read" && !["pages", "id-token"].includes(name),
      ),
    ).toEqual([]);
    expect(Object.keys(workflow.on)).not.toContain("pull_request_target");
  });
});

test("an action has one version in all workflows", () => {
  const used = workflows.flatMap(([, workflow]) =>
    stepsOf(workflow).flatMap(({ uses }) => uses ?? []),
  );
  const names = [...new Set(used)].map((uses) => uses.split("@")[0]);
  expect(new Set(names).size).toBe(names.length);
});

test("an empty publication gets the same workflows, and every script that they run", () => {
  const copies = globSync("engine/init/github/workflows/*.yml", { cwd: root });
  expect(copies.map((file) => basename(file)).sort()).toEqual([
    "deploy.yml",
    "preview.yml",
    "scheduled.yml",
  ]);
  for (const file of copies) {
    expect(read(file)).toBe(read(`.github/workflows/${basename(file)}`));
    for (const [, script] of read(file).matchAll(/npm run ([\w:-]+)$/gm))
      expect(scriptsIn("engine/init/package.json")).toContain(script);
  }
});

test("a workflow that another one calls is there, and gets no secrets but those it names", () => {
  const calls = workflows.flatMap(([, { jobs }]) =>
    Object.values(jobs).flatMap(({ uses }) => uses ?? []),
  );
  expect(calls).toEqual(["./.github/workflows/deploy.yml"]);
  expect(files).toContain(".github/workflows/deploy.yml");
  expect(files.filter((file) => read(file).includes("inherit"))).toEqual([]);
});

test.each([
  [0, "any=true\n", 0],
  [1, "", 0],
  [2, "", 2],
])(
  "if npm run due exits with %i, the hourly workflow sets %j and exits with %i",
  (due, any, status) => {
    const folder = makeFolder();
    const output = join(folder, "output");
    writeFileSync(output, "");
    const npm = join(folder, "npm");
    writeFileSync(npm, `#!/bin/bash\n[ "$*" = "run due" ] && exit ${due}\n`);
    chmodSync(npm, 0o755);
    const step = stepsOf(
      parse(read(".github/workflows/scheduled.yml")) as Workflow,
    ).find(({ id }) => id === "due")!;
    // As GitHub does.
    const result = spawnSync("/bin/bash", ["-e", "-c", step.run!], {
      env: { PATH: folder, GITHUB_OUTPUT: output },
    });
    expect(result.status).toBe(status);
    expect(readFileSync(output, "utf8")).toBe(any);
  },
);
