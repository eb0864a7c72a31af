import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { toBundled } from "#check/entries.ts";
import type { Content } from "#files/content.ts";
import { contentFolder } from "#files/find-files.ts";
import {
  Indexing,
  preparePage,
  toSearchPages,
  type IndexedPage,
} from "#search/index-site.ts";
import {
  collectionNames,
  folderOf,
  ownCollections,
} from "#model/collections.ts";
import { addresses } from "#urls.ts";
import { listPages, Surprise, type Rendered } from "./astro-renderer.ts";
import { toAllEntries } from "./checked-content.ts";
import type { Inputs } from "./inputs.ts";
import {
  dist,
  keep,
  toTextsFolder,
  toTimes,
  work,
  type LastBuild,
} from "./last-build.ts";
import { openRenderer } from "./open-renderer.ts";
import { Patch, readFolderState, toFileState } from "./patch.ts";
import type { BuildResult } from "./site-build.ts";

const startIndexing = (last: LastBuild, likely: IndexedPage[]): Indexing =>
  new Indexing({
    texts: toTextsFolder(last.renderer.folder),
    outputPath: join(work, "search"),
    likely,
  });

/**
 * Starts to index the pages before the first one, in the order of the index, whose file has changed; undefined if none has.
 */
export function indexEarly(
  last: LastBuild,
  { files }: Inputs,
): Indexing | undefined {
  const toAddress = (file: string) => {
    const [, folder, name = ""] =
      /^(.+?)\/([^/]+?)(?:\/index)?\.\w+$/.exec(
        file.slice(contentFolder.length + 1),
      ) ?? [];
    const collection = collectionNames.find((one) => folderOf(one) === folder);
    return collection === "articles"
      ? addresses.article(name)
      : ownCollections[collection ?? ""]?.address?.(name);
  };
  const [first] = [
    ...new Set([...Object.keys(files), ...Object.keys(last.inputs.files)]),
  ]
    .filter(
      (file) =>
        file.startsWith(`${contentFolder}/`) &&
        files[file]?.digest !== last.inputs.files[file]?.digest,
    )
    .flatMap((file) => toAddress(file) ?? [])
    .sort();
  return first === undefined
    ? undefined
    : startIndexing(
        last,
        last.indexed.filter(([address]) => address < first),
      );
}

/**
 * Renders the changed pages with the renderer of the last build.
 * @param indexing has begun to index the articles
 * @throws a Surprise if that renderer cannot be used; dist/ is unchanged then
 */
export async function buildQuick(
  last: LastBuild,
  inputs: Inputs,
  content: Content,
  now: Date,
  indexing?: Indexing,
): Promise<BuildResult> {
  const entries = toAllEntries(content, now);
  if (toBundled(entries.flatMap(([, list]) => list)) !== last.bundled)
    throw new Surprise("pictures or MDX articles have come or gone");
  const renderer = await openRenderer(
    last.renderer,
    new Map(
      entries.map(([name, list]) => [
        name,
        new Map(list.map((entry) => [entry.id, entry])),
      ]),
    ),
  );
  const before = new Map(last.paths.map((path) => [path.file, path]));
  const written = new Set<string>();
  const patch = new Patch(dist, work);
  const read = (file: string): Buffer =>
    readFileSync(
      written.has(file) ? join(work, "patch", file) : join(dist, file),
    );
  const write = (file: string, bytes: Uint8Array) => {
    if (file in last.dist && readFileSync(join(dist, file)).equals(bytes))
      return;
    patch.write(file, bytes);
    written.add(file);
  };
  const files = new Set<string>();
  const paths: Rendered[] = [];
  for (const path of renderer.paths) {
    const known = before.get(path.file);
    if (path.key && known?.key === path.key) {
      paths.push(known);
      files.add(known.file);
      continue;
    }
    if (existsSync(join("public", path.file)))
      throw new Surprise(`public/${path.file} has the address of a page`);
    const { rendered, bytes } = await renderer.render(path);
    paths.push(rendered);
    if (!bytes) continue;
    files.add(path.file);
    write(path.file, bytes);
  }
  const pictures = (of: readonly Rendered[]) =>
    [...new Set(of.flatMap(({ pictures }) => pictures))].sort().join("\n");
  if (pictures(paths) !== pictures(last.paths))
    throw new Surprise("pictures have come or gone");

  const writeFolder = (folder: string, to: string) => {
    for (const file of Object.keys(readFolderState(folder))) {
      write(`${to}${file}`, readFileSync(join(folder, file)));
      files.add(`${to}${file}`);
    }
    rmSync(folder, { recursive: true });
  };
  if (hasSameList(paths, last.paths)) {
    for (const file of Object.keys(last.dist))
      if (sitemapFile.test(file)) files.add(file);
  } else {
    const { writeSitemap } = await import("#seo/sitemap.ts");
    listPages(paths);
    const folder = emptyFolder("sitemap");
    await writeSitemap(
      folder,
      paths.flatMap(({ isPage, pathname }) => (isPage ? [pathname] : [])),
      last.renderer.base,
    );
    writeFolder(folder, "");
  }
  const index = addresses.searchIndex.slice(1);
  const isGone = (file: string) => before.has(file) && !files.has(file);
  const known = new Map(last.indexed);
  const indexed: IndexedPage[] = [];
  for (const { address } of toSearchPages(
    [...Object.keys(last.dist).filter((file) => !isGone(file)), ...written],
    () => "",
  )) {
    const file = `${address.slice(1)}index.html`;
    const text = written.has(file)
      ? (await preparePage({ address, html: read(file).toString() }))?.text
      : known.get(address);
    if (text) indexed.push([address, text]);
  }
  if (JSON.stringify(indexed) === JSON.stringify(last.indexed)) {
    for (const file of Object.keys(last.dist))
      if (file.startsWith(index)) files.add(file);
  } else {
    const folder = emptyFolder("search");
    await (indexing ?? startIndexing(last, [])).finish(indexed);
    writeFolder(folder, index);
  }
  // Astro's own files, such as styles and pictures, belong to the renderer and stay.
  const gone = [
    ...before.keys(),
    ...Object.keys(last.dist).filter(
      (file) => file.startsWith(index) || sitemapFile.test(file),
    ),
  ].filter((file) => file in last.dist && !files.has(file));
  for (const file of gone) patch.delete(file);
  patch.apply();
  // What else has changed in dist/ meanwhile is not ours: the next build notices it.
  const state = { ...last.dist };
  for (const file of gone) delete state[file];
  for (const file of written) state[file] = toFileState(join(dist, file));
  keep({
    ...last,
    inputs,
    paths,
    indexed,
    ...toTimes(content, now),
    dist: state,
  });
  return {
    way: "quick",
    changed: [...written, ...gone],
    total: Object.keys(state).length,
  };
}

const sitemapFile = /^sitemap-\w+\.xml$/;

/** Whether two builds have the same sitemap. Most paths are the same objects. */
const hasSameList = (
  paths: readonly Rendered[],
  others: readonly Rendered[],
): boolean =>
  paths.length === others.length &&
  paths.every((path, at) => {
    const other = others[at] as Rendered;
    return (
      path === other ||
      (path.pathname === other.pathname &&
        JSON.stringify(path.listed) === JSON.stringify(other.listed))
    );
  });

/** An empty folder to work in: a build that was killed may have left files in it. */
function emptyFolder(name: string): string {
  const folder = join(work, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
