import { join } from "node:path";
import type { TestProject } from "vitest/node";
import {
  buildSite,
  copyPublication,
} from "gatepost/tests/support/build-site.ts";

/** Builds this publication once for all of its tests. */
export default async function setup({ provide }: TestProject): Promise<void> {
  const root = copyPublication(join(import.meta.dirname, "../.."));
  await buildSite(root, { BUILD_NOW: new Date().toISOString() });
  provide("site", root);
}
