import { importSite, stopAt } from "./site-source.ts";

/** The settings in `src/site.ts`, unchecked. For Vite, own-files.ts replaces this module. */
export const own: unknown = await importSite(process.cwd()).catch(stopAt);
