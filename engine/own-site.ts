import { importSite, siteFile, type SiteFailure } from "./site-source.ts";

/**
 * What the publication says of itself in `src/site.ts`. Commands run in its root, so that is where Node finds the file;
 * Vite gets the file itself in place of this module (own-files.ts). Nothing works without one that can be read.
 */
export const own: unknown = await importSite(process.cwd()).catch(
  ({ line, column, problem }: SiteFailure) => {
    console.error(`${siteFile}:${line}:${column}\n  ${problem}`);
    process.exit(1);
  },
);
