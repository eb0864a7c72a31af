import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import type { CollectionName } from "#model/collections.ts";
import { readNow } from "#model/dates.ts";
import type { Finding } from "#files/finding.ts";
import { toWriterError } from "#files/writer-error.ts";
import { checkerOf, type Checked } from "./checker.ts";
import { toEntries, toShown } from "./entries.ts";
import { toReport } from "./report.ts";
import { isError } from "./rule.ts";

/**
 * Fills a collection from its folder. If there are errors, a build stops with all of them in one message before writing
 * anything; dev serves the valid files and shows the errors in the overlay.
 * @throws an Error without a stack whose message is the report for the writer.
 */
export const contentLoader = (collection: CollectionName): Loader => ({
  name: `${collection}-loader`,
  async load({ config, store, watcher, logger }) {
    const root = fileURLToPath(config.root);
    const isDev = watcher !== undefined;

    const fill = async ({ content, findings }: Checked) => {
      const errors = findings.filter(isError);
      if (errors.length > 0 && !isDev) throw toWriterError(toReport(errors));
      const broken = new Set(errors.map(({ file }) => file));
      const diagnostics = isDev
        ? Map.groupBy(findings, ({ file }) => file)
        : new Map<string, Finding[]>();
      const lacksPicture = new Set(
        findings
          .filter(({ rule }) => rule.endsWith("/picture"))
          .map(({ file }) => file),
      );
      for (const entry of toEntries(
        content,
        collection,
        isDev ? () => true : toShown(content, now),
        (file) => diagnostics.get(file) ?? [],
      )) {
        const { id, filePath, digest } = entry;
        if (broken.has(filePath)) {
          // A missing picture would make Astro fail every page.
          if (lacksPicture.has(filePath)) store.delete(id);
          continue;
        }
        // Deleting an entry also removes its old pictures.
        if (store.has(id) && store.get(id)?.digest !== digest) store.delete(id);
        store.set(entry);
      }
      const ids = new Set(
        content.files
          .filter((found) => found.collection === collection)
          .map(({ id }) => id),
      );
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
      if (collection === "articles" && !isDev) {
        if (store.keys().length !== ids.size)
          throw new Error(
            `${ids.size} articles are on disk and ${store.keys().length} in the library`,
          );
      }
    };

    store.clear();
    // content-overlay watches the files.
    await checkerOf(root).follow(collection, (checked) =>
      fill(checked).catch((error: Error) => {
        if (!isDev) throw error;
        logger.error(error.message);
      }),
    );
  },
});

const now = readNow();
