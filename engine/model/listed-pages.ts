export type ListedPage = {
  /** The newest change that it shows, as in `ArticleDate.iso`. */
  modified: string | undefined;
  card: string;
  /** The addresses of its other pictures; some are known only after rendering. */
  pictures: (string | Promise<string>)[];
};

const place = Symbol.for("gatepost.listed-pages");
const shared = globalThis as { [place]?: Map<string, ListedPage> };

/** Pages that search engines should list, by URL. On `globalThis`: pages and integrations are bundled separately. */
export const listedPages = (shared[place] ??= new Map());

const picturesOfPages = new WeakMap<object, ListedPage["pictures"]>();

/**
 * The pictures of the page being rendered; every component that shows one adds it.
 * @param locals `Astro.locals`: the same object for all components of a page
 */
export function picturesOf(locals: object): ListedPage["pictures"] {
  const pictures = picturesOfPages.get(locals) ?? [];
  picturesOfPages.set(locals, pictures);
  return pictures;
}
