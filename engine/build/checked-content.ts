import { createHash } from "node:crypto";
import { checkerOf } from "#check/checker.ts";
import { toEntries, toShown, type Entry } from "#check/entries.ts";
import { toReport, toWriterError } from "#check/report.ts";
import { isError } from "#check/rule.ts";
import { readCache, toCacheText, type Content } from "#files/content.ts";
import { collectionNames } from "#model/collections.ts";
import { toSearchPages } from "#search/index-site.ts";
import type { Rendered } from "./astro-renderer.ts";
import { readContentCache } from "./last-build.ts";

/**
 * Reads and checks all content.
 * @param isKnown whether files from the last build may be read from its cache
 * @throws the writer's error if there are errors
 */
export async function readChecked(
  root: string,
  isKnown: boolean,
): Promise<Content> {
  const checker = checkerOf(root);
  if (isKnown)
    try {
      for (const [file, read] of readCache(readContentCache()))
        checker.cache.set(file, read);
    } catch {
      // Reading everything again is slower, but correct.
      checker.cache.clear();
    }
  const { content, findings } = await checker.check();
  const errors = findings.filter(isError);
  if (errors.length > 0) throw toWriterError(toReport(errors));
  return content;
}

/** The results of `readChecked`, for the next build. */
export const toContentCache = (root: string): string =>
  toCacheText(checkerOf(root).cache);

export { toArticleCounts } from "#check/report.ts";

/** The entries of every collection, by its name. */
export const toAllEntries = (
  content: Content,
  now: Date,
): [string, Entry[]][] => {
  const isShown = toShown(content, now);
  return collectionNames.map((name) => [
    name,
    toEntries(content, name, isShown),
  ]);
};

/** The pictures and MDX texts that Astro compiles into the renderer. */
export const toBundled = (entries: [string, Entry[]][]): string =>
  entries
    .flatMap(([, list]) => list)
    .filter((entry) => entry.deferredRender || entry.assetImports.length > 0)
    .map(({ filePath, assetImports }) => [filePath, ...assetImports].join(" "))
    .sort()
    .join("\n");

/** A hash of the articles in the search index. */
export function toSearched(
  paths: readonly Rendered[],
  read: (file: string) => Buffer,
): string {
  const hash = createHash("sha256");
  const byFile = new Map(paths.map((path) => [path.file, path]));
  for (const { address } of toSearchPages(byFile.keys(), () => "")) {
    const file = `${address.slice(1)}index.html`;
    const { key, article } = byFile.get(file) as Rendered;
    hash.update(address);
    hash.update(key && article ? article : read(file));
  }
  return hash.digest("hex");
}
