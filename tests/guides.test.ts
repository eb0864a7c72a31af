import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "..");
const read = (file: string) => readFileSync(join(root, file), "utf8");

describe("everything that the guides mention exists", () => {
  const guides = globSync(["*.md", "{docs,engine/docs}/**/*.md"], {
    cwd: root,
  });
  const { scripts } = JSON.parse(read("package.json")) as {
    scripts: Record<string, string>;
  };

  test("every file and folder", () => {
    const missing = guides.flatMap((guide) =>
      [
        ...read(guide).matchAll(
          /(?<![\w/.-])((?:src|engine|tools|tests|docs|public|bench|deploy|\.ci|\.github)\/[\w./[\]-]*)/g,
        ),
      ]
        .map(([, path]) => (path as string).replace(/[.)\]]+$/, ""))
        // Owners add and remove files, and some in the guides are made up.
        .filter(
          (path) =>
            !/^src\/(?:content|components|pages|theme|tools)\b/.test(path),
        )
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${guide}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  test("every guide mentioned in the engine's messages", () => {
    const named = globSync("engine/**/*.ts", {
      cwd: root,
      exclude: ["engine/tests/**"],
    }).flatMap((file) =>
      [...read(file).matchAll(/engine\\?'s (docs\/[\w-]+\.md)/g)].map(
        ([, guide]) => `engine/${guide}`,
      ),
    );
    expect(named).toContain("engine/docs/newsletter.md");
    expect(named.filter((guide) => !guides.includes(guide))).toEqual([]);
  });

  test("every command", () => {
    const missing = guides.flatMap((guide) =>
      [...read(guide).matchAll(/npm (?:run ([\w:-]+)|(start|test))/g)]
        .map(([, script, short]) => (script ?? short) as string)
        .filter((script) => !(script in scripts))
        .map((script) => `${guide}: ${script}`),
    );
    expect(missing).toEqual([]);
    expect(guides).toContain("README.md");
  });
});
