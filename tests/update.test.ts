import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import ts from "typescript";
import { beforeAll, expect, test } from "vitest";
import {
  linkPackages,
  pageAt,
  readDist,
  type Dist,
} from "gatepost/tests/support/build-site.ts";
import { toEnvironment } from "gatepost/tests/support/environment.ts";
import { makeFolder } from "gatepost/tests/support/fixture.ts";
import { runPrinting } from "gatepost/tests/support/run-program.ts";
import { pack } from "../tools/pack.ts";

const project = join(import.meta.dirname, "..");
const root = makeFolder();

/** Installs a tarball without a registry, since all other packages are there already. */
function install(tarball: string): void {
  const folder = join(root, "node_modules/gatepost");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  execFileSync("tar", ["-xzf", tarball, "--strip-components=1"], {
    cwd: folder,
  });
}

const run = (...words: string[]) =>
  runPrinting(
    root,
    ["node_modules/gatepost/bin.js", ...words],
    toEnvironment("production", { BUILD_NOW: new Date().toISOString() }),
  );

async function build(): Promise<Dist> {
  const { code, output } = await run("build");
  expect(output).toContain("files in dist/");
  expect(code).toBe(0);
  return readDist(root);
}

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

/** Writes the files that the guide shows. */
function followGuide(): void {
  const guide = readFileSync(
    join(project, "engine/docs/make-it-yours.md"),
    "utf8",
  );
  const blocks = [
    ...guide.matchAll(/^( *)```\w+ title="(.+)"\n([\s\S]*?)^ *```$/gm),
  ];
  expect(blocks.map(([, , file]) => file).sort()).toEqual([
    "astro.config.mjs",
    "src/collections.ts",
    "src/components/SiteFooter.astro",
    "src/content/tools/pan.md",
    "src/pages/recipes.astro",
    "src/pages/tools/[slug].astro",
    "src/theme/fonts.ts",
    "src/theme/tokens.css",
  ]);
  for (const [, indent, file, text] of blocks)
    write(
      file as string,
      (text as string).replaceAll(new RegExp(`^${indent}`, "gm"), ""),
    );
}

function replace(file: string, before: string, after: string): void {
  const text = readFileSync(file, "utf8");
  expect(text, file).toContain(before);
  writeFileSync(file, text.replace(before, after));
}

/** Packs the next version of the engine: a new setting, a new route, other words in a component. */
function packNext(): string {
  const next = makeFolder();
  cpSync(join(project, "engine"), join(next, "engine"), {
    recursive: true,
    filter: (source) => source !== join(project, "engine/tests"),
  });
  const inEngine = (file: string) => join(next, "engine", file);
  const { version } = JSON.parse(
    readFileSync(inEngine("package.json"), "utf8"),
  ) as { version: string };
  replace(
    inEngine("package.json"),
    `"version": "${version}"`,
    '"version": "99.0.0"',
  );
  replace(
    inEngine("CHANGELOG.md"),
    `## ${version}`,
    `## 99.0.0\n\n- A greeting at /hello.txt.\n\n## ${version}`,
  );
  replace(
    inEngine("site-settings.ts"),
    "export const siteSchema = z.strictObject({",
    'export const siteSchema = z.strictObject({\n  greeting: z.string().default("Good evening"),',
  );
  writeFileSync(
    inEngine("routes/hello.txt.ts"),
    'import { site } from "#site.ts";\n\nexport const GET = () => new Response(site.greeting);\n',
  );
  replace(
    inEngine("components/SiteHeader.astro"),
    "Skip to content",
    "On to the text",
  );
  return pack(next, join(next, "packed"), false)[0] as string;
}

/** The owner's changes, as readers see them. */
function expectOwn(dist: Dist): void {
  const home = pageAt(dist, "/");
  expect(home).toContain("<title>Cooking at home");
  expect(home).toContain("Written in our own kitchen.");
  // The engine's footer, which the owner's wraps.
  expect(home).toContain('href="/archive/"');
  const page = pageAt(dist, "/recipes/");
  expect(page).toContain("All our recipes");
  expect(page).toContain(
    '<meta name="description" content="All our recipes.">',
  );
  expect(pageAt(dist, "/topics/")).toContain("Our own topics");
  expect(pageAt(dist, "/tools/pan/")).toContain("<p>40 euros</p>");
  expect(pageAt(dist, "/tools/pan.md")).toContain("\nprice: 40\n");
  expect(pageAt(dist, "/llms.txt")).toContain("/tools/pan.md): It keeps");
  const sheets = [...dist].filter(([file]) => file.endsWith(".css"));
  expect(sheets.map(([, bytes]) => bytes.toString()).join("\n")).toMatch(
    /--color-link:\s*light-dark\(#639\b/,
  );
  expect(home).not.toContain("Source Serif");
}

beforeAll(async () => {
  linkPackages(root);
  write(
    "package.json",
    '{ "dependencies": { "gatepost": "file:gatepost.tgz" } }',
  );
  install(pack(project, makeFolder())[0] as string);
  const { code, output } = await run(
    "init",
    "--yes",
    "--name",
    "Cooking at home",
  );
  expect(output).toContain("an empty publication");
  expect(code).toBe(0);

  replace(
    join(root, "src/site.ts"),
    "  author:",
    "  articlesPerFeed: 7,\n  author:",
  );
  followGuide();
  write(
    "src/pages/topics.astro",
    readFileSync(join(root, "src/pages/recipes.astro"), "utf8")
      .replace("/recipes/", "/topics/")
      .replace("All our recipes</h1>", "Our own topics</h1>"),
  );
});

test("init refuses to run in a folder that is not empty", async () => {
  const before = readFileSync(join(root, "src/site.ts"), "utf8");
  const { code, output } = await run("init", "--yes");
  expect(code).toBe(1);
  expect(output).toMatch(/^This folder is not empty: it has .*README\.md/);
  expect(readFileSync(join(root, "src/site.ts"), "utf8")).toBe(before);
});

test("check finds nothing to fix in a publication from a packed engine's init with an owner's changes", async () => {
  const { code, output } = await run("check");
  expect({ code, problems: /\d+ problems?/.exec(output) }).toEqual({
    code: 0,
    problems: null,
  });
});

test("the declarations accept the settings and typefaces from init and the guide, and no others", () => {
  const [site, fonts] = ["src/site.ts", "src/theme/fonts.ts"].map((file) =>
    join(root, file),
  ) as [string, string];
  /** A copy beside a file, with a mistake in it. */
  const copyWith = (file: string, before: string, after: string) => {
    const copy = file.replace(/\.ts$/, ".wrong.ts");
    cpSync(file, copy);
    replace(copy, before, after);
    return copy;
  };
  const wrongSite = copyWith(
    site,
    "articlesPerFeed: 7",
    'articlesPerFeed: "7"',
  );
  const wrongFonts = copyWith(fonts, 'weight: "300 900"', "weight: 300");
  const program = ts.createProgram([site, fonts, wrongSite, wrongFonts], {
    ...ts.parseJsonConfigFileContent(
      ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile).config,
      ts.sys,
      root,
    ).options,
    noEmit: true,
  });
  const problems = ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${basename(file?.fileName ?? "")}: ${ts.flattenDiagnosticMessageText(messageText, "\n")}`,
    );
  for (const file of [wrongSite, wrongFonts]) rmSync(file);
  expect([...new Set(problems)]).toEqual([
    "site.wrong.ts: Type 'string' is not assignable to type 'number'.",
    expect.stringMatching(
      /^fonts\.wrong\.ts: [^]*Type 'number' is not assignable to type 'string'/,
    ),
  ]);
});

test("after an update everything still works, the engine's changes are there, and check prints them once", async () => {
  install(packNext());
  const { code, output } = await run("check");
  expect(code).toBe(0);
  expect(output).toMatch(
    /Gatepost is now 99\.0\.0; it was [\d.]+\. What is new:\n\n## 99\.0\.0\n\n- A greeting at \/hello\.txt\.\n/,
  );
  expect((await run("check")).output).not.toContain("What is new");
  const dist = await build();
  // A site with collections of its own is not built in full each time.
  expect(existsSync(join(root, ".cache/build"))).toBe(true);
  expectOwn(dist);
  expect(pageAt(dist, "/hello.txt")).toBe("Good evening");
  expect(pageAt(dist, "/")).toContain("On to the text");
});

test("import explains how to install the importers", async () => {
  rmSync(join(root, "node_modules/gatepost-import"));
  const { code, output } = await run("import", "old.xml");
  expect(code).toBe(2);
  expect(output).toContain("npm install the file gatepost-import-");
});
