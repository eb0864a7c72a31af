import { textAsHtmlPolicy } from "#policy.ts";
import type { Network } from "./network.ts";

const files = "https://media.ethicalads.io";
const server = "https://server.ethicalads.io";

/** EthicalAds sets no cookies. It asks by a script, reports by a picture and allows one ad on a page. */
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
