import type { Dist } from "gatepost/tests/support/build-site.ts";

/** The address of the article with the worksheet in it; undefined when none of the published ones has it. */
export const findWorksheet = (dist: Dist): string | undefined =>
  [...dist].flatMap(([path, page]) =>
    /^articles\/[^/]+\/index\.html$/.test(path) &&
    page.includes('id="worksheet"')
      ? [`/${path.replace("index.html", "")}`]
      : [],
  )[0];
