import { z } from "zod";
import { newsletter } from "./newsletter-settings.ts";
import { ads, analytics, comments } from "./services-settings.ts";
import {
  count,
  fileIn,
  form,
  links,
  ownPages,
  setting,
  webAddress,
  words,
} from "./setting.ts";

/** Everything that can have a feed. */
const followedKinds = ["site", "category", "series", "tag", "author"] as const;
export type FollowedKind = (typeof followedKinds)[number];
const kinds = setting(
  z.array(z.enum(followedKinds)),
  `one of: ${followedKinds.join(", ")}`,
  `Write a list of: ${followedKinds.join(", ")}, or omit it.`,
).default(["site"]);

const aiCrawlers = z.enum(["welcome", "search-only", "refused"]);
export type AiCrawlers = z.infer<typeof aiCrawlers>;

const publisherName = words("the publisher's name", "Ada Lovelace");
const publisherUrl = webAddress(
  "a web address",
  "https://example.org",
).optional();

/**
 * Every fact about a site. `name`, `address`, `description` and `feedAuthority` are required; the rest has a default.
 */
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
  /**
   * The headline of the home page, with *emphasis* between asterisks. Default: the tagline, or else the description.
   */
  headline: words("a headline", "What to cook on a *weekday*").optional(),
  /** The site's scheme and host, without a path. The variable SITE_ADDRESS overrides it for one build. */
  address: setting(
    z.string().superRefine((text, context) => {
      const url = URL.parse(text);
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
  /** The site's path, like `/journal/`. Default: `/`. The variable SITE_BASE overrides it for one build. */
  base: form(
    /^[\w./~-]*$/,
    "a path",
    "Start it with a slash, like /journal/, or omit it.",
  ).default("/"),
  /** The language of the articles, as a BCP 47 tag. Default: en-GB. */
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
   * The key under which a reader's browser stores the reading list, the theme and the reading progress. Changing it loses
   * them; two sites at one address need different keys. Default: site1.
   */
  storageKey: form(
    /^[a-z]\w*\d$/i,
    "a name of letters and digits that ends in a digit",
    "Write a name like site1, or omit it.",
  ).default("site1"),
  /**
   * The publisher in structured data. Default: an organisation with the site's name. An author with the publisher's name
   * is the publisher if this is set; otherwise every author is a person.
   */
  publisher: setting(
    z.discriminatedUnion("kind", [
      z.strictObject({
        kind: z.literal("person"),
        name: publisherName,
        url: publisherUrl,
      }),
      z.strictObject({
        kind: z.literal("organisation"),
        /** Default: the site's. */
        name: publisherName.optional(),
        url: publisherUrl,
      }),
    ]),
    "a publisher: a person or an organisation",
    'Write it like { kind: "person", name: "Ada Lovelace" }, or omit it.',
  ).optional(),
  /** The links in the header. Default: articles, topics, about (if there is such a page) and subscribe. */
  menu: links("the default menu"),
  /**
   * The links in the footer. Default: archive, corrections, privacy, licence (the pages that exist), subscribe and
   * RSS.
   */
  footer: links("the default footer"),
  /**
   * Pages of your own in `src/pages/` that have a share image and a line in llms.txt, and maybe feeds: see
   * docs/make-it-yours.md of the engine. Default: none.
   */
  ownPages,
  /** The file in `src/content/authors/` of the author of articles that name none. Default: the site itself. */
  author: fileIn("authors").optional(),
  /** The file in `src/content/calls-to-action/` shown after articles that name none. Default: none. */
  callToAction: fileIn("calls-to-action").optional(),
  /** The second call to action on the home page. Default: none. */
  otherCallToAction: fileIn("calls-to-action").optional(),
  /**
   * Callouts besides note, tip and warning: the word after :::, and the title of a callout without a label. Style them as
   * `.callout[data-kind="…"]`. Default: none.
   */
  callouts: setting(
    z.record(z.string().regex(/^[a-z][a-z\d]*$/), z.string()),
    "kinds of callouts, each a lower-case word with its title",
    'Write it like { recipe: "Recipe" }, or omit it.',
  ).default({}),
  /** The provider of the weekly email: see docs/newsletter.md of the engine. Default: none, and no sign-up form. */
  newsletter: newsletter.optional(),
  /** Where the advertisements in articles come from: see docs/ads.md of the engine. Default: none. */
  ads: ads.optional(),
  /** What counts visits: see docs/analytics.md of the engine. Default: nothing. */
  analytics: analytics.optional(),
  /** Where comments on articles are: see docs/comments.md of the engine. Default: none. */
  comments: comments.optional(),
  /**
   * The email address for mistakes that readers find. It is the link below each article unless there is a `repository`, and
   * is shown on the page about corrections. Default: none.
   */
  email: form(
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
    "an email address",
    "Write an address like editor@example.org, or omit it.",
  ).optional(),
  /**
   * The address for editing this site's files on the web, without their paths: https://github.com/you/site/edit/main. Below
   * each article is a link to edit it. Default: none.
   */
  repository: webAddress(
    "a web address",
    "https://github.com/you/site/edit/main",
  ).optional(),
  /**
   * The authority in the feeds' permanent ids (RFC 4151): a domain or email address, and a date on which you owned it. It
   * need not be the site's. Never change it after the first article, or subscribers will see old articles as new.
   */
  feedAuthority: form(
    /^(?:[\w.-]+@)?[a-z\d](?:[a-z\d.-]*[a-z\d])?,\d{4}(?:-\d\d){0,2}$/,
    "an authority for permanent ids",
    "Write a domain you owned and a date on which you owned it, like example.org,2026.",
  ),
  /** Articles on one page of a listing. Default: 20. */
  articlesPerPage: count("articles", 20),
  /** Articles in the site's feed and on each archive page of a feed. Default: 50. Feeds without an archive have 20. */
  articlesPerFeed: count("articles", 50),
  /** The feeds with archive pages, which need much disk space. Default: only the site's. */
  feedArchives: kinds,
  /** The feeds that are also written as Atom and JSON. Default: only the site's. */
  atomAndJson: kinds,
  /** The least number of articles for a tag to have a feed. Default: 3. */
  articlesForTagFeed: count("articles", 3),
  /** A WebSub hub, which tells feed readers about new articles at once. Default: none. */
  hub: webAddress(
    "the address of a hub",
    "https://pubsubhubbub.superfeedr.com/",
  ).optional(),
  /** The IndexNow key, with which `npm run announce` tells search engines about changes. Default: none. */
  indexNowKey: form(
    /^[a-z\d-]{8,128}$/i,
    "8 to 128 letters a to z, digits and hyphens",
    "Write a key like 7b9c2f50-4d0e, or omit it.",
  ).optional(),
  /** The licence of the articles. Default: none; all rights reserved. */
  licence: setting(
    z.strictObject({
      name: words("the name of the licence", "CC BY 4.0"),
      url: webAddress("the address of the licence", "https://example.org/"),
    }),
    "a licence",
    'Write it like { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" }, or omit it.',
  ).optional(),
  /**
   * What robots.txt and the header Content-Signal allow the AI crawlers that we know. "welcome": everything. "search-only":
   * only those that answer with a link, not those that gather texts for training. "refused": nothing. Default: welcome.
   */
  aiCrawlers: setting(
    aiCrawlers,
    `one of: ${aiCrawlers.options.join(", ")}`,
    `Write one of: ${aiCrawlers.options.join(", ")}, or omit it.`,
  ).default("welcome"),
  /** The contents of /.well-known/security.txt. Default: no such file. */
  security: setting(
    z.strictObject({
      /** Where to report a vulnerability. Default: `email`, or else the page about corrections; without both no file. */
      contact: form(
        /^(?:mailto:[^\s@]+@[^\s@]+|https:\/\/[^\s/]\S*)$/,
        "an address that security.txt may name",
        "Write mailto: and an email address, or a web address with https://.",
      ).optional(),
      /** The last day on which this is valid, at most a year ahead; `npm run check` reminds you of it. */
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

/** The settings in `src/site.ts`. */
export type SiteSettings = z.input<typeof siteSchema>;
export type Site = z.output<typeof siteSchema>;
