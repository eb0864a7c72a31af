import { pathToFileURL } from "node:url";
import { readMark, readTokensFile, toCoverFile } from "#theme/files.ts";
import { readFonts } from "#theme/fonts.ts";
import type { DrawCover } from "#theme/types.ts";

/**
 * The publication's theme, from `src/theme/`. Commands run in its root, so that is where Node finds the files; Vite gets
 * the files themselves in place of this module (own-files.ts).
 */
export const root = process.cwd();
export const { tokens } = readTokensFile(root);
export const mark = readMark(root);
export const { fonts } = await readFonts(root);
export const { draw } = (await import(
  pathToFileURL(toCoverFile(root)).href
)) as { draw: DrawCover };
