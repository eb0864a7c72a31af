import { z } from "zod";
import { newsletter } from "./newsletter-settings.ts";
import {
  fileIn,
  howMany,
  links,
  setting,
  toUrl,
  webAddress,
  words,
} from "./setting.ts";

/** What can be followed by feed. */
export const followedKinds = [
  "site",
  "category",
  "series",
  "tag",
  "author",
] as const;
export type FollowedKind = (typeof followedKinds)[number];
const kinds = setting(
  z.array(z.enum(followedKinds)),
  `one of: ${followedKinds.join(", ")}`,
  `Write a list of: ${followedKinds.join(", ")}, or omit it.`,
).default(["site"]);

/**
 * What AI crawlers may read; robots.txt asks it of those we know by name. "welcome": everything. "search-only": those
 * that answer with a link may, those that gather texts for training may not. "refused": neither may.
 */
const aiCrawlers = z.enum(["welcome", "search-only", "refused"]);
export type AiCrawlers = z.infer<typeof aiCrawlers>;

/** `example.org,2026-11-22`, as RFC 4151 has it; an email address will do, and a year alone. */
const authority =
  /^(?:[\w.-]+@)?[a-z\d](?:[a-z\d.-]*[a-z\d])?,\d{4}(?:-\d\d){0,2}$/;

/** Who publishes the site, as structured data says it. */
const publisher = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("person"),
    name: words("the publisher's name", "Ada Lovelace"),
    url: webAddress("a web address", "https://example.org").optional(),
  }),
  z.strictObject({
    kind: z.literal("organisation"),
    /** Default: the site's. */
    name: words("the publisher's name", "Example Press").optional(),
    url: webAddress("a web address", "https://example.org").optional(),
  }),
]);

/** Every fact about a site. Required are `name`, `address`, `description` and `feedAuthority`; the rest has a default. */
export const siteSchema = z.strictObject({
  /** The name readers know. */
  name: words("the name readers know", "The Kitchen Table"),
  /** A line below the name. Default: none. */
  tagline: words(
    "one line about the site",
    "Cooking for people with jobs.",
  ).optional(),
  /** One or two sentences for search engines, feeds and the home page. */
  description: words(
    "one or two sentences about the site",
    "Recipes that work on a weekday.",
  ),
  /** The headline of the home page, *emphasis* between asterisks. Default: the tagline or the description. */
  headline: words("a headline", "What to cook on a *weekday*").optional(),
  /** Where the site lives: a scheme and a host, no path. `SITE_ADDRESS` overrides it for one build. */
  address: setting(
    z.string().superRefine((text, context) => {
      const url = toUrl(text);
      if (!url || !/^https?:$/.test(url.protocol))
        context.addIssue(`"${text}" is not the address of a site.`);
      else if (url.href !== `${url.origin}/`)
        context.addIssue({
          code: "custom",
          message: `"${text}" has more than a scheme and a host in it.`,
          params: { write: `Write ${url.origin}, and the path as base.` },
        });
    }),
    "the address of a site",
    "Write it in full, like https://example.org.",
  ),
  /** The path the site is served under, like `/journal/`. Default: `/`. `SITE_BASE` overrides it for one build. */
  base: setting(
    z.string().regex(/^[\w./~-]*$/),
    "a path",
    "Start it with a slash, like /journal/, or omit it.",
  ).default("/"),
  /** The language of the texts, as BCP 47 has it. Default: en-GB. */
  language: setting(
    z.string().refine((tag) => {
      try {
        return (
          /^[a-z]{2,3}(?:-|$)/.test(tag) &&
          Intl.getCanonicalLocales(tag)[0] === tag
        );
      } catch {
        return false;
      }
    }),
    "a language tag",
    "Write a tag like en-GB, or omit it.",
  ).default("en-GB"),
  /**
   * The key under which a browser keeps the reading list, the theme and the progress. Changing it forgets them; two
   * sites at one address need two. Default: site1.
   */
  storageKey: setting(
    z.string().regex(/^[a-z]\w*\d$/i),
    "a name of letters and digits that ends in a digit",
    "Write a name like site1, or omit it.",
  ).default("site1"),
  /**
   * Who publishes the site. Default: an organisation with the site's name. An author with the publisher's name is the
   * publisher if this is set; otherwise every author is a person.
   */
  publisher: setting(
    publisher,
    "a publisher: a person or an organisation",
    'Write it like { kind: "person", name: "Ada Lovelace" }, or omit it.',
  ).optional(),
  /** The links in the header, in their order. Default: articles, topics, about (if there is such a page), subscribe. */
  menu: links("the usual menu"),
  /** The links in the footer. Default: archive, corrections, privacy, licence (the pages there are), subscribe, RSS. */
  footer: links("the usual footer"),
  /** The file in `src/content/authors/` of who wrote what names no author. Default: the site itself signs. */
  author: fileIn("authors").optional(),
  /** The file in `src/content/calls-to-action/` that closes an article that names none. Default: no box there. */
  callToAction: fileIn("calls-to-action").optional(),
  /** The one beside it on the home page. Default: none. */
  otherCallToAction: fileIn("calls-to-action").optional(),
  /**
   * Kinds of callouts beyond note, tip and warning: what is written after :::, and the title of one that has no label.
   * Their colours and marks are styles of `.callout[data-kind="…"]`. Default: none.
   */
  callouts: setting(
    z.record(z.string().regex(/^[a-z][a-z\d]*$/), z.string()),
    "kinds of callouts, each a lower-case word with its title",
    'Write it like { recipe: "Recipe" }, or omit it.',
  ).default({}),
  /** Who sends the weekly email: the engine's docs/newsletter.md. Default: none, and nobody is asked for an address. */
  newsletter: newsletter.optional(),
  /**
   * Where a file of this site is edited on the web, up to its path: https://github.com/you/site/edit/main. Default: the
   * link below an article leads to the page about corrections, if there is one.
   */
  repository: webAddress(
    "a web address",
    "https://github.com/you/site/edit/main",
  ).optional(),
  /**
   * The authority in the permanent ids of the feeds (RFC 4151): a name held on a day, not the address of the site.
   * Never change it after the first article: subscribers would see what they have read as new.
   */
  feedAuthority: setting(
    z.string().regex(authority),
    "an authority for permanent ids",
    "Write a domain you owned and a date on which you owned it, like example.org,2026.",
  ),
  /** Articles on one page of a listing. Default: 20. */
  articlesPerPage: howMany("articles", 20),
  /** Articles in the site's feed, and in each page of an archive. Default: 50. Feeds without an archive have 20. */
  articlesPerFeed: howMany("articles", 50),
  /** Which feeds have archive pages, which take much disk space. Default: the site's alone. */
  feedArchives: kinds,
  /** Which feeds come as Atom and JSON too, beside RSS. Default: the site's alone. */
  atomAndJson: kinds,
  /** A tag with fewer articles has no feed of its own. Default: 3. */
  articlesForTagFeed: howMany("articles", 3),
  /** A WebSub hub that tells feed readers at once of a new article. Default: none, they look by themselves. */
  hub: webAddress(
    "the address of a hub",
    "https://pubsubhubbub.superfeedr.com/",
  ).optional(),
  /** Proves to search engines that `npm run announce` speaks for the site (IndexNow). Default: none is told. */
  indexNowKey: setting(
    z.string().regex(/^[a-z\d-]{8,128}$/i),
    "8 to 128 letters a to z, digits and hyphens",
    "Write a key like 7b9c2f50-4d0e, or omit it.",
  ).optional(),
  /** The licence of the texts. Default: none, so all rights are reserved. */
  licence: setting(
    z.strictObject({
      name: words("the name of the licence", "CC BY 4.0"),
      url: webAddress("the address of the licence", "https://example.org/"),
    }),
    "a licence",
    'Write it like { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" }, or omit it.',
  ).optional(),
  /** What AI crawlers may read. Default: welcome. */
  aiCrawlers: setting(
    aiCrawlers,
    `one of: ${aiCrawlers.options.join(", ")}`,
    `Write one of: ${aiCrawlers.options.join(", ")}, or omit it.`,
  ).default("welcome"),
  /** What /.well-known/security.txt says. Default: there is no such file. */
  security: setting(
    z.strictObject({
      /** Where to report a security hole. Default: the page about corrections; without that page there is no file. */
      contact: setting(
        z.string().regex(/^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s/]\S*)$/),
        "an address that security.txt may name",
        "Write mailto: and an email address, or a web address with https://.",
      ).optional(),
      /** The last day on which this can be trusted, at most a year ahead; `npm run check` reminds of it. */
      expires: setting(
        z.iso.date(),
        "a day in the calendar",
        "Write a date like 2026-02-28, at most a year ahead.",
      ),
    }),
    "the facts for security.txt",
    'Write it like { contact: "mailto:security@example.org", expires: "2026-02-28" }, or omit it.',
  ).optional(),
});

/** What `src/site.ts` may say. */
export type SiteSettings = z.input<typeof siteSchema>;
export type Site = z.output<typeof siteSchema>;
