import type { TestProject } from "vitest/node";
import { findBrowser } from "gatepost/tests/support/browser.ts";
import {
  buildSite,
  copyPublication,
} from "gatepost/tests/support/build-site.ts";
import { now, root } from "./publication.ts";

/** Builds this publication once for all of its tests. */
export default async function setup({ provide }: TestProject): Promise<void> {
  const site = copyPublication(root);
  await buildSite(site, { BUILD_NOW: now });
  provide("site", site);
  provide("browser", await findBrowser());
}
