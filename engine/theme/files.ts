import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { mergeTokens } from "./tokens.ts";

export const themeFolder = "src/theme";
const defaults = join(import.meta.dirname, "default");
/** The tokens that the engine declares: every style sheet that uses them imports this file. */
export const defaultTokens = join(defaults, "tokens.css");

type ThemeFile = "cover.ts" | "fonts.ts" | "mark.svg";

/** A file of the publication's theme, or the engine's if the publication has none. */
export const toThemeFile = (root: string, name: ThemeFile): string =>
  [join(root, themeFolder, name), join(defaults, name)].find(
    existsSync,
  ) as string;

/** Every token, with the publication's values, and its other rules. */
export function readThemeTokens(root: string): string {
  const own = join(root, themeFolder, "tokens.css");
  return mergeTokens(
    readFileSync(defaultTokens, "utf8"),
    existsSync(own) ? readFileSync(own, "utf8") : "",
  );
}
