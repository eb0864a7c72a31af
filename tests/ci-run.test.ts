import { spawnSync } from "node:child_process";
import { chmodSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeFolder } from "gatepost/tests/support/fixture.ts";

const script = join(import.meta.dirname, "../.ci/run");

/** Runs it with only these programs, npm included, each of which prints how it was called. */
function runOn(programs: Record<string, string>): {
  status: number | null;
  out: string;
} {
  const folder = makeFolder();
  for (const name of ["dirname", "env"])
    symlinkSync(`/usr/bin/${name}`, join(folder, name));
  for (const [name, body] of Object.entries({
    npm: "",
    timeout: 'shift\nexec "$@"',
    ...programs,
  })) {
    const file = join(folder, name);
    writeFileSync(file, `#!/bin/bash\necho "${name} $*" >&2\n${body}\n`);
    chmodSync(file, 0o755);
  }
  const { status, stderr } = spawnSync("/bin/bash", [script], {
    env: { PATH: folder },
    encoding: "utf8",
  });
  return { status, out: stderr };
}
const skipped =
  /newsboat, feedparser, caddy, nginx and openssl are not all here and could not be installed: tests that need a missing one are skipped\./;
const user = { id: "echo 1000" };

test("if nothing can be installed, the tests still run and the skipped ones are named", () => {
  const { status, out } = runOn(user);
  expect(status).toBe(0);
  expect(out).toMatch(skipped);
  expect(out).toMatch(/npm ci\nnpm test/);
});

test("with sudo the packages are installed, without asking for a password", () => {
  const sudo = { sudo: 'shift\nexec "$@"', "apt-get": "" };
  const { out } = runOn({ ...user, ...sudo });
  expect(out).toMatch(/sudo -n .*apt-get install .*newsboat/);
  const { status, out: refused } = runOn({
    ...user,
    sudo: "exit 1",
    "apt-get": "",
  });
  expect(refused).not.toMatch(/^apt-get/m);
  expect(refused).toMatch(skipped);
  expect(status).toBe(0);
});

test("root needs no sudo", () => {
  const { out } = runOn({ id: "echo 0", "apt-get": "" });
  expect(out).toMatch(/^apt-get install .*newsboat/m);
});
