import type { SSRResult } from "astro";
import {
  addAttribute,
  createComponent,
  renderTemplate,
} from "astro/runtime/server/index.js";
import { renderCspContent } from "astro/runtime/server/render/csp.js";
import {
  joinPolicies,
  readPolicy,
  toPolicyText,
  type Policy as PolicyData,
} from "#policy.ts";

/** A page's content security policy. It governs only what follows, and Astro would write it at the end of the head. */
export const Policy = createComponent(
  (result: SSRResult, { allow = [] }: { allow?: readonly PolicyData[] }) => {
    if (!result.shouldInjectCspMetaTags || result.cspDestination !== "meta")
      return renderTemplate``;
    result.shouldInjectCspMetaTags = false;
    const policy = joinPolicies([
      readPolicy(renderCspContent(result)),
      ...allow,
    ]);
    return renderTemplate`<meta http-equiv="content-security-policy"${addAttribute(toPolicyText(policy), "content")}>`;
  },
);
