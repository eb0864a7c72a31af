import { textAsHtmlPolicy } from "#policy.ts";
import type { Network } from "./network.ts";

const files = "https://media.ethicalads.io";
const server = "https://server.ethicalads.io";

/**
 * EthicalAds, which sets no cookies. Its client asks the server for an advertisement by a script, and reports a view by a
 * picture; its publisher policy allows one on a page. The page's policy blocks its style sheet, so ours applies.
 */
export const toEthicalAds = (publisher: string): Network => ({
  company: "EthicalAds",
  script: `${files}/media/client/ethicalads.min.js`,
  policy: {
    ...textAsHtmlPolicy,
    "script-src": [files, server],
    "img-src": [files, server],
  },
  isAsked: false,
  most: 1,
  attributes: { "data-ea-publisher": publisher, "data-ea-type": "text" },
});
