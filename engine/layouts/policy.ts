import type { SSRResult } from "astro";
import {
  addAttribute,
  createComponent,
  renderTemplate,
} from "astro/runtime/server/index.js";
import { renderCspContent } from "astro/runtime/server/render/csp.js";

/**
 * The content security policy of a page. It governs only what follows it, and Astro would write it at the end of the head.
 */
export const Policy = createComponent((result: SSRResult) => {
  if (!result.shouldInjectCspMetaTags || result.cspDestination !== "meta")
    return renderTemplate``;
  result.shouldInjectCspMetaTags = false;
  return renderTemplate`<meta http-equiv="content-security-policy"${addAttribute(renderCspContent(result), "content")}>`;
});
