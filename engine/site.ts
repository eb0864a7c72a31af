import { own } from "#own-site.ts";
import { siteSchema, type Site } from "./site-settings.ts";

/**
 * Every fact about the site: the publication's own, and the defaults for the rest. `SITE_ADDRESS` and `SITE_BASE` let
 * the same checkout be built for a preview or under a path of another site.
 */
export const site: Site = siteSchema.parse({
  ...own,
  ...(process.env.SITE_ADDRESS && { address: process.env.SITE_ADDRESS }),
  ...(process.env.SITE_BASE && { base: process.env.SITE_BASE }),
});
