import { gzipSync } from "node:zlib";
import { toCount } from "#files/finding.ts";
import type { Check } from "../site.ts";

/** The most bytes of each kind that a page may load at once, as a web server sends them: text with gzip. */
export const budgets = {
  document: 50_000,
  style: 10_000,
  script: 5_000,
  font: 130_000,
  img: 500_000,
};

export const weight: Check = (site, report) => {
  const sizes = new Map(site.files);
  for (const file of site.texts)
    sizes.set(file, gzipSync(site.read(file)).length);
  for (const { file, references } of site.shown) {
    const loaded = new Map([[file, "document"]]);
    for (const { written, use, isEager } of references.values()) {
      const target = isEager ? site.find(written, file)?.file : undefined;
      if (target) loaded.set(target, use);
    }
    for (const [kind, most] of Object.entries(budgets)) {
      const files = [...loaded].flatMap(([one, use]) =>
        use === kind ? one : [],
      );
      const size = files.reduce((sum, one) => sum + (sizes.get(one) ?? 0), 0);
      if (size > most) {
        const [bytes, budget] = [toCount(size), toCount(most)];
        report(file, "weight/page", "", kind, bytes, budget, files.join(", "));
      }
    }
  }
};
