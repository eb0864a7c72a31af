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

/** The site's policy as a header: it allows what any page's own does, so each `allow` of a page is listed here too. */
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
