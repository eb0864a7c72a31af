import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { planEjecting } from "#cli/eject.ts";
import { replaceable } from "#files/replaceable.ts";
import { listRoutes } from "#files/routes.ts";
import { makeContent } from "../../support/fixture.ts";
import { runCommand, runHere } from "../../support/run-command.ts";

describe("eject", () => {
  test("lists every route and replaceable component with its purpose, and marks the publication's own", async () => {
    const root = makeContent([]);
    await runHere(root, "eject", ["Mark"]);
    const { code, out } = await runHere(root, "eject");
    expect(code).toBe(0);
    const lines = out.split("\n").filter((line) => line.startsWith("  "));
    expect(lines).toHaveLength(listRoutes().length + replaceable.length);
    for (const line of lines)
      expect(line).toMatch(/^ {2}\S+ +[A-Z].*\.( \(yours\))?$/);
    expect(lines.filter((line) => line.endsWith(" (yours)"))).toEqual([
      expect.stringMatching(/^ {2}Mark /) as string,
    ]);
    expect(out).toMatch(/^ {2}topics +Every category, series and tag\.$/m);
  });

  test("copies a file with imports from the package", async () => {
    const root = makeContent([]);
    const { code, out } = await runCommand(root, "eject", ["[...feed].json"]);
    expect(code).toBe(0);
    expect(out)
      .toBe(`src/pages/[...feed].json.ts replaces the engine's route [...feed].json from now on.
Updates of the engine no longer change it. Delete src/pages/[...feed].json.ts to go back to the engine's.
Next: change src/pages/[...feed].json.ts, and look at it: npm run dev
`);
    const text = readFileSync(
      join(root, "src/pages/[...feed].json.ts"),
      "utf8",
    );
    expect(text).toContain('from "gatepost/routes/_feeds.ts"');
    expect(text).not.toMatch(/"[#.]/);
  });

  test("rewrites every import of every file, including those in scripts", () => {
    const root = makeContent([]);
    const names = listRoutes()
      .map(({ file }) => file.replace(/\.\w+$/, ""))
      .concat(replaceable);
    for (const name of names)
      for (const [file, text] of planEjecting(root, name).writes)
        expect(text, file).not.toMatch(/\b(?:from|import)\s*\(?"[#.].*/);
  });

  test("with --dry-run it writes nothing", async () => {
    const root = makeContent([]);
    const { code, out } = await runHere(root, "eject", ["topics", "--dry-run"]);
    expect(code).toBe(0);
    expect(out).toContain("Dry run: nothing was changed.");
    expect(existsSync(join(root, "src/pages/topics.astro"))).toBe(false);
  });

  test("never overwrites the owner's file", async () => {
    const root = makeContent([]);
    await runHere(root, "eject", ["SiteFooter"]);
    const { code, err } = await runHere(root, "eject", ["SiteFooter"]);
    expect(code).toBe(1);
    expect(err).toContain("src/components/SiteFooter.astro exists already");
  });

  test("suggests a name for one that is not on the list", async () => {
    const { code, err } = await runHere(makeContent([]), "eject", [
      "SiteFoter",
    ]);
    expect(code).toBe(2);
    expect(err).toContain("Did you mean SiteFooter?");
  });
});
