import { copyFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Planned } from "./to-article.ts";

/** Writes planned articles with their pictures. What stood in their place goes last, when the new is there. */
export function writeArticles(
  project: string,
  articles: readonly Planned[],
): void {
  for (const { file, text, pictures, replaces } of articles) {
    const path = join(project, file);
    mkdirSync(dirname(path), { recursive: true });
    for (const { from, name } of pictures)
      copyFileSync(from, join(dirname(path), name));
    writeFileSync(path, text);
    for (const old of replaces) rmSync(old);
  }
}
