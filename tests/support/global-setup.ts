import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findBrowser } from "gatepost/tests/support/browser.ts";
import {
  buildSite,
  copyPublication,
} from "gatepost/tests/support/build-site.ts";

/** Builds this publication once for all of its tests. */
export default async function setup({ provide }: TestProject): Promise<void> {
  const root = copyPublication(join(import.meta.dirname, "../.."));
  await buildSite(root, { BUILD_NOW: "2026-11-22" });
  provide("site", root);
  provide("browser", await findBrowser());
}
