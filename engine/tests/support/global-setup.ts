import type { TestProject } from "vitest/node";
import { findBrowser } from "./browser.ts";
import { buildSite, makeSite } from "./build-site.ts";
import { siteContent } from "./site-content.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The root of a site that is built once for all tests that only read it. */
    site: string;
    /** Where the browser is. */
    browser: string;
  }
}

export default async function setup({ provide }: TestProject): Promise<void> {
  const root = makeSite(siteContent());
  await buildSite(root);
  provide("site", root);
  provide("browser", await findBrowser());
}
