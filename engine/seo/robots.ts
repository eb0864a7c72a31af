import type { AiCrawlers } from "#site-settings.ts";
import { addresses, toAbsoluteUrl, toHref } from "#urls.ts";

/**
 * AI crawlers of each firm, by their names in robots.txt, with the firm's documentation or else a list that tracks them,
 * checked on 2026-11-22. `training` gathers texts for training, or names who may use other crawlers' copies for it;
 * `answering` searches, or opens a page at a user's request, and answers with a link.
 */
export const crawlers: { training: string[]; answering: string[] }[] = [
  // https://developers.openai.com/api/docs/bots
  { training: ["GPTBot"], answering: ["OAI-SearchBot", "ChatGPT-User"] },
  // https://support.claude.com/en/articles/8896518
  { training: ["ClaudeBot"], answering: ["Claude-SearchBot", "Claude-User"] },
  // https://developers.google.com/search/docs/crawling-indexing/overview-google-crawlers
  { training: ["Google-Extended"], answering: [] },
  // https://support.apple.com/en-us/119829
  { training: ["Applebot-Extended"], answering: [] },
  // https://developers.facebook.com/docs/sharing/webmasters/web-crawlers/
  {
    training: ["Meta-ExternalAgent"],
    answering: ["Meta-WebIndexer", "Meta-ExternalFetcher"],
  },
  // https://developer.amazon.com/amazonbot
  { training: ["Amazonbot"], answering: ["Amzn-SearchBot", "Amzn-User"] },
  // https://docs.perplexity.ai/docs/resources/perplexity-crawlers
  { training: [], answering: ["PerplexityBot", "Perplexity-User"] },
  // https://commoncrawl.org/ccbot
  { training: ["CCBot"], answering: [] },
  // ByteDance: https://github.com/ai-robots-txt/ai.robots.txt
  { training: ["Bytespider"], answering: [] },
];

/** What texts may be used for: https://contentsignals.org, read on 2026-11-29. In robots.txt it would be reported. */
export const toContentSignal = (choice: AiCrawlers): string => {
  const say = (isAllowed: boolean) => (isAllowed ? "yes" : "no");
  return `search=yes, ai-input=${say(choice !== "refused")}, ai-train=${say(choice === "welcome")}`;
};

/** robots.txt (RFC 9309). A crawler obeys its own group or the last. It must read a page to see its `noindex`. */
export function toRobots(choice: AiCrawlers): string {
  const names = crawlers.flatMap(({ training, answering }) => [
    ...(choice === "welcome" ? [] : training),
    ...(choice === "refused" ? answering : []),
  ]);
  const refused = [
    ...names.map((name) => `User-agent: ${name}`),
    `Disallow: ${toHref("/")}`,
    "",
  ];
  return [
    ...(names.length > 0 ? refused : []),
    "User-agent: *",
    `Allow: ${toHref("/")}`,
    "",
    `Sitemap: ${toAbsoluteUrl(addresses.sitemap)}`,
    "",
  ].join("\n");
}
