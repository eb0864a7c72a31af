import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import { makeContent, makeFolder } from "../../support/fixture.ts";

const module = pathToFileURL(
  join(import.meta.dirname, "../../../cli/command.ts"),
).href;
let command: string;

beforeAll(() => {
  command = join(makeFolder(), "command.ts");
  writeFileSync(
    command,
    `import { canAsk, readCall, stop, toProgress } from ${JSON.stringify(module)};
const { values, words } = readCall("command <word> [--day <day>] [--force]", {
  day: { type: "string" },
  force: { type: "boolean", short: "f" },
}, 1);
const progress = toProgress("Reading");
for (let done = 0; done < 3; done++) progress.step(done, 3);
progress.end();
if (values.force) stop("It is there already.");
console.log(JSON.stringify({ words, day: values.day, canAsk: canAsk() }));
`,
  );
});

const call = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [command, ...words],
    { encoding: "utf8" },
  );
  return { status, stdout, stderr };
};
const usage = "command <word> [--day <day>] [--force]\n";

test("a call that fits is read, and where nobody sits nobody is asked", () => {
  expect(call("a title", "--day", "2026-01-02")).toEqual({
    status: 0,
    stdout: `${JSON.stringify({ words: ["a title"], day: "2026-01-02", canAsk: false })}\n`,
    stderr: "",
  });
});

test.each(["--help", "-h"])("%s prints the usage and is no failure", (flag) => {
  expect(call(flag)).toEqual({ status: 0, stdout: usage, stderr: "" });
});

describe("a call that does not fit says why, shows the usage and exits 2", () => {
  test.each([
    [
      "an unknown flag",
      ["--dya", "2026-01-02"],
      "There is no flag --dya. Did you mean --day?",
    ],
    ["a short one", ["-x"], "There is no flag -x."],
    ["a word like a flag", ["-- a --"], "There is no flag --."],
    [
      "a flag without its value",
      ["--day"],
      '--day takes a value: write it behind the flag, like --day="…".',
    ],
    [
      "a flag with another one for its value",
      ["--day", "--force"],
      "--day takes a value",
    ],
    ["a value where there is none", ["--force=yes"], "--force takes no value."],
    ["a word too many", ["a", "title"], "There is one word too many: title."],
  ])("%s", (_, words, reason) => {
    const { status, stdout, stderr } = call(...words);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr.startsWith(reason)).toBe(true);
    expect(stderr).not.toMatch(/argument|positional|option/i);
    expect(stderr.endsWith(`\n\n${usage}`)).toBe(true);
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/);
  });
});

test.each([
  ["npm_config_day", "2026-01-02", 2],
  ["npm_config_day", "", 0],
  ["npm_config_force", "true", 0],
])(
  "a flag that npm kept is missed, but not one of npm's own settings: %s=%s",
  (name, value, status) => {
    const called = spawnSync(process.execPath, [command, "word"], {
      encoding: "utf8",
      env: { ...process.env, [name]: value },
    });
    expect(called.status).toBe(status);
    expect(called.stderr).toBe(
      status === 0
        ? ""
        : `npm kept --day for itself. Write -- before all that is meant for the command, as below.\n\n${usage}`,
    );
  },
);

test.each(["build", "dev", "preview"])(
  "%s drops no flag silently, and says how it is called",
  (name) => {
    const { status, stderr } = spawnSync(
      process.execPath,
      [join(import.meta.dirname, `../../../cli/${name}.ts`), "--port=1"],
      { encoding: "utf8", cwd: makeContent([]) },
    );
    expect(status).toBe(2);
    expect(stderr).toContain(`There is no flag --port.\n\nnpm run ${name}\n`);
  },
);

test("a command that finds something wrong says it without a trace and exits 1", () => {
  expect(call("-f")).toEqual({
    status: 1,
    stdout: "",
    stderr: "It is there already.\n",
  });
});
