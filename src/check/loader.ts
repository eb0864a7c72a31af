import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { toState, type State } from "#articles/article.ts";
import type { CollectionName } from "#articles/collections.ts";
import { readNow } from "#articles/dates.ts";
import { checkContent } from "./check-content.ts";
import type { ContentCache, ContentFile } from "./content.ts";
import { contentFolder } from "./find-files.ts";
import { count, toReport, toWriterError } from "./report.ts";

type GateFields = Parameters<typeof toState>[0];

/** The seven collections load side by side; the files are read and checked once for all of them. */
const cache: ContentCache = new Map();
let checked: ReturnType<typeof checkContent> | undefined;

/**
 * Fills a collection from its folder. A build stops at the first problem with all of them in one message, before
 * anything is written; in dev what is right is served and the overlay shows the rest.
 * @throws an Error without a stack whose message is the report for the writer.
 */
export const contentLoader = (collection: CollectionName): Loader => ({
  name: `${collection}-loader`,
  async load({ config, store, parseData, watcher, logger }) {
    const root = fileURLToPath(config.root);
    const isDev = watcher !== undefined;
    const now = readNow();

    const fill = async () => {
      const { content, findings } = await (checked ??= checkContent(
        root,
        cache,
      ));
      if (findings.length > 0 && !isDev)
        throw toWriterError(toReport(findings));
      const broken = new Set(findings.map(({ file }) => file));
      const onDisk = content.collections[collection];
      for (const file of onDisk) {
        if (broken.has(file.file)) continue;
        const isHidden =
          collection === "articles" &&
          !isDev &&
          toState(file.data as GateFields, now) !== "published";
        const data = await parseData({
          id: file.id,
          filePath: join(root, file.file),
          data: {
            ...(isHidden ? { ...file.data, cover: undefined } : file.data),
            body: toBody(file, isHidden),
          },
        });
        store.set({
          id: file.id,
          data,
          filePath: file.file,
          digest: `${file.file} ${file.digest}`,
          // What is not rendered must not be bundled either: its pictures and styles would be in dist/ to be found.
          ...(file.format === "mdx" && !isHidden
            ? { deferredRender: true }
            : {}),
        });
      }
      const ids = new Set(
        content.files
          .filter((found) => found.collection === collection)
          .map(({ id }) => id),
      );
      for (const id of store.keys()) if (!ids.has(id)) store.delete(id);
      return content.files.length;
    };

    store.clear();
    await fill();
    if (collection === "articles" && !isDev) {
      const files =
        (await checked)?.content.files.filter(
          (file) => file.collection === collection,
        ) ?? [];
      if (store.keys().length !== files.length)
        throw new Error(
          `${files.length} articles are on disk and ${store.keys().length} in the library`,
        );
      const states = store
        .values()
        .map(({ data }) => toState(data as GateFields, now));
      const howMany = (state: State) =>
        states.filter((other) => other === state).length;
      console.log(
        `${count(files.length, "article")}: ${howMany("published")} published, ${count(howMany("draft"), "draft")}, ${howMany("scheduled")} scheduled`,
      );
    }

    const refill = (path: string) => {
      if (!path.startsWith(join(root, contentFolder))) return;
      // Every collection hears of the change before one of them reads again.
      checked = undefined;
      queueMicrotask(() => {
        fill().catch((error: Error) => logger.error(error.message));
      });
    };
    for (const event of ["add", "change", "unlink"] as const)
      watcher?.on(event, refill);
  },
});

/** What rendering needs of a file. An MDX body imports its own pictures, so only a Markdown one lists them. */
function toBody({ file, format, contents }: ContentFile, isHidden: boolean) {
  const addresses = contents.pictures
    .filter(({ markup }) => markup === "markdown")
    .map(({ address }) => decodeURI(address));
  return {
    file,
    format,
    words: contents.words,
    pictures:
      isHidden || format === "mdx"
        ? []
        : [...new Set(addresses)].map((address) => ({
            address,
            image: address,
          })),
  };
}
