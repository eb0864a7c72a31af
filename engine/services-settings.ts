import { z } from "zod";
import { form, setting, words } from "./setting.ts";

/** Where the advertisements in articles come from: docs/ads.md of the engine. */
export const ads = setting(
  z.discriminatedUnion("provider", [
    z.strictObject({ provider: z.literal("none") }),
    z.strictObject({ provider: z.literal("house").default("house") }),
    z.strictObject({
      provider: z.literal("ethicalads"),
      publisher: form(
        /^[a-z\d-]+$/,
        "a publisher's id",
        'Write the id from your account, like publisher: "your-site".',
      ),
    }),
    z.strictObject({
      provider: z.literal("adsense"),
      client: form(
        /^ca-pub-\d+$/,
        "a client's id",
        'Write the data-ad-client from your ad unit\'s code, like client: "ca-pub-1234567890123456".',
      ),
      unit: form(
        /^\d+$/,
        "the number of an ad unit",
        'Write the data-ad-slot from your ad unit\'s code, like unit: "1234567890".',
      ),
    }),
  ]),
  "a provider of advertisements: house, ethicalads, adsense or none",
  'Write it like { provider: "house" }, or omit it for no ads. The engine\'s docs/ads.md lists every provider.',
);

const script = (example: string) =>
  setting(
    z.url({ protocol: /^https$/ }),
    "the address of a script",
    `Write the src from the code that you are given, like script: "${example}".`,
  );

/** What counts visits: docs/analytics.md of the engine. */
export const analytics = setting(
  z.discriminatedUnion("provider", [
    z.strictObject({
      provider: z.literal("goatcounter"),
      code: form(
        /^[a-z\d-]+$/,
        "part of an address",
        'Write the part before .goatcounter.com, like code: "your-site".',
      ),
    }),
    z.strictObject({
      provider: z.literal("plausible"),
      script: script("https://plausible.io/js/pa-1a2b3c.js"),
    }),
    z.strictObject({
      provider: z.literal("umami"),
      script: script("https://cloud.umami.is/script.js"),
      website: form(
        /^[\da-f-]{36}$/,
        "the id of a website",
        "Write the data-website-id from the code that you are given.",
      ),
    }),
  ]),
  "a provider of analytics: goatcounter, plausible or umami",
  'Write it like { provider: "goatcounter", code: "your-site" }, or omit it to count nothing.',
);

const id = (attribute: string, example: string) =>
  form(
    /^[\w=-]+$/,
    "an id from giscus.app",
    `Write the ${attribute} from the code that giscus.app gives you, like "${example}".`,
  );

/** Where comments on articles are: docs/comments.md of the engine. */
export const comments = setting(
  z.discriminatedUnion("provider", [
    z.strictObject({
      provider: z.literal("giscus"),
      repo: form(
        /^[\w-]+\/[\w.-]+$/,
        "a repository on GitHub",
        'Write it like repo: "owner/name".',
      ),
      repoId: id("data-repo-id", "R_kgDOAbCdEf"),
      category: words("the name of a category of discussions", "Announcements"),
      categoryId: id("data-category-id", "DIC_kwDOAbCdEf4AbCdE"),
    }),
    z.strictObject({ provider: z.literal("mastodon") }),
  ]),
  "a provider of comments: giscus or mastodon",
  "Write provider and what the engine's docs/comments.md lists for it, or omit it for no comments.",
);
