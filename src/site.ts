/**
 * What AI crawlers may read; robots.txt asks it of those we know by name. "welcome": everything. "search-only": those
 * that answer with a link may, those that gather texts for training may not. "refused": neither may.
 */
export type AiCrawlers = "welcome" | "search-only" | "refused";

/**
 * Every fact about the site, once. `SITE_ADDRESS` and `SITE_BASE` let the same checkout be built for a preview or
 * under a path of another site.
 */
export const site = {
  name: "Gatepost",
  tagline: "Straight answers about certificates and careers.",
  description:
    "Is this certificate worth it, and what moves a career instead? Straight answers for people who work with their heads, mostly in tech, with dates on the facts.",
  /** Where the site lives: a scheme and a host, no path. */
  address: process.env.SITE_ADDRESS ?? "https://gatepost.example",
  /** The path the site is served under: `/` or, say, `/journal/`. */
  base: process.env.SITE_BASE ?? "/",
  language: "en-GB",
  /** The colour of our paper in both themes, as in `styles/tokens.css`, for what reads no style sheet. */
  paper: { light: "#fcfaf6", dark: "#111419" },
  /** The file name in `src/content/authors/` of whoever wrote what names no author. */
  author: "gatepost",
  /** The file name in `src/content/calls-to-action/` of what closes an article that names none. */
  callToAction: "feed",
  /** The one that stands beside it on the home page, if there is such a file. */
  otherCallToAction: "worksheet",
  /**
   * Who sends the weekly letter: { provider: "buttondown", username: "gatepost" }. Without one the site offers feeds and
   * asks nobody for an address.
   */
  newsletter: undefined as Newsletter | undefined,
  /**
   * Where a file of this site is edited on the web, up to its path: https://github.com/you/site/edit/main. Without one,
   * the link below an article leads to the page about corrections.
   */
  repository: undefined as string | undefined,
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
  feedArchives: [
    "site",
    "category",
    "series",
    "tag",
    "author",
  ] as FollowedKind[],
  /** A tag with fewer articles has no feed of its own. */
  articlesForTagFeed: 3,
  /**
   * A WebSub hub that tells feed readers at once when something appears: https://pubsubhubbub.superfeedr.com/. Without
   * one they look by themselves, every hour or so.
   */
  hub: undefined as string | undefined,
  /**
   * What tells search engines that a call of `npm run announce` is ours, by IndexNow: 8 to 128 letters, figures and
   * dashes, and no secret, since the site shows it at /<key>.txt. Without one none is called.
   */
  indexNowKey: undefined as string | undefined,
  licence: {
    name: "CC BY 4.0",
    url: "https://creativecommons.org/licenses/by/4.0/",
  },
  /** Welcome, since the licence lets anybody take the texts: docs/decisions/0017-for-machines.md. */
  aiCrawlers: "welcome" as AiCrawlers,
  /** What /.well-known/security.txt says. */
  security: {
    /** Where to report a hole in the site, as mailto:… or https://…; without one, the page about corrections. */
    contact: undefined as `${"mailto:" | "https://"}${string}` | undefined,
    /** The day from which nobody shall trust that any more, at most a year ahead; `npm run check` reminds of it. */
    expires: "2027-11-01",
  },
};

/** What can be followed by feed. */
export type FollowedKind = "site" | "category" | "series" | "tag" | "author";

/**
 * The form of a newsletter's provider. Where each of these is found there: docs/newsletter.md.
 */
export type Newsletter =
  | { provider: "buttondown"; username: string }
  | { provider: "kit"; form: string }
  | { provider: "mailchimp"; action: string }
  | { provider: "mailerlite"; account: string; form: string }
  | {
      provider: "other";
      /** Where the form is sent, by POST. */
      action: string;
      /** What the field of the address is called there. */
      field: string;
      /** What is sent with it. */
      hidden?: Record<string, string>;
      /** The field that takes the address of our thank-you page. */
      redirect?: string;
      /** The field that a person leaves empty. */
      honeypot?: string;
    };
