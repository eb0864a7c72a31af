import { expect, test } from "vitest";
import { analytics } from "#services-settings.ts";
import { evaluateWith } from "../../support/with-settings.ts";

type Settings = Parameters<typeof evaluateWith>[0];
const scriptOf = (settings: Settings) =>
  evaluateWith(
    settings,
    "components/analytics-script.ts",
    "it.analyticsScript ?? null",
  );
const website = "94db1cb1-74f4-4a40-ad6c-962362670409";

test.each<[NonNullable<Settings["analytics"]>, object, object]>([
  [
    { provider: "goatcounter", code: "larder" },
    {
      src: "https://gc.zgo.at/count.js",
      "data-goatcounter": "https://larder.goatcounter.com/count",
    },
    { "connect-src": ["https://larder.goatcounter.com"] },
  ],
  [
    { provider: "plausible", script: "https://plausible.io/js/pa-1.js" },
    { src: "https://plausible.io/js/pa-1.js" },
    {
      "connect-src": ["https://plausible.io"],
      "script-src": ["https://plausible.io/js/pa-1.js"],
    },
  ],
  [
    { provider: "umami", script: "https://stats.example/script.js", website },
    {
      src: "https://stats.example/script.js",
      "data-website-id": website,
      "data-host-url": "https://stats.example",
    },
    { "connect-src": ["https://stats.example"] },
  ],
])(
  "%j is loaded with its settings, and allowed no more",
  (settings, attributes, policy) => {
    expect(scriptOf({ analytics: settings })).toEqual({
      attributes,
      policy: expect.objectContaining(policy),
    });
  },
);

test("nothing is counted by default", () => {
  expect(scriptOf({})).toBeNull();
});

test.each([
  { provider: "goatcouter", code: "larder" },
  { provider: "goatcounter", code: "larder.goatcounter.com" },
  { provider: "plausible", script: "http://plausible.io/js/pa-1.js" },
  { provider: "umami", script: "https://stats.example/script.js" },
])("the setting %j is refused", (setting) =>
  expect(analytics.safeParse(setting).success).toBe(false),
);
