import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/**
 * A content folder and what `check` says of it, side by side in one text file:
 *
 *     -- articles/first.md --
 *     …
 *     -- articles/gone.md -> nowhere.md --
 *     -- expected --
 *     …
 *
 * One text instead of a folder, because no checkout could hold Casing.md beside casing.md on every machine.
 */
export function readFixture(file: string): {
  files: [path: string, text: string][];
  expected: string;
} {
  const parts = readFileSync(file, "utf8").split(/^-- (.+) --\n/m);
  const sections: [string, string][] = [];
  for (let index = 1; index < parts.length; index += 2)
    sections.push([parts[index]!, parts[index + 1]!]);
  const last = sections.pop();
  if (last?.[0] !== "expected")
    throw new Error(`${file} does not end with -- expected --`);
  return { files: sections, expected: last[1].trimEnd() };
}

/** Writes content files below a root's src/content; "a -> b" writes a link. */
export function writeContent(
  root: string,
  files: Iterable<readonly [path: string, text: string | Uint8Array]>,
): void {
  for (const [name, text] of files) {
    const [path = "", target] = name.split(" -> ");
    const file = join(root, "src/content", path);
    mkdirSync(dirname(file), { recursive: true });
    if (target) symlinkSync(target, file);
    else writeFileSync(file, text);
  }
}

/** The publication for the engine's tests: it has its own facts, and only the content that a test writes. */
export const publication = join(import.meta.dirname, "../publication");

/** Every package that is installed. */
export const packages = join(import.meta.dirname, "../../../node_modules");

/** The files that every article needs: a category, the site's author and call to action. */
export const ground: [string, string][] = [
  [
    "categories/work.md",
    "---\ntitle: Work\ndescription: What is done every day.\nhue: 240\norder: 1\n---\n",
  ],
  ["authors/saucepan.md", "---\nname: Saucepan\n---\n"],
  [
    "calls-to-action/feed.md",
    "---\nheading: Follow\ntext: By feed reader.\nlink: /rss.xml\nlabel: Open the feed\n---\n",
  ],
];

/** Adds spelling settings to a root: preferred spellings, and an empty word list. */
export function addSpelling(root: string): void {
  mkdirSync(join(root, "docs"), { recursive: true });
  writeFileSync(join(root, "docs/words.txt"), "");
  writeFileSync(
    join(root, "cspell.json"),
    JSON.stringify({
      version: "0.2",
      import: ["gatepost/check/cspell.json"],
      flagWords:
        "e-mail->email recognize->recognise organize->organise analyzed->analysed learnt->learned résumé->CV Github->GitHub".split(
          " ",
        ),
    }),
  );
  if (!existsSync(join(root, "node_modules")))
    symlinkSync(packages, join(root, "node_modules"));
}

/** A new folder that nothing else uses; a test run takes all of its folders away at its end. */
export const makeFolder = (): string =>
  mkdtempSync(join(process.env.TEST_FOLDER ?? tmpdir(), "gatepost-"));

/** A new root with some content, and the files that every article needs. */
export function makeContent(
  files: Iterable<readonly [string, string | Uint8Array]>,
): string {
  const root = makeFolder();
  mkdirSync(join(root, "src"));
  for (const file of ["package.json", "src/site.ts"])
    copyFileSync(join(publication, file), join(root, file));
  // Settings name these.
  cpSync(join(publication, "src/pages"), join(root, "src/pages"), {
    recursive: true,
  });
  writeContent(root, ground);
  writeContent(root, files);
  return root;
}
