import {
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from "node:fs";
import { basename, dirname, extname, join, sep } from "node:path";
import { toSlug } from "gatepost/model/slug.ts";
import { pictureEndings } from "gatepost/files/find-files.ts";
import { toSvgProblem } from "gatepost/check/svg.ts";
import { unescapePart } from "gatepost/text/escapes.ts";
import { toOwnPath } from "./addresses.ts";
import type { SourceArticle } from "./source.ts";

/** A picture to copy: its absolute path, and its name beside the article. */
export type Copy = { from: string; name: string };

/** Folders that systems serve at the root of the site. */
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
export type PictureFinder = ReturnType<typeof toPictureFinder>;

/** Finds a file whatever its name's form: encoded, or accents composed. `find` returns its path, if it has content. */
export function toFileFinder() {
  const toForm = (name: string) => unescapePart(name).normalize("NFC");
  /** The names in a folder by their form. */
  const listings = new Map<string, Map<string, string>>();
  const list = (folder: string) => {
    const names = existsSync(folder) ? readdirSync(folder) : [];
    return new Map(names.map((name) => [toForm(name), name]));
  };
  const locate = (path: string): string | undefined => {
    if (existsSync(path)) return path;
    const folder = dirname(path) === path ? undefined : locate(dirname(path));
    if (!folder || !statSync(folder).isDirectory()) return undefined;
    const listing = listings.get(folder) ?? list(folder);
    listings.set(folder, listing);
    const name = listing.get(toForm(basename(path)));
    return name && join(folder, name);
  };
  const vaults = new Map<string, string[]>();
  const find = (path: string): string | undefined => {
    const found = locate(path);
    if (found === undefined) return undefined;
    const file = statSync(found);
    return file.isFile() && file.size > 0 ? realpathSync(found) : undefined;
  };
  return {
    find,
    /** The files anywhere below a folder that a path may mean, as in Obsidian. */
    list(folder: string, path: string): string[] {
      const files =
        vaults.get(folder) ??
        readdirSync(folder, { recursive: true, encoding: "utf8" });
      vaults.set(folder, files);
      return files
        .filter((file) => toForm(`/${file}`).endsWith(toForm(`/${path}`)))
        .map((file) => join(folder, file));
    },
  };
}

/** Finds and names an article's pictures: only in the source's folder and the `named` one, whatever links lead to. */
export function toPictureFinder(
  source: SourceArticle,
  named?: string,
  files = toFileFinder(),
) {
  const copies = new Map<string, Copy>();
  const allowed = [source.root, ...(named ? [named] : [])].map(
    (folder) => realpathSync(folder) + sep,
  );

  const known = new Map<string, string | undefined>();
  const toFile = (address: string): string | undefined => {
    if (!known.has(address)) {
      // A name may contain # or ?.
      const names = [/$/, /\?.*$/, /[?#].*$/].map((query) =>
        address.replace(query, ""),
      );
      known.set(address, [...new Set(names)].map(findPicture).find(Boolean));
    }
    return known.get(address);
  };
  function findPicture(address: string): string | undefined {
    if (/\0|%00/.test(address)) return undefined;
    const own = toOwnPath(address, source.hosts) ?? address;
    // ~/assets/a.png and @/assets/a.png start at the site's source folder.
    const path = own.replace(/^[~@]\//, "/").replaceAll("\\", "/");
    const isElsewhere = /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(path);
    const here = join(source.root, dirname(source.path));
    const stem = basename(source.path, extname(source.path));
    // Substack's addresses have the whole address of the picture, encoded, as their last part.
    const parts = unescapePart(path)
      .split("/")
      .filter((part) => part && part !== ".");
    const candidates = [
      ...(isElsewhere
        ? []
        : path.startsWith("/")
          ? roots.map((root) => join(source.root, root, path))
          : [
              // Hexo keeps an article's pictures in a folder of its name.
              join(here, path),
              join(here, stem, path),
              ...(path.startsWith(".")
                ? []
                : roots.map((root) => join(source.root, root, path))),
            ]),
      ...(source.dialect === "obsidian" ? files.list(source.root, path) : []),
      ...(named
        ? parts.map((_, index) => join(named, ...parts.slice(index)))
        : []),
    ];
    for (const candidate of candidates) {
      const real = files.find(candidate);
      if (real && allowed.some((folder) => real.startsWith(folder)))
        return real;
    }
    return undefined;
  }

  return {
    copies,
    /** The new address of a picture, or the reason why it cannot be copied. */
    find(address: string): { address: string } | { reason: string } {
      const file = toFile(address);
      const ending = extname(file ?? "").toLowerCase();
      if (!file)
        return {
          reason:
            toOwnPath(address, source.hosts) === undefined &&
            /^(?:https?:)?\/\//i.test(address)
              ? "is on another site"
              : named
                ? "was found neither in the source's folder nor in the --pictures folder"
                : "was not found in the source's folder (--pictures names another)",
        };
      if (!pictureEndings.includes(ending))
        return { reason: "is not in a format that browsers show" };
      const problem =
        ending === ".svg" && toSvgProblem(readFileSync(file, "utf8"));
      if (problem) return { reason: problem.replace(/\.$/, "") };
      const copied = copies.get(file);
      if (copied) return { address: `./${copied.name}` };
      const stem =
        toSlug(basename(file, extname(file)))
          .slice(0, 100)
          .replace(/-$/, "") || "picture";
      const names = new Set([...copies.values()].map(({ name }) => name));
      let name = `${stem}${ending}`;
      for (let times = 2; names.has(name); times++)
        name = `${stem}-${times}${ending}`;
      copies.set(file, { from: file, name });
      return { address: `./${name}` };
    },
  };
}
