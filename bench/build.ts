import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { makeSite } from "gatepost/tests/support/build-site.ts";
import { anArticleFile } from "gatepost/tests/support/an-article.ts";
import { toEnvironment } from "gatepost/tests/support/environment.ts";
import { corpus, toArticles } from "./corpus.ts";
import { toAreas } from "./areas.ts";
import { toReport } from "./report.ts";

/**
 * Builds the same words with this engine and its peers, one after the other, in a RAM disk, and writes
 * `docs/benchmarks.md`: `npm run bench`, or `npm run bench -- --articles 1000 --runs 3`. Needs GNU time; Hugo
 * takes part if it is installed; Eleventy is installed here for the time of the run. Stock Astro is the Astro of our lock
 * file.
 */
const { values } = parseArgs({
  options: {
    articles: { type: "string", default: "1000,5000,10000" },
    runs: { type: "string", default: "1" },
  },
});
const sizes = values.articles.split(",").map(Number);
const runs = Number(values.runs);

const repository = join(import.meta.dirname, "..");
const peers = join(import.meta.dirname, "peers");
const memory = existsSync("/dev/shm") ? "/dev/shm" : tmpdir();
// Sites of the tests' making, too.
process.env.TMPDIR = mkdtempSync(join(memory, "bench-"));
const folder = process.env.TMPDIR;
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

export type Measured = { wall: number; cpu: number; megabytes: number };
export type Mode = "cold" | "edit" | "nothing";
export type Result = {
  name: string;
  articles: number;
  pages: number;
  megabytes: number;
  modes: Record<Mode, Measured>;
};
/** A program that builds a site in a folder. */
type Builder = {
  name: string;
  root: string;
  command: string[];
  output: string;
  /** What a cold build does not have. */
  caches: string[];
  /** An article to edit. */
  article: string;
};

/** Runs a command, with its children's time; memory is that of the largest process. */
function measure(
  { name, root, command }: Builder,
  variables: Record<string, string> = {},
): Measured {
  const times = join(folder, "times");
  const { status, stderr, stdout } = spawnSync(
    "/usr/bin/time",
    ["-o", times, "-f", "%e %U %S %M", ...command],
    {
      cwd: root,
      env: toEnvironment("production", {
        BUILD_NOW: "2026-06-15",
        ...variables,
      }),
      encoding: "utf8",
      maxBuffer: 1e9,
    },
  );
  if (status !== 0) throw new Error(`${name} failed:\n${stdout}\n${stderr}`);
  const [wall = 0, user = 0, system = 0, kilobytes = 0] = readFileSync(
    times,
    "utf8",
  )
    .trim()
    .split(" ")
    .map(Number);
  return { wall, cpu: user + system, megabytes: kilobytes / 1024 };
}

const filesOf = (root: string): string[] =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

function makeBuilders(articles: number): Builder[] {
  const common = [...toArticles(articles)].map(
    ({ slug, fields: { sources: _, aliases: __, pubDate, ...fields }, body }) =>
      [slug, { ...fields, pubDate, date: pubDate }, body] as const,
  );
  /** Copies a peer's templates and writes the articles as it wants them. */
  const make = (
    name: string,
    content: string,
    toFields: (fields: (typeof common)[number][1]) => object = (fields) =>
      fields,
  ) => {
    const root = join(folder, `${name}-${articles}`);
    if (existsSync(join(peers, name)))
      cpSync(join(peers, name), root, { recursive: true });
    mkdirSync(join(root, content), { recursive: true });
    for (const [slug, fields, body] of common)
      writeFileSync(
        join(root, content, `${slug}.md`),
        anArticleFile({ ...toFields(fields) }, body),
      );
    return { root, article: join(content, "article-42.md") };
  };
  const builders: Builder[] = [
    {
      name: "floor",
      ...make("floor", "articles"),
      command: [process.execPath, join(peers, "floor.ts"), "articles", "dist"],
      output: "dist",
      caches: ["dist"],
    },
  ];
  // Its packages are ours, and must be found above its scripts.
  if (!existsSync(join(folder, "node_modules")))
    symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"));
  if (spawnSync("hugo", ["version"]).status === 0)
    builders.push({
      name: "Hugo",
      ...make("hugo", "content/articles", ({ category, ...fields }) => ({
        ...fields,
        categories: [category],
      })),
      command: ["hugo", "--quiet", "--buildFuture"],
      output: "public",
      caches: ["public", "resources"],
    });
  const eleventy = make("eleventy", "articles");
  writeFileSync(
    join(eleventy.root, "package.json"),
    '{"private":true,"type":"module"}',
  );
  writeFileSync(
    join(eleventy.root, "articles/articles.json"),
    '{"layout":"article.njk"}',
  );
  if (!existsSync(join(folder, "eleventy"))) {
    mkdirSync(join(folder, "eleventy"));
    execFileSync(
      "npm",
      [
        "install",
        "--prefix",
        join(folder, "eleventy"),
        "--no-audit",
        "--no-fund",
        "--ignore-scripts",
        "@11ty/eleventy@3.1.2",
        "@11ty/eleventy-plugin-rss@2.0.4",
        "@11ty/eleventy-plugin-syntaxhighlight@5.0.2",
      ],
      { stdio: ["ignore", "ignore", "inherit"] },
    );
  }
  symlinkSync(
    join(folder, "eleventy/node_modules"),
    join(eleventy.root, "node_modules"),
  );
  builders.push(
    {
      name: "Eleventy",
      ...eleventy,
      command: [
        process.execPath,
        "node_modules/@11ty/eleventy/cmd.cjs",
        "--quiet",
      ],
      output: "_site",
      caches: ["_site"],
    },
    {
      name: "stock Astro",
      ...make("astro", "src/content/articles"),
      command: [
        process.execPath,
        join(repository, "node_modules/astro/bin/astro.mjs"),
        "build",
        "--silent",
      ],
      output: "dist",
      caches: ["dist", ".astro", "node_modules"],
    },
    {
      name: "Gatepost",
      root: makeSite(corpus(articles)),
      command: [process.execPath, "engine/bin.js", "build"],
      output: "dist",
      caches: ["dist", ".cache", ".astro", ".build"],
      article: "src/content/articles/article-42.md",
    },
  );
  return builders;
}

const median = (numbers: number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] as number;
const toMedian = (measured: Measured[]): Measured => ({
  wall: median(measured.map(({ wall }) => wall)),
  cpu: median(measured.map(({ cpu }) => cpu)),
  megabytes: Math.max(...measured.map(({ megabytes }) => megabytes)),
});

const results: Result[] = [];
let areas: [area: string, seconds: number][] = [];
export type Part = {
  articles: number;
  /** Seconds of a cold build, measured by building once more with the cards that it leaves. */
  cards: number;
  /** Seconds of indexing alone. */
  search: number;
  /** An edit without search. */
  edit: Measured;
  /** `npm run check`, without spelling. */
  check: { cold: Measured; edit: Measured };
};
/** Our parts that no peer has. */
const parts: Part[] = [];
for (const articles of sizes) {
  const builders = makeBuilders(articles);
  const measured = new Map(
    builders.map((builder) => [
      builder,
      { cold: [], edit: [], nothing: [] } as Record<Mode, Measured[]>,
    ]),
  );
  const ours = builders.at(-1) as Builder;
  const checker = { ...ours, command: [...ours.command.slice(0, -1), "check"] };
  const edit = (words: string) =>
    appendFileSync(join(ours.root, ours.article), `\n${words}\n`);
  const check = {
    cold: measure(checker),
    edit: (edit("Edited to be checked."), measure(checker)),
  };
  for (let run = 0; run < runs; run++)
    for (const [builder, modes] of measured) {
      const { root, caches, article, name } = builder;
      for (const cache of caches)
        rmSync(join(root, cache), { recursive: true, force: true });
      modes.cold.push(measure(builder));
      appendFileSync(join(root, article), `\nEdited words number ${run}.\n`);
      modes.edit.push(measure(builder));
      modes.nothing.push(measure(builder));
      console.log(
        articles,
        name,
        modes.cold.at(-1),
        modes.edit.at(-1),
        modes.nothing.at(-1),
      );
    }
  for (const [{ name, root, output }, modes] of measured) {
    const files = filesOf(join(root, output));
    results.push({
      name,
      articles,
      pages: files.filter((file) => file.endsWith(".html")).length,
      megabytes:
        files.reduce((sum, file) => sum + statSync(file).size, 0) / 1e6,
      modes: {
        cold: toMedian(modes.cold),
        edit: toMedian(modes.edit),
        nothing: toMedian(modes.nothing),
      },
    });
  }
  const { root } = ours;
  const noSearch = {
    PAGEFIND_EXTENDED_BINARY_PATH: join(import.meta.dirname, "no-search.mjs"),
  };
  edit("Edited to empty the index.");
  measure(ours, noSearch);
  edit("Edited without an index.");
  const withoutSearch = measure(ours, noSearch);
  // Cards are kept by their text, so this builds everything but them.
  const withoutCards = measure({
    ...ours,
    command: [...ours.command, "--cold"],
  });
  const began = performance.now();
  execFileSync(
    process.execPath,
    [join(import.meta.dirname, "search.ts"), join(root, "dist")],
    { cwd: root, env: toEnvironment("production") },
  );
  parts.push({
    articles,
    edit: withoutSearch,
    check,
    cards:
      median((measured.get(ours)?.cold ?? []).map(({ wall }) => wall)) -
      withoutCards.wall,
    search: (performance.now() - began) / 1000,
  });
  edit("Edited once more.");
  areas = await toAreas(root);
  for (const builder of builders)
    rmSync(builder.root, { recursive: true, force: true });
}

writeFileSync(
  join(repository, "docs/benchmarks.md"),
  toReport({
    results,
    parts,
    areas,
    machine: `${cpus().length} cores (${cpus()[0]?.model.trim()}), Node ${process.version}`,
    runs,
    day: new Date().toISOString().slice(0, 10),
  }),
);
execFileSync("prettier", ["--write", "docs/benchmarks.md"], {
  cwd: repository,
});
