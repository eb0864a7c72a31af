import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "../../support/fixture.ts";
import { runCommand, runHere } from "../../support/run-command.ts";

const read = (root: string, file: string) =>
  readFileSync(join(root, file), "utf8");

test("an invalid address is refused, and nothing is written", async () => {
  const root = makeFolder();
  for (const address of ["example.org", "https://example.org/blog/"]) {
    const { code, err } = await runHere(root, "init", ["--address", address]);
    expect(code).toBe(2);
    expect(err).toContain(
      `--address ${address} is not an address. Write a scheme and a host, like https://example.org.`,
    );
  }
  expect(readdirSync(root)).toEqual([]);
});

test("without a terminal it asks nothing; name and address are written in every file that needs them", async () => {
  const root = makeFolder();
  writeFileSync(
    join(root, "package.json"),
    '{ "dependencies": { "gatepost": "file:x.tgz" }, "scripts": { "mine": "true" } }',
  );
  const { code, err } = await runCommand(root, "init", [
    ...["--name", 'The "Pan"', "--address", "https://pan.example.org/"],
  ]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const site = read(root, "src/site.ts");
  expect(site).toContain('name: "The \\"Pan\\""');
  expect(site).toContain('address: "https://pan.example.org"');
  expect(site).toMatch(/feedAuthority: "pan\.example\.org,\d{4}"/);
  expect(read(root, "README.md")).toMatch(/^# The "Pan"\n/);
  const manifest = JSON.parse(read(root, "package.json")) as Record<
    "dependencies" | "scripts",
    Record<string, string>
  >;
  expect(manifest.dependencies).toEqual({ gatepost: "file:x.tgz" });
  expect(manifest.scripts).toMatchObject({ mine: "true", new: "gatepost new" });
  expect(read(root, ".gitignore")).toContain("node_modules/");
  // npm run host writes there.
  expect(read(root, ".gitignore")).toContain("dist-*/");
  expect(read(root, ".vscode/tasks.json")).toContain("problemMatcher");
  expect(read(root, ".github/workflows/deploy.yml")).toContain("jobs:");
});
