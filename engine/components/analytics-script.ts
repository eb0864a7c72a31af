import type { Policy } from "#policy.ts";
import { site } from "#site.ts";

/** The script that counts visits, as attributes, and what every page may load for it. */
export const analyticsScript = site.analytics && toScript(site.analytics);

function toScript(analytics: NonNullable<typeof site.analytics>) {
  switch (analytics.provider) {
    case "goatcounter": {
      const server = `https://${analytics.code}.goatcounter.com`;
      return toAnalytics(
        {
          src: "https://gc.zgo.at/count.js",
          "data-goatcounter": `${server}/count`,
        },
        server,
      );
    }
    case "plausible":
      return toAnalytics({ src: analytics.script });
    case "umami": {
      const { origin } = new URL(analytics.script);
      return toAnalytics({
        src: analytics.script,
        "data-website-id": analytics.website,
        "data-host-url": origin,
      });
    }
  }
}

/** @param server where visits are sent: by default, to where the script is */
function toAnalytics(
  attributes: { src: string } & Record<string, string>,
  server = new URL(attributes.src).origin,
) {
  return {
    attributes,
    policy: {
      "script-src": [attributes.src],
      "connect-src": [server],
      "trusted-types": ["analytics"],
    } satisfies Policy,
  };
}
