import type { Browser } from "playwright-core";
import { afterAll, beforeAll, inject } from "vitest";
import { launchBrowser } from "./browser.ts";

/** A browser for the test file that imports this, from before its first test until after its last. */
export let browser: Browser;
/** The fixture site, served for the whole test run. */
export const site = { url: inject("served").site };
/** The journal, likewise; its pages are below its base. */
export const journal = { url: inject("served").journal };

beforeAll(async () => {
  browser = await launchBrowser(inject("browser"));
});
afterAll(() => browser.close());
