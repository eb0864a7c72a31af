import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import type { CollectionName } from "#model/collections.ts";
import { readNow } from "#model/dates.ts";
import { liveContent } from "#model/live-content.ts";
import type { Finding } from "#files/finding.ts";
import { toWriterError } from "#files/writer-error.ts";
import { checkerOf, type Checked } from "./checker.ts";
import { toBundled, toEntries, toShown, type Entry } from "./entries.ts";
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
    let entries: Map<string, Entry> | undefined;
    const root = fileURLToPath(config.root);
    const isDev = watcher !== undefined;

    const fill = async ({ content, findings }: Checked) => {
      const errors = findings.filter(isError);
      if (errors.length > 0 && !isDev) throw toWriterError(toReport(errors));
      const broken = new Set(errors.map(({ file }) => file));
      const diagnostics = isDev
        ? Map.groupBy(findings, ({ file }) => file)
        : new Map<string, Finding[]>();
      // A missing picture would make Astro fail every page.
      const lacksPicture = new Set(
        findings
          .filter(({ rule }) => rule.endsWith("/picture"))
          .map(({ file }) => file),
      );
      const read = new Map(
        toEntries(
          content,
          collection,
          isDev ? () => true : toShown(content, now),
          (file) => diagnostics.get(file) ?? [],
        ).map((entry) => [entry.id, entry]),
      );
      const before = entries;
      entries = new Map(
        content.files
          .filter((found) => found.collection === collection)
          .flatMap(({ id, file }) => {
            const entry = broken.has(file)
              ? !lacksPicture.has(file) && before?.get(id)
              : read.get(id);
            return entry ? [[id, entry]] : [];
          }),
      );
      if (isDev) liveContent.newest.set(collection, entries);
      const list = [...entries.values()];
      if (before && liveContent.isUsed) {
        const isSame =
          list.length === before.size &&
          list.every(({ id, digest }) => before.get(id)?.digest === digest);
        if (isSame) return;
        if (toBundled(list) === toBundled([...before.values()])) {
          liveContent.shown.set(collection, entries);
          liveContent.version++;
          return;
        }
      }
      for (const id of store.keys()) if (!entries.has(id)) store.delete(id);
      for (const entry of list) {
        const old = store.get(entry.id);
        if (old?.digest === entry.digest) continue;
        // Deleting an entry also removes its old pictures.
        if (old) store.delete(entry.id);
        store.set(entry);
      }
      if (collection === "articles" && !isDev) {
        const { length } = content.files.filter(
          (found) => found.collection === collection,
        );
        if (store.keys().length !== length)
          throw new Error(
            `${length} articles are on disk and ${store.keys().length} in the library`,
          );
      }
    };

    store.clear();
    liveContent.isUsed = false;
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
