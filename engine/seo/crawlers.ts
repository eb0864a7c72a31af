/** The AI crawlers of one firm, by their names in a robots.txt. */
type Crawlers = {
  firm: string;
  /** Gather texts for training. Some names only control how other crawlers' copies are used. */
  training: string[];
  /** Search, or open a page at a user's request, and answer with a link. */
  answering: string[];
  /** The owner's documentation, or else a list that tracks crawlers. */
  source: string;
};

/** Checked on 2026-11-22 against stored copies and extracts of these pages. */
export const crawlers: Crawlers[] = [
  {
    firm: "OpenAI",
    training: ["GPTBot"],
    answering: ["OAI-SearchBot", "ChatGPT-User"],
    source: "https://developers.openai.com/api/docs/bots",
  },
  {
    firm: "Anthropic",
    training: ["ClaudeBot"],
    answering: ["Claude-SearchBot", "Claude-User"],
    source: "https://support.claude.com/en/articles/8896518",
  },
  {
    firm: "Google",
    training: ["Google-Extended"],
    answering: [],
    source:
      "https://developers.google.com/search/docs/crawling-indexing/overview-google-crawlers",
  },
  {
    firm: "Apple",
    training: ["Applebot-Extended"],
    answering: [],
    source: "https://support.apple.com/en-us/119829",
  },
  {
    firm: "Meta",
    training: ["Meta-ExternalAgent"],
    answering: ["Meta-WebIndexer", "Meta-ExternalFetcher"],
    source:
      "https://developers.facebook.com/docs/sharing/webmasters/web-crawlers/",
  },
  {
    firm: "Amazon",
    training: ["Amazonbot"],
    answering: ["Amzn-SearchBot", "Amzn-User"],
    source: "https://developer.amazon.com/amazonbot",
  },
  {
    firm: "Perplexity",
    training: [],
    answering: ["PerplexityBot", "Perplexity-User"],
    source: "https://docs.perplexity.ai/docs/resources/perplexity-crawlers",
  },
  {
    firm: "Common Crawl",
    training: ["CCBot"],
    answering: [],
    source: "https://commoncrawl.org/ccbot",
  },
  {
    firm: "ByteDance",
    training: ["Bytespider"],
    answering: [],
    source: "https://github.com/ai-robots-txt/ai.robots.txt",
  },
];
