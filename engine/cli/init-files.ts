import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { toPubDate } from "./local-date.ts";

const folder = join(import.meta.dirname, "../init");

export type Manifest = Record<string, unknown> & {
  scripts?: Record<string, string>;
  dependencies?: Record<string, string>;
};

/** A `package.json`; an empty one when it cannot be read. */
export const readManifest = (root: string): Manifest => {
  try {
    return JSON.parse(
      readFileSync(join(root, "package.json"), "utf8"),
    ) as Manifest;
  } catch {
    return {};
  }
};

export const toManifestText = (manifest: Manifest): string =>
  `${JSON.stringify(manifest, undefined, 2)}\n`;

/** The files of an empty publication: their paths from its root, and their texts. */
export function toInitFiles(
  { name, address }: { name: string; address: string },
  now: Date,
): Map<string, string> {
  const facts: Record<string, string> = {
    NAME: name,
    ADDRESS: address,
    AUTHORITY: `${new URL(address).hostname},${now.getFullYear()}`,
    TODAY: toPubDate(now),
  };
  const files = globSync("**/*", { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    );
  return new Map(
    files.sort().map((file) => [
      // npm packs no files called .gitignore or .npmrc, and globSync skips hidden folders.
      file.replace(/^(?=(?:gitignore|npmrc)$|vscode\/)/, "."),
      readFileSync(join(folder, file), "utf8").replace(
        /("?)%([A-Z]+)%\1/g,
        (_, quote, fact) =>
          quote ? JSON.stringify(facts[fact]) : (facts[fact] as string),
      ),
    ]),
  );
}
