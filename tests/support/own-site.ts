import { cpSync } from "node:fs";
import { join } from "node:path";
import { buildSite, makeSite } from "gatepost/tests/support/build-site.ts";

const project = join(import.meta.dirname, "../..");

/** Builds our own articles, as they are on the day they are written for; returns the checkout's root. */
export async function buildOwnSite(): Promise<string> {
  const root = makeSite([]);
  cpSync(join(project, "src/content"), join(root, "src/content"), {
    recursive: true,
  });
  await buildSite(root, { BUILD_NOW: "2026-11-22" });
  return root;
}
