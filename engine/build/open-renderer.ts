import { join } from "node:path";
import type { RouteData } from "astro";
import { keepTextsIn } from "#model/kept-texts.ts";
import {
  astroFolder,
  contentPlace,
  importFile,
  note,
  notePicture,
  shared,
  Surprise,
  toCall,
  toCodeDigest,
  toPaths,
  toUrl,
  type App,
  type Path,
  type Rendered,
  type Renderer,
  type Store,
} from "./astro-renderer.ts";
import { toTextsFolder } from "./last-build.ts";

/** A kept renderer with new content. */
export type OpenRenderer = {
  /** All paths of the site, in Astro's order. */
  paths: Path[];
  /** Renders a path as Astro would. Undefined if it has no content. */
  render: (
    path: Path,
  ) => Promise<{ rendered: Rendered; bytes: Buffer | undefined }>;
};

/** @throws a Surprise, or the error of a page */
export async function openRenderer(
  { folder, entry, digest, styles, resized, ...site }: Renderer,
  content: Store,
): Promise<OpenRenderer> {
  if (toCodeDigest(folder) !== digest)
    throw new Surprise("the last build's renderer is damaged");
  shared[contentPlace] = content;
  keepTextsIn(toTextsFolder(folder));
  let lacksPicture = false;
  shared.astroAsset = {
    addStaticImage(...call) {
      const address = resized[toCall(call)];
      // An error here would end the process: nobody awaits the other pictures of a page that has failed.
      if (!address) lacksPicture = true;
      else notePicture(address);
      return address ?? "";
    },
  };
  const { app } = (await importFile(join(folder, entry))) as { app: App };
  app.setInternals({
    pagesByKeys: new Map(styles),
    entrySpecifierToBundleMap: new Map(),
  });
  app.setOptions({
    logger: {
      options: {
        destination: {
          write: ({ message, level }: { message: string; level: string }) => {
            if (level === "error") console.error(message);
          },
        },
      },
    },
    settings: { scripts: [] },
  });
  const { StaticPaths } = (await importFile(
    join(astroFolder, "runtime/prerender/static-paths.js"),
  )) as {
    StaticPaths: new (app: App) => {
      getAll: () => Promise<{ pathname: string; route: RouteData }[]>;
    };
  };
  return {
    paths: await toPaths(app, await new StaticPaths(app).getAll()),
    async render(path) {
      const { result, rendered } = await note(path, () =>
        app.render(new Request(toUrl(path, site)), { routeData: path.route }),
      );
      if (result.status >= 300 && result.status < 400)
        throw new Surprise(`${path.pathname} redirects`);
      const bytes = result.body
        ? Buffer.from(await result.arrayBuffer())
        : undefined;
      if (lacksPicture)
        throw new Surprise("a picture is needed in another size");
      return { rendered, bytes };
    },
  };
}
