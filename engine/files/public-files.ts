import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** The files of public/ by the addresses a build copies them to: `/files/list.txt`. */
export function listPublicFiles(root: string): string[] {
  const folder = join(root, "public");
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => !entry.isDirectory())
        .map(({ parentPath, name }) => {
          const path = relative(folder, join(parentPath, name));
          return `/${path.split(sep).join("/")}`;
        })
    : [];
}
