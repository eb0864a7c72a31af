import { expect, test } from "vitest";
import { openPage } from "../support/browser.ts";
import { findOverflow, lengthenWords } from "../support/look.ts";
import { toKinds } from "../support/page-kinds.ts";
import { readDist } from "../support/build-site.ts";
import { browser, site } from "../support/served-site.ts";
import { inject } from "vitest";

const kinds = [...toKinds(readDist(inject("site"))), "/search/?q=plain"];

test("no page scrolls sideways when every word on it is long, in either direction, at 320 px or at 640 px with large letters", async () => {
  const { page } = await openPage(browser, {});
  const devtools = await page.context().newCDPSession(page);
  const found: string[] = [];
  for (const address of kinds) {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(site.url + address, { waitUntil: "load" });
    if (address.includes("?"))
      await page.locator("form ol a").first().waitFor();
    for (const direction of ["ltr", "rtl"]) {
      await page.evaluate(lengthenWords, direction);
      for (const [width, standard] of [
        [320, 16],
        [640, 32],
      ] as const) {
        await page.setViewportSize({ width, height: 640 });
        await devtools.send("Page.setFontSizes", {
          fontSizes: { standard, fixed: (standard * 13) / 16 },
        });
        for (const problem of await page.evaluate(findOverflow))
          found.push(`${address} ${direction} ${width}: ${problem}`);
      }
    }
  }
  await page.context().close();
  expect(found).toEqual([]);
});
