/** What a page tells the sitemap of itself. */
export type ListedPage = {
  /** The day of the newest change that shows on it, as in `ArticleDate.iso`. */
  modified: string | undefined;
  /** The URL of the picture that stands for it where it is shared. */
  card: string;
  /** The addresses of its other pictures, as they are linked; some are known only when the picture is made. */
  pictures: (string | Promise<string>)[];
};

const place = Symbol.for("gatepost.listed-pages");
const shared = globalThis as { [place]?: Map<string, ListedPage> };

/**
 * The pages of this build that search engines should list, by URL: each one tells while it is rendered. Pages and
 * integrations are bundled apart, so they meet in the one thing they share, the process.
 */
export const listedPages = (shared[place] ??= new Map());

const picturesOfPages = new WeakMap<object, ListedPage["pictures"]>();

/**
 * The pictures of the page that is being rendered, for whatever shows one to add it.
 * @param locals `Astro.locals`: one object for a page, whichever component asks
 */
export function picturesOf(locals: object): ListedPage["pictures"] {
  const pictures = picturesOfPages.get(locals) ?? [];
  picturesOfPages.set(locals, pictures);
  return pictures;
}
