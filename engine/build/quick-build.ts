import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Content } from "#files/content.ts";
import { indexSite, toSearchPages } from "#search/index-site.ts";
import { writeSitemap } from "#seo/sitemap.ts";
import { addresses } from "#urls.ts";
import { listPages, Surprise, type Rendered } from "./astro-renderer.ts";
import { toAllEntries, toBundled, toSearched } from "./checked-content.ts";
import type { Inputs } from "./inputs.ts";
import { dist, keep, toTimes, work, type LastBuild } from "./last-build.ts";
import { openRenderer } from "./open-renderer.ts";
import { Patch, readFolderState, toFileState } from "./patch.ts";
import type { BuildResult } from "./site-build.ts";

/**
 * Renders the changed pages with the renderer of the last build.
 * @throws a Surprise if that renderer cannot be used; dist/ is unchanged then
 */
export async function buildQuick(
  last: LastBuild,
  inputs: Inputs,
  content: Content,
  now: Date,
): Promise<BuildResult> {
  const entries = toAllEntries(content, now);
  if (toBundled(entries) !== last.bundled)
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
  listPages(paths);
  const sitemapFolder = emptyFolder("sitemap");
  await writeSitemap(
    sitemapFolder,
    paths.flatMap(({ isPage, pathname }) => (isPage ? [pathname] : [])),
    last.renderer.base,
  );
  writeFolder(sitemapFolder, "");
  const index = addresses.searchIndex.slice(1);
  const searched = toSearched(paths, read);
  if (searched === last.searched) {
    for (const file of Object.keys(last.dist))
      if (file.startsWith(index)) files.add(file);
  } else {
    const searchFolder = emptyFolder("search");
    await indexSite(
      toSearchPages(files, (file) => read(file).toString()),
      searchFolder,
    );
    writeFolder(searchFolder, index);
  }
  // Astro's own files, such as styles and pictures, belong to the renderer and stay.
  const gone = [
    ...before.keys(),
    ...Object.keys(last.dist).filter(
      (file) => file.startsWith(index) || /^sitemap-\w+\.xml$/.test(file),
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
    searched,
    ...toTimes(content, now),
    dist: state,
  });
  return {
    way: "quick",
    changed: [...written, ...gone],
    total: Object.keys(state).length,
  };
}

/** An empty folder to work in: a build that was killed may have left files in it. */
function emptyFolder(name: string): string {
  const folder = join(work, name);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return folder;
}
