import { readFileSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, extname, join, sep } from "node:path";
import { toSlug } from "gatepost/model/slug.ts";
import { pictureEndings } from "gatepost/files/find-files.ts";
import { toSvgProblem } from "gatepost/check/svg.ts";
import { unescapeAddress } from "gatepost/text/escapes.ts";
import { toOwnPath } from "./addresses.ts";
import type { SourceArticle } from "./source.ts";

/** A picture that comes along: where it is, absolute, and its name beside the article. */
export type Copy = { from: string; name: string };

/** Where systems keep what an address from the root means. */
const roots = [
  "",
  "static",
  "public",
  "assets",
  "source",
  "src",
  "content",
  "src/assets",
  "site",
];
/**
 * Finds the pictures of one article and names them for their new place. Nothing is taken from outside the source's
 * folder or the one that was named, wherever a path or a link leads.
 */
export function toPictureFinder(source: SourceArticle, named?: string) {
  const copies = new Map<string, Copy>();
  const allowed = [source.root, ...(named ? [named] : [])].map(
    (folder) => realpathSync(folder) + sep,
  );

  const known = new Map<string, string | undefined>();
  const toFile = (address: string): string | undefined => {
    if (!known.has(address)) known.set(address, findFile(address));
    return known.get(address);
  };
  function findFile(address: string): string | undefined {
    const clean = unescapeAddress(address.replace(/[?#].*$/, ""));
    if (clean.includes("\0")) return undefined;
    const own = toOwnPath(clean, source.hosts) ?? clean;
    // ~/assets/a.png and @/assets/a.png begin at the sources of a site.
    const path = own.replace(/^[~@]\//, "/");
    if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path)) return undefined;
    const here = join(source.root, dirname(source.path));
    const stem = basename(source.path, extname(source.path));
    const parts = path.split("/").filter((part) => part && part !== ".");
    const candidates = [
      ...(path.startsWith("/")
        ? roots.map((root) => join(source.root, root, path))
        : // Hexo keeps an article's pictures in a folder of its name.
          [
            join(here, path),
            join(here, stem, path),
            ...(path.startsWith(".")
              ? []
              : roots.map((root) => join(source.root, root, path))),
          ]),
      ...(named
        ? parts.map((_, index) => join(named, ...parts.slice(index)))
        : []),
    ];
    for (const candidate of candidates) {
      const real = toReal(candidate);
      if (real && allowed.some((folder) => real.startsWith(folder)))
        return real;
    }
    return undefined;
  }

  return {
    copies,
    /** The new address of a picture, or why it has none. */
    find(address: string): { address: string } | { reason: string } {
      const ending = extname(address.replace(/[?#].*$/, "")).toLowerCase();
      const file = toFile(address);
      if (!file)
        return {
          reason:
            toOwnPath(address, source.hosts) === undefined &&
            /^(?:https?:)?\/\//i.test(address)
              ? "is on another site"
              : named
                ? "is neither in the source's folder nor in that of --pictures"
                : "is not in the source's folder, and no --pictures names another",
        };
      if (!pictureEndings.includes(ending))
        return { reason: "is not a picture a browser shows" };
      const problem =
        ending === ".svg" && toSvgProblem(readFileSync(file, "utf8"));
      if (problem) return { reason: problem.replace(/\.$/, "") };
      const copied = copies.get(file);
      if (copied) return { address: `./${copied.name}` };
      const stem = toSlug(basename(file, extname(file))) || "picture";
      const names = new Set([...copies.values()].map(({ name }) => name));
      let name = `${stem}${ending}`;
      for (let times = 2; names.has(name); times++)
        name = `${stem}-${times}${ending}`;
      copies.set(file, { from: file, name });
      return { address: `./${name}` };
    },
  };
}

/** A file with something in it, links followed; undefined when there is none. */
function toReal(path: string): string | undefined {
  try {
    const file = statSync(path);
    return file.isFile() && file.size > 0 ? realpathSync(path) : undefined;
  } catch {
    return undefined;
  }
}
