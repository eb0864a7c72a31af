import type { SiteSettings } from "gatepost/site-settings.ts";

/** The facts about this publication. engine/site-settings.ts explains every setting and has the defaults. */
export const site: SiteSettings = {
  name: "Gatepost",
  tagline: "Straight answers about certificates and careers.",
  description:
    "Is this certificate worth it, and what moves a career instead? Straight answers for knowledge workers, mostly in tech, with dates on the facts.",
  headline:
    "Is this certificate *worth it*, and what moves a career instead? Straight answers, with dates on the facts.",
  address: "https://gatepost.example",
  /** The privacy page names it too. */
  storageKey: "gatepost1",

  publisher: { kind: "organisation" },
  author: "gatepost",
  callToAction: "catalogue",
  otherCallToAction: "feed",
  menu: [
    { label: "Certificates", to: "/certificates/" },
    { label: "Articles", to: "/articles/" },
    { label: "Topics", to: "/topics/" },
    { label: "Subscribe", to: "/subscribe/" },
  ],
  footer: [
    { label: "About", to: "/about/" },
    { label: "Archive", to: "/archive/" },
    { label: "How we reach a verdict", to: "/methods/" },
    { label: "Corrections", to: "/corrections/" },
    { label: "Privacy", to: "/privacy/" },
    { label: "Licence", to: "/licence/" },
    { label: "Subscribe", to: "/subscribe/" },
    { label: "RSS", to: "/rss.xml" },
  ],
  ownPages: [
    {
      address: "/certificates/",
      title: "Certificates: cost, validity and who asks for them",
      description:
        "Every certificate in one table; the data as /certificates.json and /certificates.csv.",
      kicker: "Catalogue",
    },
    {
      address: "/certificates/compare/",
      title: "Compare certificates",
      description: "Short answers for the pairs that people ask about.",
      kicker: "Catalogue",
    },
    {
      address: "/certificates/cost/",
      title: "What a certificate costs in five years",
      description: "Fees, renewals and yearly fees, added up.",
      kicker: "Catalogue",
    },
    {
      address: "/certificates/changes/",
      title: "What changed about certificates",
      description:
        "New versions, prices and rules of certificates, and the days ahead, each with what to do.",
      kicker: "Catalogue",
      feed: "What changed about certificates",
    },
  ],
  /** Drawn in src/theme/tokens.css. */
  callouts: { gate: "Gate", signal: "Signal" },
  /** Never change it: subscribers would see every article as new. */
  feedAuthority: "gatepost.example,2026",
  /** Topics had Atom and JSON feeds when this was the default: their subscribers keep them. */
  atomAndJson: ["category", "series", "tag", "author"],
  /** AI crawlers are welcome by default, since the licence allows copying: docs/decisions/0017-for-machines.md. */
  licence: {
    name: "CC BY 4.0",
    url: "https://creativecommons.org/licenses/by/4.0/",
  },
  /** Renew the date in time: it can be at most a year ahead, and `npm run check` reminds you. */
  security: { expires: "2027-11-01" },
};
