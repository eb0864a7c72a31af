import { readThemeTokens } from "./theme/files.ts";

/**
 * The publication's theme, from `src/theme/`. Commands run in its root, so that is where Node finds the files; Vite gets
 * the files themselves in place of this module (own-files.ts).
 */
export const tokens = readThemeTokens(process.cwd());
