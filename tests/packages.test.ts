import { globSync, readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const readPackage = (folder: string) =>
  JSON.parse(read(join(folder, "package.json"))) as Record<
    "dependencies" | "devDependencies" | "allowScripts",
    Record<string, unknown>
  >;

/** The packages that sources import, except for types, which Node strips. */
function importedBy(files: string[]): Set<string> {
  const names = files.flatMap((file) =>
    [
      ...read(file).matchAll(
        /^(?:import|export)\s+(?!type\b)(?:[\w*{}\s,]+?\s+from\s+)?"([^"]+)"|(?:\bimport|\.resolve)\(\s*"([^"]+)"/gm,
      ),
    ].map(([, name, dynamic]) => (name ?? dynamic) as string),
  );
  return new Set(
    names
      .filter((name) => /^[@\w]/.test(name) && !/^\w+:/.test(name))
      .map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] as string)
      .filter((name) => !builtinModules.includes(name)),
  );
}

const sourcesIn = (folder: string, exclude: string[] = []) =>
  globSync(`${folder}/**/*.{ts,astro,mjs}`, { cwd: root, exclude });

describe("each package lists what its sources import, and nothing else", () => {
  /** Named in a path or in settings, or run: not imported. */
  const unimported = ["node"];

  test.each([
    ["engine", ["engine/{tests,import,init}/**"], unimported],
    ["engine/import", [], []],
  ])("%s", (folder, exclude, others) => {
    const listed = Object.keys(readPackage(folder).dependencies);
    const imported = importedBy(sourcesIn(folder, exclude));
    expect(listed.sort()).toEqual([...imported, ...others].sort());
  });

  // An update replaces the engine's folder, and no package.json outside it.
  test.each([
    ["engine/tests", ["engine", "engine/import"]],
    ["{tests,bench,tools}", [".", "engine"]],
  ])("%s imports what is listed in %j", (folder, listedIn) => {
    const listed = listedIn.flatMap((name) => {
      const { dependencies, devDependencies } = readPackage(name);
      return Object.keys({ ...dependencies, ...devDependencies });
    });
    const imported = importedBy(sourcesIn(folder, ["**/fixtures/**"]));
    expect(
      [...imported].filter(
        (name) => !listed.includes(name) && !name.startsWith("gatepost"),
      ),
    ).toEqual([]);
  });
});

describe("the lock file installs the intended packages", () => {
  const pack = readPackage(".");
  type Locked = {
    version: string;
    resolved?: string;
    integrity?: string;
    hasInstallScript?: boolean;
    link?: boolean;
    inBundle?: boolean;
    license?: string;
    dev?: boolean;
    optional?: boolean;
  };
  const lock = JSON.parse(read("package-lock.json")) as {
    packages: Record<string, Locked>;
  };
  /** The repository itself and its workspaces are not installed. */
  const packages = Object.entries(lock.packages).filter(
    ([path, { link }]) => path.startsWith("node_modules/") && !link,
  );

  test("all versions are exact, except those of the workspaces", () => {
    const loose = [".", "engine", "engine/import"]
      .map(readPackage)
      .flatMap(({ dependencies, devDependencies }) =>
        Object.entries({ ...dependencies, ...devDependencies }),
      )
      .filter(
        ([name, version]) =>
          !/^\d+\.\d+\.\d+$/.test(String(version)) &&
          !(name.startsWith("gatepost") && version === "*"),
      );
    expect(loose).toEqual([]);
  });

  test("the lock file has a hash for every package, and no host names", () => {
    expect(packages.filter(([, { resolved }]) => resolved)).toEqual([]);
    const unhashed = packages
      .filter(([, { integrity, inBundle }]) => !integrity && !inBundle)
      .map(([path]) => path);
    expect(unhashed).toEqual([]);
  });

  test("only the necessary install scripts are allowed", () => {
    const scripted = packages
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ""));
    expect(Object.keys(pack.allowScripts).sort()).toEqual(
      [...new Set(scripted)].sort(),
    );
    expect(
      Object.entries(pack.allowScripts).filter(([, allowed]) => allowed),
    ).toEqual([["node", true]]);
    // Otherwise npm 11 runs the others too, with a warning.
    for (const file of [".npmrc", "engine/init/npmrc"])
      expect(read(file)).toMatch(/^strict-allow-scripts=true$/m);
  });

  test("packages that a publication installs have a licence that lets it use them", () => {
    const allowed =
      /^\(?(?:MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|CC0-1\.0|Python-2\.0|MPL-2\.0|MIT OR Apache-2\.0)\)?$/;
    const other = packages.filter(
      ([, { license, dev, optional }]) =>
        !dev &&
        // The lock file has no licence of packages for other systems.
        !(optional && license === undefined) &&
        !allowed.test(license ?? "none"),
    );
    expect(
      other
        .map(([path, { license }]) => `${path} ${license}`)
        .filter(
          // A library that sharp links to, and word lists: no part of them is in dist/.
          (one) =>
            !/@img\/sharp-[\w-]+ (?:Apache-2\.0 AND )?LGPL-3\.0-or-later(?: AND MIT)?$/.test(
              one,
            ) &&
            !/@cspell\/dict-(?:django WTFPL|en-common-misspellings CC BY-SA 4\.0)$/.test(
              one,
            ),
        ),
    ).toEqual([]);
  });

  test("the major versions are those the project was built for", () => {
    expect(lock.packages["node_modules/astro"]?.version).toMatch(/^7\.3\./);
    expect(lock.packages["node_modules/typescript"]?.version).toMatch(
      /^6\.0\./,
    );
    expect(lock.packages["node_modules/node"]?.version).toMatch(/^24\./);
  });
});

test("workflows use actions by the hash of their code", () => {
  const used = globSync("{.github,deploy}/**/*.yml", { cwd: root }).flatMap(
    (file) =>
      [...read(file).matchAll(/^\s*(?:- )?uses: (.+)$/gm)].map(
        ([, action]) => `${file}: ${action}`,
      ),
  );
  expect(used).not.toEqual([]);
  expect(
    used.filter((one) => !/: (?:\.\/\S+|\S+@[\da-f]{40} # v[\d.]+)$/.test(one)),
  ).toEqual([]);
});
