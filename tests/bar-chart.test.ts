import { expect, inject, test } from "vitest";
import { readDist } from "gatepost/tests/support/build-site.ts";

const charts = [...readDist(inject("site"))].flatMap(([path, page]) =>
  path.endsWith(".html")
    ? [...page.toString().matchAll(/<table class="chart [^]*?<\/table>/g)]
    : [],
);

test.skipIf(charts.length === 0)(
  "in a bar chart every row has a label, a value and a bar, and the longest bar fills its column",
  () => {
    for (const [chart] of charts) {
      const rows = [
        ...chart.matchAll(
          /<th scope="row"[^>]*>([^<]+)<\/th>\s*<td[^>]*>([^<]+)<svg[^>]*><rect width="([\d.]+)"/g,
        ),
      ];
      expect(rows).toHaveLength(chart.split('scope="row"').length - 1);
      expect(Math.max(...rows.map(([, , , width]) => Number(width)))).toBe(100);
    }
  },
);
