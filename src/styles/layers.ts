import { createHash } from "node:crypto";

/** The order of the cascade, said before any style sheet: which of them comes first in the page is not ours to choose. */
export const layers = "@layer reset,base,layout,components,utilities;";

/** What lets this one inline style through the site's policy. */
export const layersHash =
  `sha256-${createHash("sha256").update(layers).digest("base64")}` as const;
