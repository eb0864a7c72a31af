import { z } from "zod";

/** What can be followed by feed. */
export const followedKinds = [
  "site",
  "category",
  "series",
  "tag",
  "author",
] as const;
export type FollowedKind = (typeof followedKinds)[number];

/** The form of a newsletter's provider. Where each of these is found there: docs/newsletter.md. */
const newsletter = z.discriminatedUnion("provider", [
  z.strictObject({ provider: z.literal("buttondown"), username: z.string() }),
  z.strictObject({ provider: z.literal("kit"), form: z.string() }),
  z.strictObject({ provider: z.literal("mailchimp"), action: z.string() }),
  z.strictObject({
    provider: z.literal("mailerlite"),
    account: z.string(),
    form: z.string(),
  }),
  z.strictObject({
    provider: z.literal("other"),
    /** Where the form is sent, by POST. */
    action: z.string(),
    /** The name of the email field there. */
    field: z.string(),
    /** Sent with it. */
    hidden: z.record(z.string(), z.string()).optional(),
    /** The field that takes the address of our thank-you page. */
    redirect: z.string().optional(),
    /** The field that a person leaves empty. */
    honeypot: z.string().optional(),
  }),
]);
export type Newsletter = z.infer<typeof newsletter>;

/**
 * What AI crawlers may read; robots.txt asks it of those we know by name. "welcome": everything. "search-only": those
 * that answer with a link may, those that gather texts for training may not. "refused": neither may.
 */
const aiCrawlers = z.enum(["welcome", "search-only", "refused"]);
export type AiCrawlers = z.infer<typeof aiCrawlers>;

const isLanguage = (tag: string): boolean => {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
};

/** Who publishes the site, as structured data says it. An organisation without a name has the site's. */
const publisher = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("person"),
    name: z.string(),
    url: z.string().optional(),
  }),
  z.strictObject({
    kind: z.literal("organisation"),
    name: z.string().optional(),
    url: z.string().optional(),
  }),
]);

/** Every fact about a site, with its default. */
export const siteSchema = z.strictObject({
  name: z.string(),
  tagline: z.string(),
  description: z.string(),
  /** The headline of the home page, *emphasis* between asterisks; without one, the tagline or the description. */
  headline: z.string().optional(),
  /** Where the site lives: a scheme and a host, no path. */
  address: z.string(),
  /** The path the site is served under: `/` or, say, `/journal/`. */
  base: z.string().default("/"),
  language: z
    .string()
    .refine(isLanguage, "It is not a language tag, like en-GB.")
    .default("en-GB"),
  /**
   * The key under which a browser keeps the reading list, the theme and the progress. Changing it forgets them; two
   * sites at one address need two.
   */
  storageKey: z
    .string()
    .regex(
      /^[a-z]\w*\d$/i,
      "It is not a name of letters and digits that ends in a digit, like site1.",
    )
    .default("site1"),
  publisher: publisher.default({ kind: "organisation" }),
  /** The file name in `src/content/authors/` of whoever wrote what names no author. */
  author: z.string(),
  /** The file name in `src/content/calls-to-action/` of what closes an article that names none. */
  callToAction: z.string(),
  /** The one that stands beside it on the home page, if there is such a file. */
  otherCallToAction: z.string().default(""),
  /**
   * Kinds of callouts beyond note, tip and warning: what is written after :::, and the title of one that has no label.
   * Their colours and marks are styles of `.callout[data-kind="…"]`.
   */
  callouts: z
    .record(
      z.string().regex(/^[a-z][a-z\d]*$/, "It is not a lower-case word."),
      z.string(),
    )
    .default({}),
  /** Who sends the weekly letter. Without one the site offers feeds and asks nobody for an address. */
  newsletter: newsletter.optional(),
  /**
   * Where a file of this site is edited on the web, up to its path: https://github.com/you/site/edit/main. Without one,
   * the link below an article leads to the page about corrections.
   */
  repository: z.string().optional(),
  /**
   * The authority in the permanent ids of our feeds (RFC 4151): a name held on a day, not the address the site lives
   * at. Never change it after the first article: subscribers would see what they have read as new.
   */
  feedAuthority: z.string(),
  /** Articles on one page of a listing. */
  articlesPerPage: z.int().positive().default(20),
  /** Articles in a feed, and in each page of its archive. */
  articlesPerFeed: z.int().positive().default(50),
  /** Which feeds have an archive, so that whoever subscribes reaches every article. */
  feedArchives: z.array(z.enum(followedKinds)).default([...followedKinds]),
  /** A tag with fewer articles has no feed of its own. */
  articlesForTagFeed: z.int().positive().default(3),
  /** A WebSub hub that tells feed readers at once when something appears: https://pubsubhubbub.superfeedr.com/. */
  hub: z.string().optional(),
  /** What tells search engines that a call of `npm run announce` is the site's own, by IndexNow. */
  indexNowKey: z.string().optional(),
  licence: z.strictObject({ name: z.string(), url: z.string() }).default({
    name: "CC BY 4.0",
    url: "https://creativecommons.org/licenses/by/4.0/",
  }),
  aiCrawlers: aiCrawlers.default("welcome"),
  /** What /.well-known/security.txt says. */
  security: z.strictObject({
    /** Where to report a hole in the site, as mailto:… or https://…; without one, the page about corrections. */
    contact: z.string().optional(),
    /** The day from which nobody shall trust that any more, at most a year ahead; `npm run check` reminds of it. */
    expires: z.string(),
  }),
});

/** What `src/site.ts` may say. */
export type SiteSettings = z.input<typeof siteSchema>;
export type Site = z.output<typeof siteSchema>;
