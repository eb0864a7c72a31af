import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const sources = globSync(["src/**/*.{ts,astro}", "cli/**/*.ts"], {
  cwd: root,
  exclude: ["src/content/**"],
});

/** From the top of the house to its routes: a room may use the ones before it and, but for making, itself. */
const floors = [
  ["site.ts", "urls.ts", "content"],
  ["articles"],
  ["check", "markdown", "feeds", "seo", "cards", "search", "ads"],
  ["styles", "components", "layouts"],
  ["pages", "content.config.ts"],
];
const floorOf = (room: string) =>
  floors.findIndex((rooms) => rooms.includes(room));
const roomOf = (file: string) => relative("src", file).split("/")[0] as string;

/** What a source imports of ours, as a path from the root; whether for its types alone. */
const importsOf = (file: string) =>
  [
    ...read(file).matchAll(
      /^import\s+(type\s+)?[^"]*?"(#|\.{1,2}\/)([^"]+)";/gm,
    ),
  ].map(([, type, prefix, path]) => ({
    path:
      prefix === "#"
        ? `src/${path}`
        : join(dirname(file), prefix as string, path as string),
    isType: !!type,
  }));

describe("the map is still true", () => {
  test("every source stands in a room that the map knows", () => {
    const strangers = sources.filter(
      (file) => file.startsWith("src/") && floorOf(roomOf(file)) < 0,
    );
    expect(strangers).toEqual([]);
  });

  test("imports point up: a room uses what is above it, and those that make things do not use each other", () => {
    const wrong = sources
      .filter((file) => file.startsWith("src/"))
      .flatMap((file) =>
        importsOf(file).flatMap(({ path, isType }) => {
          const [from, to] = [roomOf(file), roomOf(path)];
          const isMaking = floorOf(from) === 2;
          // urls.ts takes the base path from site.ts; types cross between those that make things.
          const isFine =
            from === to ||
            floorOf(to) < floorOf(from) ||
            (floorOf(from) === floorOf(to) && (!isMaking || isType));
          return isFine ? [] : [`${file} → ${path}`];
        }),
      );
    expect(wrong).toEqual([]);
  });

  test("only the library asks for collections, and only routes ask the library", () => {
    const asking = sources.filter((file) =>
      /\bget(?:Collection|Entry|Entries)\b/.test(read(file)),
    );
    expect(asking).toEqual(["engine/model/library.ts"]);
    const users = sources.filter((file) =>
      importsOf(file).some(
        ({ path, isType }) => path.endsWith("library.ts") && !isType,
      ),
    );
    expect(users.filter((file) => !file.startsWith("engine/routes/"))).toEqual(
      [],
    );
  });

  test("what is published is decided in one place", () => {
    const deciding = sources.filter((file) => /\.draft\b/.test(read(file)));
    expect(deciding).toEqual(["engine/model/article.ts"]);
  });

  test("only urls.ts spells an address", () => {
    const spelling = sources.filter(
      (file) =>
        file !== "engine/urls.ts" &&
        /["'`]\/(?:articles|archive|topics|categories|tags|authors|series|search\/|subscribed?\/["'`]|cards|newsletter|llms|humans|(?:rss|atom|feed)\b|sitemap|apple-touch|favicon)/.test(
          read(file).replace(
            /^\s*(?:\*|\/\/|\/\*).*$|example: .*$|write: .*$/gm,
            "",
          ),
        ),
    );
    expect(spelling).toEqual([]);
  });

  test("commands use what is meant and checked, not the site", () => {
    const wrong = sources
      .filter((file) => file.startsWith("cli/"))
      .flatMap((file) =>
        importsOf(file).filter(
          ({ path }) =>
            !/^(?:cli|src\/(?:articles|check|site\.ts|urls\.ts))/.test(path),
        ),
      );
    expect(wrong).toEqual([]);
  });

  test("no source file is longer than a reader can hold: 250 lines", () => {
    const long = sources.filter((file) => read(file).split("\n").length > 251);
    expect(long).toEqual([]);
  });
});

describe("the guides name only what is there", () => {
  const guides = globSync(["*.md", "docs/**/*.md"], { cwd: root });
  const { scripts } = JSON.parse(read("package.json")) as {
    scripts: Record<string, string>;
  };

  test("every file and folder", () => {
    const missing = guides.flatMap((guide) =>
      [
        ...read(guide).matchAll(
          /(?<![\w/.-])((?:src|cli|tests|docs|public|bench|deploy|\.ci|\.github)\/[\w./[\]-]*)/g,
        ),
      ]
        .map(([, path]) => (path as string).replace(/[.)\]]+$/, ""))
        // What the guides make up: the article a newcomer pastes, the example of a message.
        .filter((path) => !/my-first-article|first-exam/.test(path))
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${guide}: ${path}`),
    );
    expect(missing).toEqual([]);
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

describe("what is installed is what was meant", () => {
  const pack = JSON.parse(read("package.json")) as Record<
    "dependencies" | "devDependencies" | "allowScripts",
    Record<string, unknown>
  >;
  type Locked = {
    version: string;
    resolved?: string;
    integrity?: string;
    optional?: boolean;
    hasInstallScript?: boolean;
    link?: boolean;
    inBundle?: boolean;
  };
  const lock = JSON.parse(read("package-lock.json")) as {
    packages: Record<string, Locked>;
  };
  const packages = Object.entries(lock.packages).filter(
    ([path]) => path !== "",
  );

  test("exact versions throughout", () => {
    const loose = Object.entries({
      ...pack.dependencies,
      ...pack.devDependencies,
    }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(String(version)));
    expect(loose).toEqual([]);
  });

  test("the lock file names no host, and every package by its hash", () => {
    expect(
      packages.filter(([, { resolved, link }]) => resolved ?? link),
    ).toEqual([]);
    const unhashed = packages.filter(
      ([, { integrity, inBundle }]) => !integrity && !inBundle,
    );
    // Platforms that cannot be had where the lock was made stand in it without a hash, so that npm ci finds them named.
    expect(
      unhashed.filter(
        ([path, { optional }]) =>
          !optional || !/compiler-binding-|@pagefind\//.test(path),
      ),
    ).toEqual([]);
  });

  test("just the install scripts that are needed are allowed, and every other is refused by name", () => {
    const scripted = packages
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => path.replace(/^.*node_modules\//, ""));
    expect(Object.keys(pack.allowScripts).sort()).toEqual(
      [...new Set(scripted)].sort(),
    );
    expect(
      Object.entries(pack.allowScripts).filter(([, allowed]) => allowed),
    ).toEqual([["node", true]]);
  });

  test("the versions the project was built on", () => {
    expect(lock.packages["node_modules/astro"]?.version).toMatch(/^7\.3\./);
    expect(lock.packages["node_modules/typescript"]?.version).toMatch(
      /^6\.0\./,
    );
    expect(lock.packages["node_modules/node"]?.version).toMatch(/^24\./);
  });
});
