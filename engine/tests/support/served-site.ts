import type { Browser } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { launchBrowser } from "./browser.ts";
import { serve } from "./serve.ts";

/** A test file that imports this has both from before its first test until after its last. */
export let browser: Browser;
/** The fixture site, served. */
export let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  [browser, site] = await Promise.all([
    launchBrowser(inject("browser")),
    serve(inject("site"), "preview"),
  ]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});
