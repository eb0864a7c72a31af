import type { Check } from "../site.ts";

/** Pages that search engines may list, but that no other page links to. A sitemap does not count. */
export const orphans: Check = (site, report) => {
  const linked = new Set<string | undefined>(["index.html"]);
  for (const { file, references, refresh = "" } of site.pages.values())
    for (const { written } of [...references.values(), { written: refresh }]) {
      const target = site.find(written, file)?.file;
      if (target !== file) linked.add(target);
    }
  for (const { file } of site.indexed)
    if (!linked.has(file)) report(file, "orphans/page");
};
