import { afterEach, describe, expect, test, vi } from "vitest";
import { callCommand, readCall, type Command } from "#cli/command.ts";
import { Refusal } from "#cli/plan.ts";
import { makeContent } from "../../support/fixture.ts";
import { runHere } from "../../support/run-command.ts";

const usage = "command <word> [--day <day>] [--force]";

const command: Command = async (root, args, { say }) => {
  const { values, words } = readCall(
    args,
    usage,
    { day: { type: "string" }, force: { type: "boolean", short: "f" } },
    1,
  );
  if (values.force) throw new Refusal("It is there already.");
  say(JSON.stringify({ root, words, day: values.day }));
};

async function call(...args: string[]) {
  let [out, err] = ["", ""];
  const code = await callCommand(command, "root", args, {
    say: (text) => void (out += text),
    complain: (text) => void (err += text),
  });
  return { code, out, err };
}

afterEach(() => void vi.unstubAllEnvs());

test("a valid call is read", async () => {
  expect(await call("a title", "--day", "2026-01-02")).toEqual({
    code: 0,
    out: JSON.stringify({
      root: "root",
      words: ["a title"],
      day: "2026-01-02",
    }),
    err: "",
  });
});

test.each(["--help", "-h"])("%s prints the usage and exits 0", async (flag) => {
  expect(await call(flag)).toEqual({ code: 0, out: usage, err: "" });
});

describe("a wrong call says why, shows the usage and exits 2", () => {
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
      '--day needs a value after it, like --day="…".',
    ],
    [
      "a flag followed by another flag instead of its value",
      ["--day", "--force"],
      "--day needs a value",
    ],
    ["a value where there is none", ["--force=yes"], "--force takes no value."],
    ["a word too many", ["a", "title"], "Unexpected word: title."],
  ])("%s", async (_, words, reason) => {
    const { code, out, err } = await call(...words);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.startsWith(reason)).toBe(true);
    expect(err).not.toMatch(/argument|positional|option/i);
    expect(err.endsWith(`\n\n${usage}`)).toBe(true);
  });
});

test.each([
  ["npm_config_day", "2026-01-02", 2],
  ["npm_config_day", "", 0],
  ["npm_config_force", "true", 0],
])(
  "a flag that npm kept is reported, unless it is one of npm's own settings: %s=%s",
  async (name, value, expected) => {
    vi.stubEnv(name, value);
    const { code, err } = await call("word");
    expect(code).toBe(expected);
    expect(err).toBe(
      expected === 0
        ? ""
        : `npm took --day for itself. Write -- before the command's own arguments, as below.\n\n${usage}`,
    );
  },
);

test.each(["build", "dev", "preview"])(
  "%s refuses unknown flags and prints its usage",
  async (name) => {
    const { code, err } = await runHere(makeContent([]), name, ["--port=1"]);
    expect(code).toBe(2);
    expect(err).toContain(`There is no flag --port.\n\nnpm run ${name}`);
  },
);

test("a refusal is printed without a stack trace and exits 1; a bug is thrown", async () => {
  expect(await call("-f")).toEqual({
    code: 1,
    out: "",
    err: "It is there already.",
  });
  const bug: Command = async () => {
    throw new Error("A bug.");
  };
  await expect(
    callCommand(bug, "", [], {
      say: () => {},
      complain: () => {},
    }),
  ).rejects.toThrow("A bug.");
});
