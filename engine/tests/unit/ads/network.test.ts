import { expect, test } from "vitest";
import { ads } from "#services-settings.ts";
import { evaluateWith } from "../../support/with-settings.ts";

const adsense = {
  provider: "adsense",
  client: "ca-pub-1234567890123456",
  unit: "1234567890",
} as const;
const ethicalads = { provider: "ethicalads", publisher: "larder" } as const;
/** The network of a publication with these settings, as JSON has it. */
const networkOf = (settings: Parameters<typeof evaluateWith>[0]) =>
  evaluateWith(settings, "ads/ads.ts", "it.network ?? null");

test("EthicalAds has one place on a page, and asks nobody", () => {
  expect(networkOf({ ads: ethicalads })).toMatchObject({
    most: 1,
    isAsked: false,
    attributes: { "data-ea-publisher": "larder" },
  });
});

test("AdSense asks first, and is named in ads.txt", () => {
  expect(networkOf({ ads: adsense })).toMatchObject({
    isAsked: true,
    adsTxt: "google.com, pub-1234567890123456, DIRECT, f08c47fec0942fa0\n",
  });
});

test("without ads, and with the publication's own, there is no network", () => {
  expect(networkOf({})).toBeNull();
  expect(networkOf({ ads: {} })).toBeNull();
});

test.each([
  { provider: "adsence" },
  { ...adsense, client: "pub-1234567890123456" },
  { ...adsense, unit: "" },
  { ...adsense, publisher: "larder" },
  { provider: "ethicalads" },
  { ...ethicalads, publisher: '"><script>' },
])("the setting %j is refused", (setting) =>
  expect(ads.safeParse(setting).success).toBe(false),
);
