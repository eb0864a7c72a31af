import type { SiteSettings } from "gatepost/site-settings.ts";

/**
 * Every fact about the site, once. `SITE_ADDRESS` and `SITE_BASE` let the same checkout be built for a preview or
 * under a path of another site.
 */
export const site: SiteSettings = {
  name: "Gatepost",
  tagline: "Straight answers about certificates and careers.",
  description:
    "Is this certificate worth it, and what moves a career instead? Straight answers for people who work with their heads, mostly in tech, with dates on the facts.",
  /** The headline of the home page. */
  headline:
    "Is this certificate *worth it*, and what moves a career instead? Straight answers, with dates on the facts.",
  /** Where the site lives: a scheme and a host, no path. */
  address: "https://gatepost.example",
  /** The path the site is served under: `/` or, say, `/journal/`. */
  base: "/",
  language: "en-GB",
  /** The privacy page names it too. */
  storageKey: "gatepost1",
  /** The usual links, but for what the one to the privacy page says. */
  footer: [
    { label: "Archive", to: "/archive/" },
    { label: "Corrections", to: "/corrections/" },
    { label: "Privacy: nothing is collected", to: "/privacy/" },
    { label: "Licence", to: "/licence/" },
    { label: "Subscribe", to: "/subscribe/" },
    { label: "RSS", to: "/rss.xml" },
  ],
  /** The file name in `src/content/authors/` of whoever wrote what names no author. */
  author: "gatepost",
  /** The file name in `src/content/calls-to-action/` of what closes an article that names none. */
  callToAction: "feed",
  /** The one that stands beside it on the home page, if there is such a file. */
  otherCallToAction: "worksheet",
  /** Kinds of callouts beyond note, tip and warning, with the title of one that has no label. */
  callouts: { gate: "Gate", signal: "Signal" },
  /**
   * Who sends the weekly letter: { provider: "buttondown", username: "gatepost" }. Without one the site offers feeds and
   * asks nobody for an address.
   */
  newsletter: undefined,
  /**
   * Where a file of this site is edited on the web, up to its path: https://github.com/you/site/edit/main. Without one,
   * the link below an article leads to the page about corrections.
   */
  repository: undefined,
  /**
   * The authority in the permanent ids of our feeds (RFC 4151): a name we held on a day, not the address we live at.
   * A site of your own takes one of its own before its first article. Never change it after that, not even when the site
   * moves: subscribers would see what they have read as new.
   */
  feedAuthority: "gatepost.example,2026",
  /** Articles on one page of a listing. */
  articlesPerPage: 20,
  /** Articles in a feed, and in each page of its archive. */
  articlesPerFeed: 50,
  /**
   * Whose feeds have an archive, so that whoever subscribes reaches every article. Each holds whole texts, three times:
   * a host that counts megabytes may want tags and authors left out.
   */
  feedArchives: ["site", "category", "series", "tag", "author"],
  /** A tag with fewer articles has no feed of its own. */
  articlesForTagFeed: 3,
  /**
   * A WebSub hub that tells feed readers at once when something appears: https://pubsubhubbub.superfeedr.com/. Without
   * one they look by themselves, every hour or so.
   */
  hub: undefined,
  /**
   * What tells search engines that a call of `npm run announce` is ours, by IndexNow: 8 to 128 letters, figures and
   * dashes, and no secret, since the site shows it at /<key>.txt. Without one none is called.
   */
  indexNowKey: undefined,
  licence: {
    name: "CC BY 4.0",
    url: "https://creativecommons.org/licenses/by/4.0/",
  },
  /** Welcome, since the licence lets anybody take the texts: docs/decisions/0017-for-machines.md. */
  aiCrawlers: "welcome",
  /** What /.well-known/security.txt says. */
  security: {
    /** Where to report a hole in the site, as mailto:… or https://…; without one, the page about corrections. */
    contact: undefined,
    /** The day from which nobody shall trust that any more, at most a year ahead; `npm run check` reminds of it. */
    expires: "2027-11-01",
  },
};
