import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..");

test.each(["extensions.json", "settings.json", "tasks.json"])(
  ".vscode/%s is the same as in a new publication",
  (name) => {
    expect(readFileSync(join(root, ".vscode", name), "utf8")).toBe(
      readFileSync(join(root, "engine/init/vscode", name), "utf8"),
    );
  },
);
