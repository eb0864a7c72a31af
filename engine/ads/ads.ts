import type { Article, CallToAction } from "#model/article.ts";
import { site } from "#site.ts";
import { toAdSense } from "./adsense.ts";
import { toHouseAds } from "./house.ts";
import { toEthicalAds } from "./ethicalads.ts";
import type { Network } from "./network.ts";

export const network: Network | undefined =
  site.ads?.provider === "ethicalads"
    ? toEthicalAds(site.ads.publisher)
    : site.ads?.provider === "adsense"
      ? toAdSense(site.ads.client, site.ads.unit)
      : undefined;

export type Ad = CallToAction | Network;
export type Ads = { inText?: Ad | undefined; atEnd?: Ad | undefined };

export const toAdPolicy = (ads?: Ads) =>
  ads && network ? [network.policy] : [];

/** An article with fewer words has an advertisement only at its end. */
const shortest = 400;

/**
 * The advertisements of an article; undefined if it has none. A draft never has any.
 * @param calls all calls to action, by id
 * @param subscribe the one that closes every article's page
 */
export function toAds(
  article: Article,
  calls: ReadonlyMap<string, CallToAction>,
  subscribe?: CallToAction,
): Ads | undefined {
  const provider = site.ads?.provider ?? "none";
  if (provider === "none" || !article.ads || article.state !== "published")
    return undefined;
  const [first, second] = network
    ? Array<Network>(network.most).fill(network)
    : toHouseAds(article, calls, subscribe);
  if (!first) return undefined;
  return article.body.words < shortest
    ? { atEnd: first }
    : { inText: first, atEnd: second };
}
