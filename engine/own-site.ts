import { importSite, siteFile, type SiteFailure } from "./site-source.ts";

/**
 * The settings in `src/site.ts`, unchecked. Commands run in the publication's root, where Node finds the file; for Vite,
 * own-files.ts replaces this module. Nothing works if the file cannot be imported.
 */
export const own: unknown = await importSite(process.cwd()).catch(
  ({ line, column, problem }: SiteFailure) => {
    console.error(`${siteFile}:${line}:${column}\n  ${problem}`);
    process.exit(1);
  },
);
