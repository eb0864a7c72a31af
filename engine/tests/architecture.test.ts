import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";

const root = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const sources = globSync("engine/**/*.{ts,astro}", {
  cwd: root,
  exclude: ["engine/**/node_modules/**", "engine/{init,tests}/**"],
});
const own = globSync("{src,tests}/**/*.{ts,astro}", { cwd: root });

/** The folders of the engine. Imports point up this list, or stay within a folder or a group. */
const levels = [
  [
    "site.ts",
    "site-settings.ts",
    "own-collections.ts",
    "own-site.ts",
    "own-theme.ts",
    "theme",
    "newsletter-settings.ts",
    "policy.ts",
    "services-settings.ts",
    "setting.ts",
    "site-source.ts",
    "urls.ts",
  ],
  ["model", "files", "text"],
  ["check", "markdown", "feeds", "seo", "cards", "search", "newsletter"],
  ["styles", "components", "browser", "layouts", "ads"],
  ["routes"],
];
const making = levels[2] as string[];
/** Entry points: called by Astro, a terminal or a publication's own files. */
const entryPoints = [
  "integration.ts",
  "own-files.ts",
  "own-content.ts",
  "own-routes.ts",
  "content.ts",
  "main.ts",
];
/** Folders that commands and importers may import; importers may also use the commands' shared modules. */
const beside: Record<string, string[]> = {
  build: [...levels.slice(0, 2).flat(), "check", "seo", "cards", "search"],
  audit: levels.slice(0, 2).flat(),
  cli: [...levels.slice(0, 2).flat(), "check", "build", "audit"],
  import: [...levels.slice(0, 2).flat(), "check", "cli"],
};

const levelOf = (folder: string) =>
  levels.findIndex((folders) => folders.includes(folder));
const folderOf = (file: string) => file.split("/")[1] as string;

/**
 * A source's imports from the engine and the publication, as paths from the root, and whether each imports only
 * types.
 */
const importsOf = (file: string) =>
  [
    ...read(file).matchAll(
      /^\s*(?:import|export)\s+(type\s+)?(?:[^"'`;]*?\sfrom\s+)?"((?:#|gatepost\/|\.{1,2}\/)[^"]+)"/gm,
    ),
  ].map(([, type, specifier = ""]) => ({
    specifier,
    path: specifier.startsWith(".")
      ? join(dirname(file), specifier)
      : specifier.replace(/^(?:#|gatepost\/)/, "engine/"),
    isType: !!type,
  }));

/** The imports of the engine that a rule refuses, as "from → to". */
const refused = (
  isRefused: (from: string, to: string, isType: boolean) => boolean,
): string[] =>
  sources.flatMap((file) =>
    importsOf(file)
      .filter(({ path, isType }) =>
        isRefused(folderOf(file), folderOf(path), isType),
      )
      .map(({ path }) => `${file} → ${path}`),
  );

describe("the architecture of the engine", () => {
  test("every source file is in a folder of the architecture", () => {
    const folders = [...levels.flat(), ...entryPoints, ...Object.keys(beside)];
    expect(sources.length).toBeGreaterThan(200);
    expect(sources.filter((file) => !folders.includes(folderOf(file)))).toEqual(
      [],
    );
  });

  test("imports point up; makers share only types", () => {
    expect(
      refused((from, to, isType) => {
        if (levelOf(from) < 0 || from === to) return false;
        if (making.includes(from) && making.includes(to)) return !isType;
        return levelOf(to) < 0 || levelOf(to) > levelOf(from);
      }),
    ).toEqual([]);
  });

  test("commands and importers use facts, meaning and the check; only main.ts uses them", () => {
    expect(
      refused((from, to) =>
        from in beside
          ? from !== to && !beside[from]?.includes(to)
          : to in beside && !["main.ts", "integration.ts"].includes(from),
      ),
    ).toEqual([]);
    const shared = ["ask.ts", "command.ts", "plan.ts"];
    expect(
      refused((from, to) => from === "import" && to === "cli").filter(
        (found) => !shared.some((name) => found.endsWith(`cli/${name}`)),
      ),
    ).toEqual([]);
  });

  test("no module imports a route or an entry point", () => {
    expect(
      refused(
        (from, to) =>
          from !== to &&
          !entryPoints.includes(from) &&
          [...entryPoints, "routes"].includes(to),
      ),
    ).toEqual([]);
  });

  test("there are no import cycles, not even of types", () => {
    const known = new Map<string, "open" | "done">();
    const circles: string[] = [];
    const visit = (file: string, path: string[]) => {
      if (known.get(file) === "open")
        circles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      if (known.has(file)) return;
      known.set(file, "open");
      for (const { path: next } of importsOf(file))
        if (sources.includes(next)) visit(next, [...path, file]);
      known.set(file, "done");
    };
    for (const file of sources) visit(file, []);
    expect(circles).toEqual([]);
  });

  test("the publication imports the engine as gatepost, and the engine never imports the publication", () => {
    const wrong = own.flatMap((file) =>
      importsOf(file)
        .filter(
          ({ specifier, path }) =>
            path.startsWith("engine/") &&
            !/^(?:gatepost\/|#components\/)/.test(specifier),
        )
        .map(({ specifier }) => `${file} → ${specifier}`),
    );
    expect(wrong).toEqual([]);
    const leaving = sources.flatMap((file) =>
      importsOf(file)
        .filter(({ path }) => !path.startsWith("engine/"))
        .map(({ path }) => `${file} → ${path}`),
    );
    expect(leaving).toEqual([]);
  });

  test("only the library asks for collections, and only routes ask the library", () => {
    const asking = sources.filter((file) =>
      /\bget(?:Collection|Entry)\b/.test(read(file)),
    );
    expect(asking).toEqual([
      "engine/model/library.ts",
      "engine/model/own-entries.ts",
    ]);
    const users = sources.filter((file) =>
      importsOf(file).some(
        ({ path, isType }) =>
          /\/(?:library|own-entries)\.ts$/.test(path) && !isType,
      ),
    );
    expect(users.filter((file) => !file.startsWith("engine/routes/"))).toEqual([
      "engine/own-routes.ts",
      "engine/model/own-entries.ts",
    ]);
  });

  test("only layouts, routes and the scripts of a page know that there are advertisements", () => {
    const users = sources.filter(
      (file) =>
        folderOf(file) !== "ads" &&
        importsOf(file).some(({ path }) => folderOf(path) === "ads"),
    );
    expect(users).not.toEqual([]);
    expect(
      users.filter(
        (file) => !/^engine\/(?:layouts|routes|browser\/page)\b/.test(file),
      ),
    ).toEqual([]);
  });

  test("the build and the dev server share one check", () => {
    const checking = sources.filter(
      (file) =>
        !file.startsWith("engine/cli/") &&
        importsOf(file).some(({ path }) => path.endsWith("/check-content.ts")),
    );
    expect(checking).toEqual(["engine/check/checker.ts"]);
  });

  test("what is published is decided in one place", () => {
    const deciding = sources.filter((file) => /\.draft\b/.test(read(file)));
    expect(deciding).toEqual(["engine/model/published.ts"]);
  });

  test("addresses are written only in urls.ts", () => {
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

  test("no source file is longer than 250 lines", () => {
    const long = sources.filter((file) => read(file).split("\n").length > 251);
    expect(long).toEqual([]);
  });
});
