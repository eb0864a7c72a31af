import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { join, relative } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { makeFolder, packages, publication, writeContent } from "./fixture.ts";
import { toEnvironment } from "./environment.ts";
import { runPrinting } from "./run-program.ts";

const engine = join(import.meta.dirname, "../..");

const parts = [
  "astro.config.mjs",
  "package.json",
  "public",
  "src",
  "tsconfig.json",
];

/** Copies the fixture publication with some content and the engine, so that a test may change anything. */
export function makeSite(
  content: Iterable<readonly [string, string | Uint8Array]>,
): string {
  const root = copyPublication(publication);
  writeContent(root, content);
  return root;
}

/** Copies a built site, with its engine, caches and dist/, for a test that changes it. A build trusts the copy. */
export function copySite(from: string): string {
  const root = makeFolder();
  // cpSync() rounds times, and a build does not trust files with other times than it wrote.
  execFileSync("cp", ["-a", `${from}/.`, root]);
  return root;
}

/** Copies a publication and the engine into a new checkout; returns its root. */
export function copyPublication(from: string): string {
  const root = makeFolder();
  for (const part of parts.filter((part) => existsSync(join(from, part))))
    cpSync(join(from, part), join(root, part), { recursive: true });
  addEngine(root);
  return root;
}

/** Gives a checkout its own engine, which Astro requires below the root or next to it. */
export function addEngine(root: string): void {
  cpSync(engine, join(root, "engine"), {
    recursive: true,
    filter: (source) => source !== join(engine, "tests"),
  });
  linkPackages(root);
}

/** Gives a checkout every installed package, with its own engine instead of ours. */
export function linkPackages(root: string): void {
  const to = join(root, "node_modules");
  mkdirSync(to);
  for (const name of readdirSync(packages))
    if (!name.startsWith("gatepost"))
      symlinkSync(join(packages, name), join(to, name));
  symlinkSync("../engine", join(to, "gatepost"));
  symlinkSync("../engine/import", join(to, "gatepost-import"));
}

/** Runs one of the project's commands in a checkout, as a writer would. */
export const run = (
  root: string,
  command: string,
  env: Record<string, string> = {},
  args: readonly string[] = [],
) =>
  runPrinting(
    root,
    ["engine/bin.js", command, ...args],
    toEnvironment("production", env),
  );

/** Builds a checkout. Throws with the whole output if the build fails. */
export async function buildSite(
  root: string,
  env: Record<string, string> = {},
): Promise<Dist> {
  const { code, output } = await run(root, "build", env);
  if (code !== 0) throw new Error(output);
  return readDist(root);
}

/** The files in dist/, by path. */
export type Dist = Map<string, Buffer>;

export function readDist(root: string): Dist {
  const dist = join(root, "dist");
  if (!existsSync(dist)) return new Map();
  return new Map(
    (readdirSync(dist, { recursive: true }) as string[])
      .map((path) => join(dist, path))
      .filter((path) => statSync(path).isFile())
      .sort()
      .map((path) => [relative(dist, path), readFileSync(path)]),
  );
}

/** The HTML of the page at an address, found as by a web server. */
export function pageAt(dist: Dist, address: string): string {
  const path = address.endsWith("/")
    ? `${address.slice(1)}index.html`
    : address.slice(1);
  const page = dist.get(path) ?? dist.get(`${path}/index.html`);
  if (!page) throw new Error(`There is no ${address} in dist/`);
  return page.toString("utf8");
}

/** Every layer of a file: itself, and what is compressed in it. */
export function layersOf(bytes: Buffer, path: string): Buffer[] {
  const inner =
    bytes[0] === 0x1f && bytes[1] === 0x8b
      ? gunzipSync(bytes)
      : path.endsWith(".br")
        ? brotliDecompressSync(bytes)
        : undefined;
  return inner
    ? [bytes, ...layersOf(inner, path.replace(/\.br$/, ""))]
    : [bytes];
}

/**
 * The differences between two builds: each path with its first difference. Empty if they are byte for byte the same.
 */
export const differences = (one: Dist, other: Dist): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].flatMap((path) => {
    const [a, b] = [one.get(path), other.get(path)];
    if (!a || !b)
      return [`${path} is only in ${a ? "the first" : "the other"}`];
    if (a.equals(b)) return [];
    let at = 0;
    while (a[at] === b[at]) at++;
    const around = (bytes: Buffer) =>
      bytes.toString("utf8", Math.max(0, at - 40), at + 80);
    return [`${path}: …${around(a)}… ≠ …${around(b)}…`];
  });
