import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Loader } from "astro/loaders";
import { toNamed } from "#model/article.ts";
import type { State } from "#model/published.ts";
import type { CollectionName } from "#model/collections.ts";
import { toNamedCalls } from "#text/leaf-directives.ts";
import { readNow } from "#model/dates.ts";
import { site } from "#site.ts";
import { checkerOf, type Checked } from "./checker.ts";
import { stateOf, type Content, type ContentFile } from "#files/content.ts";
import { toContentPath } from "#files/find-files.ts";
import { count, toReport, toWriterError } from "./report.ts";
import { isError } from "./rule.ts";

/**
 * Fills a collection from its folder. If there are errors, a build stops with all of them in one message before writing
 * anything; dev serves the valid files and shows the errors in the overlay.
 * @throws an Error without a stack whose message is the report for the writer.
 */
export const contentLoader = (collection: CollectionName): Loader => ({
  name: `${collection}-loader`,
  async load({ config, store, parseData, watcher, logger }) {
    const root = fileURLToPath(config.root);
    const isDev = watcher !== undefined;

    const fill = async ({ content, findings }: Checked) => {
      const errors = findings.filter(isError);
      if (errors.length > 0 && !isDev) throw toWriterError(toReport(errors));
      const broken = new Set(errors.map(({ file }) => file));
      const byFile = Map.groupBy(findings, ({ file }) => file);
      const isShown = isDev ? () => true : toShown(content);
      for (const file of content.collections[collection]) {
        const own = byFile.get(file.file) ?? [];
        if (broken.has(file.file)) {
          // A missing picture would make Astro fail every page.
          if (own.some(({ rule }) => rule.endsWith("/picture")))
            store.delete(file.id);
          continue;
        }
        const isHidden = !isShown(collection, file);
        const diagnostics = isDev
          ? own.map(
              ({ line, column, problem }) => `${line}:${column} ${problem}`,
            )
          : [];
        const data = await parseData({
          id: file.id,
          filePath: join(root, file.file),
          data: {
            ...(isHidden ? withoutPictures(file.data) : file.data),
            body: {
              // The body of a call to action is never rendered.
              ...toBody(file, isHidden || collection === "calls-to-action"),
              diagnostics,
            },
          },
        });
        const digest = `${file.file} ${file.digest} ${diagnostics.join("\n")}`;
        // Deleting an entry also removes its old pictures.
        if (store.has(file.id) && store.get(file.id)?.digest !== digest)
          store.delete(file.id);
        store.set({
          id: file.id,
          data,
          filePath: file.file,
          digest,
          // Unpublished MDX must not be bundled: its pictures and styles would be in dist/.
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
      if (collection === "articles" && !isDev) {
        if (store.keys().length !== ids.size)
          throw new Error(
            `${ids.size} articles are on disk and ${store.keys().length} in the library`,
          );
        console.log(toArticleCounts(content));
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

/** Whether a file can appear on the site: a published article, or something that one refers to. */
function toShown({
  collections,
}: Content): (collection: string, file: ContentFile) => boolean {
  const shown = new Set(
    collections.pages
      .map(({ id }) => `pages/${id}`)
      .concat(
        [site.callToAction, site.otherCallToAction].map(
          (name) => `calls-to-action/${name}`,
        ),
      ),
  );
  for (const file of collections.articles) {
    if (stateOf(file, now) !== "published") continue;
    shown.add(`articles/${file.id}`);
    const named = toNamed(
      file.data as Parameters<typeof toNamed>[0],
      toNamedCalls(file.contents.leafDirectives),
    );
    for (const [name, slugs] of Object.entries(named))
      for (const slug of slugs) shown.add(`${name}/${slug}`);
  }
  return (collection, { id }) => shown.has(`${collection}/${id}`);
}

const withoutPictures = ({
  cover: _,
  picture: __,
  ...data
}: ContentFile["data"]): ContentFile["data"] => data;

/** "8 articles: 6 published, 1 draft, 1 scheduled" */
function toArticleCounts({ collections: { articles } }: Content): string {
  const states = articles.map((file) => stateOf(file, now));
  const howMany = (state: State) =>
    states.filter((other) => other === state).length;
  return `${count(articles.length, "article")}: ${howMany("published")} published, ${count(howMany("draft"), "draft")}, ${howMany("scheduled")} scheduled`;
}

/** What rendering needs of a file. An MDX body imports its own pictures, so only a Markdown one lists them. */
function toBody(
  { file, format, contents, data }: ContentFile,
  isHidden: boolean,
) {
  const addresses = contents.pictures
    .filter(({ markup }) => markup === "markdown")
    .map(({ address }) => address);
  const cover = (data.cover as { image?: string } | undefined)?.image;
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
    cover: isHidden || !cover ? undefined : toContentPath(file, cover),
    callsToAction: toNamedCalls(contents.leafDirectives),
  };
}
