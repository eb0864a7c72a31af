import type { SiteSettings } from "gatepost/site-settings.ts";

/** The facts of the publication that the engine's tests run on. */
export const site: SiteSettings = {
  name: "Saucepan",
  tagline: "Plain cooking, tested twice.",
  description:
    "Which tool earns its place in a small kitchen, and what keeps until Friday? Plain answers from people who cook every day.",
  address: "https://saucepan.example",
  callouts: { oven: "Oven", kettle: "Kettle" },
  ownPages: [
    {
      address: "/tools/",
      title: "All our tools",
      description: "What we cook with, and what it cost.",
      kicker: "Kitchen",
      feed: "new tools",
    },
  ],
  publisher: { kind: "organisation" },
  author: "saucepan",
  callToAction: "feed",
  feedAuthority: "saucepan.example,2026",
  licence: {
    name: "CC BY 4.0",
    url: "https://creativecommons.org/licenses/by/4.0/",
  },
  security: { expires: "2027-03-01" },
};
