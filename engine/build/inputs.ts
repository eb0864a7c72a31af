import { createHash } from "node:crypto";
import {
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from "node:fs";
import { join, relative, sep } from "node:path";
import { site, variables } from "#site.ts";
import { contentFolder } from "#files/find-files.ts";
import { recordFile } from "#files/published-record.ts";
import { secretVariable } from "#model/previews.ts";
import { toStamp } from "#files/stamp.ts";

/** Facts about a file: the time of its last change, a hash of its bytes, and the environment variables it mentions. */
export type KnownFile = { stamp: string; digest: string; variables: string[] };

/** Everything that a build depends on, as two hashes. */
export type Inputs = {
  /** A hash of everything a renderer is made of: all inputs except Markdown texts. */
  code: string;
  /** A hash of the Markdown texts and the record of published addresses. */
  content: string;
  files: Record<string, KnownFile>;
};

export const engineFolder = join(import.meta.dirname, "..");
const rootFiles =
  /^(?:package(?:-lock)?\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|astro\.config\.\w+|tsconfig.*\.json|\.env.*)$/;
/** A larger file is known by its stamp alone: a film takes minutes to read, and more than 2 GB cannot be. */
const mostHashed = 100_000_000;
const codeFile = /\.(?:astro|mdx|[cm]?[jt]sx?)$/;
const namesVariable = /\b(?:process|import\.meta)\.env\.(\w+)/g;
/**
 * Reads all inputs of a publication's build. Bytes are read only for files whose stamps have changed.
 * @param known from an earlier call
 */
export function readInputs(
  root: string,
  known: Record<string, KnownFile> = {},
): Inputs {
  const files: Inputs["files"] = {};
  const code = createHash("sha256");
  const content = createHash("sha256");
  const names = new Set<string>([...Object.values(variables), secretVariable]);
  const inside = `${root}${sep}`;
  const toFile = (path: string) =>
    (path.startsWith(inside)
      ? path.slice(inside.length)
      : relative(root, path)
    ).replaceAll(sep, "/");
  const read = (path: string) => {
    const file = toFile(path);
    const { stamp, isSettled, size } = toStamp(path);
    let one = known[file];
    if (size > mostHashed) one = { stamp, digest: stamp, variables: [] };
    else if (one?.stamp !== stamp) {
      const bytes = readFileSync(path);
      one = {
        stamp: isSettled ? stamp : "",
        digest: toDigest(bytes),
        // The engine reads only the variables below.
        variables:
          codeFile.test(file) && !path.startsWith(engineFolder)
            ? [...bytes.toString().matchAll(namesVariable)].map(
                ([, name]) => name as string,
              )
            : [],
      };
    }
    files[file] = one;
    for (const name of one.variables) names.add(name);
    const isContent =
      file === recordFile ||
      (file.startsWith(`${contentFolder}/`) && file.endsWith(".md"));
    (isContent ? content : code).update(`${file}\0${one.digest}\0`);
    // The set of optional pages changes links on every page.
    if (isContent && file.startsWith(`${contentFolder}/pages/`))
      code.update(file);
  };
  for (const name of readdirSync(root).sort()) {
    if (!rootFiles.test(name)) continue;
    read(join(root, name));
    if (!name.startsWith("astro.config.")) continue;
    // Vite does not list what the configuration imports.
    const text = readFileSync(join(root, name), "utf8");
    for (const [, file = ""] of text.matchAll(/["'](\.{1,2}\/[^"']+)["']/g))
      if (statSync(join(root, file), { throwIfNoEntry: false })?.isFile())
        read(join(root, file));
  }
  for (const folder of ["src", "public"])
    for (const path of listFiles(join(root, folder))) read(path);
  for (const path of listFiles(engineFolder, true)) read(path);
  const installed = join(root, "node_modules/.package-lock.json");
  code.update(
    JSON.stringify([
      process.version,
      process.platform,
      process.arch,
      existsSync(installed) && statSync(installed).mtimeMs,
      // The values that src/site.ts computes.
      site,
      [...names].sort().map((name) => [name, readVariable(name)]),
      Object.entries(process.env)
        .filter(([name]) => name.startsWith("PUBLIC_"))
        .sort(),
    ]),
  );
  return {
    code: code.digest("hex").slice(0, 32),
    content: content.digest("hex"),
    files,
  };
}

/** The time of a build is not part of its code. */
const readVariable = (name: string): string | undefined =>
  name === "BUILD_NOW" ? undefined : process.env[name];

/** Every file below a folder, in the same order on every machine. */
export function* listFiles(
  folder: string,
  isEngine = false,
  /** The folders that led here. */
  above: readonly string[] = [],
): Generator<string> {
  if (!existsSync(folder)) return;
  const real = realpathSync(folder);
  // A link that leads in a circle.
  if (above.includes(real)) return;
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort(
    (a, b) => (a.name < b.name ? -1 : 1),
  )) {
    const { name } = entry;
    if (isEngine && /^(?:node_modules|tests|import|docs)$/.test(name)) continue;
    const path = `${folder}${sep}${name}`;
    // Follows links; a broken one is a finding of the check.
    const found = entry.isSymbolicLink()
      ? statSync(path, { throwIfNoEntry: false })
      : entry;
    if (found?.isDirectory()) yield* listFiles(path, false, [...above, real]);
    else if (found?.isFile()) yield path;
  }
}

/** The hashes of some files, by path from the root; empty for a missing file. */
export const toDigests = (
  root: string,
  files: readonly string[],
): [file: string, digest: string][] =>
  files.map((file) => {
    const path = join(root, file);
    return [file, existsSync(path) ? toDigest(readFileSync(path)) : ""];
  });

const toDigest = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("base64");
