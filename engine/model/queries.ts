const place = Symbol.for("gatepost.queries");
const shared = globalThis as { [place]?: (() => void) | undefined };

/** Called by every query of the library: see `watchQueries`. */
export const noteQuery = (): void => shared[place]?.();

/**
 * Calls a function whenever the library is queried, until the next call without one. A page that queries it while it is
 * rendered shows more than its props. Kept on `globalThis`, because pages are bundled.
 */
export const watchQueries = (onQuery?: () => void): void => {
  shared[place] = onQuery;
};
