import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { mergeTokens } from "./tokens.ts";

export const themeFolder = "src/theme";
const defaults = join(import.meta.dirname, "default");
/** The tokens that the engine declares: the style sheet imports them from here. */
export const defaultTokens = join(defaults, "tokens.css");

const findOwn = (root: string, name: string): string | undefined =>
  [join(root, themeFolder, name)].find(existsSync);

/** Reads `src/theme/tokens.css`: every token with the publication's values, then the publication's other rules. */
export function readTokensFile(root: string): string {
  const own = findOwn(root, "tokens.css");
  return mergeTokens(
    readFileSync(defaultTokens, "utf8"),
    own ? readFileSync(own, "utf8") : "",
  );
}

/** Reads `src/theme/mark.svg`, or the engine's mark. */
export const readMark = (root: string): string =>
  readFileSync(findOwn(root, "mark.svg") ?? join(defaults, "mark.svg"), "utf8");

/** The file that draws covers: `src/theme/cover.ts`, or the engine's, which is JavaScript once installed. */
export const toCoverFile = (root: string): string =>
  findOwn(root, "cover.ts") ??
  join(defaults, `cover${extname(import.meta.filename)}`);
