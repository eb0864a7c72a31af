const place = Symbol.for("gatepost.own-names");
const shared = globalThis as { [place]?: Map<string, string> };

/**
 * The titles of the publication's own collections with pages, by name. Kept on `globalThis`: Node reads the definitions, and
 * pages are bundled without them.
 */
export const ownNames = (shared[place] ??= new Map());
