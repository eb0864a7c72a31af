import { createHash } from "node:crypto";

/**
 * What a browser must know before any style sheet is there: the order of the cascade, since which sheet comes first is
 * not ours to choose, and that one page fades into the next, or it drops the fade and complains.
 */
export const firstStyle =
  "@layer reset,base,layout,components,utilities;@media (prefers-reduced-motion:no-preference){@view-transition{navigation:auto}}";

/** What lets this one inline style through the site's policy. */
export const firstStyleHash =
  `sha256-${createHash("sha256").update(firstStyle).digest("base64")}` as const;
