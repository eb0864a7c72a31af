import { createHash } from "node:crypto";

/**
 * Styles that are needed before any style sheet loads: the order of the cascade layers, since we cannot control the
 * order of the sheets, and the page transition, which a browser otherwise skips with an error.
 */
export const firstStyle =
  "@layer reset,base,layout,components,utilities;@media (prefers-reduced-motion:no-preference){@view-transition{navigation:auto}}";

/** The hash that allows this inline style in the site's policy. */
export const firstStyleHash =
  `sha256-${createHash("sha256").update(firstStyle).digest("base64")}` as const;
