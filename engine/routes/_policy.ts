import { renderCspContent } from "astro/runtime/server/render/csp.js";
// @ts-expect-error Astro does not declare this module.
import { manifest } from "virtual:astro:manifest";
import { network } from "#ads/ads.ts";
import { analyticsScript } from "#components/analytics-script.ts";
import { toComments } from "#components/comments.ts";
import type { Article } from "#model/article.ts";
import {
  headerPolicy,
  joinPolicies,
  readPolicy,
  toPolicyText,
  videoPolicy,
} from "#policy.ts";

/**
 * The content security policy of the whole site as a header: it allows what any page's own policy allows, and the page's
 * own is the stricter one. So every policy that a page passes to `Site` as `allow` is listed here too.
 */
export const toSitePolicy = (articles: readonly Article[]): string =>
  toPolicyText(
    joinPolicies([
      readPolicy(
        renderCspContent({
          ...manifest.csp,
          _metadata: { extraScriptHashes: [], extraStyleHashes: [] },
        }),
      ),
      videoPolicy,
      ...(network ? [network.policy] : []),
      ...(analyticsScript ? [analyticsScript.policy] : []),
      ...articles.map((article) => toComments(article)?.policy ?? {}),
      headerPolicy,
    ]),
  );
