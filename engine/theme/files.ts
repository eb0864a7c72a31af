import { existsSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { mergeTokens } from "./tokens.ts";

export const themeFolder = "src/theme";
const defaults = join(import.meta.dirname, "default");
/** The tokens that the engine declares: the style sheet imports them from here. */
export const defaultTokens = join(defaults, "tokens.css");
/** An installed engine has JavaScript files. */
const ending = extname(import.meta.filename);

/** Reads `src/theme/tokens.css`: every token with the publication's values, and the publication's other rules. */
export function readTokensFile(root: string): ReturnType<typeof mergeTokens> {
  const own = join(root, themeFolder, "tokens.css");
  return mergeTokens(
    readFileSync(defaultTokens, "utf8"),
    existsSync(own) ? readFileSync(own, "utf8") : "",
  );
}

/** Reads `src/theme/mark.svg`, or the engine's mark. */
export function readMark(root: string): string {
  const own = join(root, themeFolder, "mark.svg");
  return readFileSync(
    existsSync(own) ? own : join(defaults, "mark.svg"),
    "utf8",
  );
}

/** The file that draws covers: `src/theme/cover.ts`, or the engine's. */
export function toCoverFile(root: string): string {
  const own = join(root, themeFolder, "cover.ts");
  return existsSync(own) ? own : join(defaults, `cover${ending}`);
}
