import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { dirname, join, relative, sep } from "node:path";
import ts from "typescript";

type Manifest = { name: string; version: string; [field: string]: unknown };

const project = join(import.meta.dirname, "..");
/** What articles can hold, with examples of this publication, and how to publish the site. */
const guides = ["docs/writing.md", "docs/deploy.md"];

/**
 * Makes the tarballs for `npm install` and returns their paths. Node does not strip types below node_modules, so they contain
 * JavaScript, with the same lines as the source, and declarations. Routes, which only Vite reads, and the templates of `init`
 * stay TypeScript.
 * @param root a repository with `engine/` and its packages
 * @param folder the target folder of the tarballs
 * @param withTypes whether to make declarations, which takes most of the time
 */
export function pack(root: string, folder: string, withTypes = true): string[] {
  rmSync(folder, { recursive: true, force: true });
  return ["engine", "engine/import"].map((name) => {
    const from = join(root, name);
    const manifest = JSON.parse(
      readFileSync(join(from, "package.json"), "utf8"),
    ) as Manifest;
    const to = join(folder, manifest.name);
    const files = listFiles(from, name === "engine" ? ["import"] : []);
    for (const file of files) copy(join(from, file), join(to, file), file);
    if (name === "engine") {
      if (withTypes) writeTypes(from, to, files);
      for (const guide of guides) cpSync(join(project, guide), join(to, guide));
      // Replaces the copied one, which refers to the sources.
      writeFileSync(
        join(to, "package.json"),
        `${JSON.stringify(toPackedManifest(manifest), undefined, 2)}\n`,
      );
    }
    cpSync(join(project, "LICENSE"), join(to, "LICENSE"));
    execFileSync("npm", ["pack", "--silent", "--ignore-scripts", to], {
      cwd: folder,
    });
    return join(folder, `${manifest.name}-${manifest.version}.tgz`);
  });
}

const listFiles = (folder: string, leftOut: string[]): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter(
      (file) =>
        ![...leftOut, "tests", "node_modules"].includes(
          file.split(sep)[0] as string,
        ),
    );

const isUntouched = (file: string) =>
  !/\.(?:ts|astro)$/.test(file) || /^(?:routes|init)\//.test(file);

function copy(from: string, to: string, file: string): void {
  mkdirSync(dirname(to), { recursive: true });
  if (isUntouched(file)) return cpSync(from, to, { recursive: true });
  const text = readFileSync(from, "utf8");
  const code = file.endsWith(".ts") ? stripTypeScriptTypes(text) : text;
  writeFileSync(to.replace(/\.ts$/, ".js"), toPackedNames(code));
}

/** Relative imports; `#folder/file.ts` and `gatepost/folder/file.ts` are resolved by the manifest. */
const toPackedNames = (code: string) =>
  code.replace(/"(\.{1,2}\/[^"\n]*)\.ts"/g, '"$1.js"');

/** Writes declarations of every module, so that a publication's code is type-checked against the engine. */
function writeTypes(from: string, to: string, files: string[]): void {
  const program = ts.createProgram(
    files
      .filter((file) => file.endsWith(".ts") && !isUntouched(file))
      .map((file) => join(from, file)),
    {
      target: ts.ScriptTarget.ESNext,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      allowImportingTsExtensions: true,
      strict: true,
      // `astro check` has checked the types already.
      noCheck: true,
      skipLibCheck: true,
      types: ["node", "astro/client"],
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: from,
      outDir: to,
    },
  );
  const { diagnostics } = program.emit(undefined, (file, text) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, toPackedNames(text));
  });
  if (diagnostics.length > 0)
    throw new Error(
      ts.formatDiagnostics(diagnostics, {
        getCanonicalFileName: (file) => file,
        getCurrentDirectory: () => from,
        getNewLine: () => "\n",
      }),
    );
}

const toPackedManifest = (manifest: Manifest): Manifest => ({
  ...manifest,
  bin: { gatepost: "./bin.js" },
  imports: {
    "#*.ts": { types: "./*.d.ts", default: "./*.js" },
    "#*": "./*",
  },
  exports: {
    ".": { types: "./integration.d.ts", default: "./integration.js" },
    "./routes/*": "./routes/*",
    "./*.ts": { types: "./*.d.ts", default: "./*.js" },
    "./*": "./*",
  },
});

if (import.meta.main) {
  for (const file of pack(project, join(project, "dist-pack")))
    console.log(file);
}
