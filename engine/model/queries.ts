const place = Symbol.for("gatepost.queries");
const shared = globalThis as { [place]?: (() => void) | undefined };

/** Called by every query of the library: see `watchQueries`. */
export const noteQuery = (): void => shared[place]?.();

/** Calls a function at every query, until called without one: a page that queries shows more than its props. */
export const watchQueries = (onQuery?: () => void): void => {
  shared[place] = onQuery;
};

const purePlace = Symbol.for("gatepost.pure-props");
const pure = ((globalThis as { [purePlace]?: WeakSet<object> })[purePlace] ??=
  new WeakSet());

/**
 * Declares that pages of the publication's own show nothing but their props, so that a build after an edit renders only those
 * whose props have changed. They may not read files, the time or variables; queries of the library are noticed.
 * @param paths of `getStaticPaths`
 */
export function showOnlyProps<T extends { props: object }>(paths: T[]): T[] {
  for (const { props } of paths) pure.add(props);
  return paths;
}

export const hasOnlyProps = (props: object): boolean => pure.has(props);
