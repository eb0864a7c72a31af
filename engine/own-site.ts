import { importSite, siteFile, type SiteFailure } from "./site-source.ts";

/** The settings in `src/site.ts`, unchecked. For Vite, own-files.ts replaces this module. */
export const own: unknown = await importSite(process.cwd()).catch(
  ({ line, column, problem }: SiteFailure) => {
    console.error(`${siteFile}:${line}:${column}\n  ${problem}`);
    process.exit(1);
  },
);
