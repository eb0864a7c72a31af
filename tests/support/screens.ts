import { mkdirSync } from "node:fs";
import { findBrowser, launchBrowser, openPage } from "./browser.ts";
import { serve } from "./serve.ts";

/** Takes the pictures that the README shows, of the site as it was last built: `npm run build && npm run screens`. */
const folder = "docs/screens";
const article = "/articles/gate-or-signal/";

mkdirSync(folder, { recursive: true });
const [browser, site] = await Promise.all([
  findBrowser().then(launchBrowser),
  serve(process.cwd(), "preview"),
]);
for (const colorScheme of ["light", "dark"] as const) {
  const { page } = await openPage(browser, {
    colorScheme,
    viewport: { width: 1200, height: 1100 },
  });
  await page.goto(site.url + article, { waitUntil: "networkidle" });
  await page.screenshot({ path: `${folder}/article-${colorScheme}.png` });
}
await browser.close();
await site.stop();
console.log(`Took the article's pictures into ${folder}/.`);
