import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { SiteSettings } from "./site-settings.ts";

const file = join(process.cwd(), "src/site.ts");

/**
 * What the publication says of itself in `src/site.ts`. Commands run in its root, so that is where Node finds the file;
 * Vite gets the file itself in place of this module (own-files.ts).
 */
export const { site: own } = (await import(pathToFileURL(file).href)) as {
  site: SiteSettings;
};
