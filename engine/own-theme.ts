import { pathToFileURL } from "node:url";
import { readMark, readTokensFile, toCoverFile } from "#theme/files.ts";
import { readFonts } from "#theme/fonts.ts";
import type { DrawCover } from "#theme/types.ts";

/** The theme in `src/theme/` of the current folder. For Vite, own-files.ts replaces this module. */
export const root = process.cwd();
export const tokens = readTokensFile(root);
export const mark = readMark(root);
export const { fonts } = await readFonts(root);
export const { draw } = (await import(
  pathToFileURL(toCoverFile(root)).href
)) as { draw: DrawCover };
