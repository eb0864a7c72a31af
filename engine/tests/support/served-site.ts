import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { launchBrowser, violations } from "./browser.ts";

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
// Whatever a reader does, the site's own pages never do anything that their policy forbids.
afterEach(() => expect(violations.splice(0)).toEqual([]));
