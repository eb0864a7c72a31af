import type { SiteSettings } from "gatepost/site-settings.ts";

/** The facts about this publication. Every other setting has a default; an editor lists them with Ctrl+Space. */
export const site: SiteSettings = {
  name: "%NAME%",
  tagline: "What this publication is about, in a few words.",
  description:
    "What readers find here and whom it is for, in one or two sentences. Search engines show this text.",
  /** Where the site lives: a scheme and a host, no path. */
  address: "%ADDRESS%",
  /** In the permanent id of every article in the feeds. Never change it after your first article. */
  feedAuthority: "%AUTHORITY%",
  /** The file in `src/content/authors/` of the author of articles that name none. */
  author: "editor",
};
