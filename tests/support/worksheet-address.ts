import type { Dist } from "gatepost/tests/support/build-site.ts";

/** The address of the published article with the worksheet; undefined if there is none. */
export const findWorksheet = (dist: Dist): string | undefined =>
  [...dist].flatMap(([path, page]) =>
    /^articles\/[^/]+\/index\.html$/.test(path) &&
    page.includes('id="worksheet"')
      ? [`/${path.replace("index.html", "")}`]
      : [],
  )[0];
