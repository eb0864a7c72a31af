import { textAsHtmlPolicy } from "#policy.ts";
import type { Network } from "./network.ts";

/** Google names no list of its hosts. Even ads that are not personalised use cookies, so readers are asked. */
export const toAdSense = (client: string, unit: string): Network => ({
  company: "Google",
  script: `https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=${client}`,
  policy: {
    ...textAsHtmlPolicy,
    "script-src": ["https:"],
    "connect-src": ["https:"],
    "frame-src": ["https:"],
    "img-src": ["https:", "data:"],
  },
  isAsked: true,
  most: 2,
  attributes: {
    class: "adsbygoogle",
    "data-ad-client": client,
    "data-ad-slot": unit,
  },
  adsTxt: `google.com, ${client.replace("ca-", "")}, DIRECT, f08c47fec0942fa0\n`,
});
