import type { TestProject } from "vitest/node";
import { findBrowser } from "./browser.ts";
import { buildSite, makeSite } from "./build-site.ts";
import { buildJournal, makeJournal } from "./journal.ts";
import { startProvider } from "./provider.ts";
import { siteContent } from "./site-content.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The root of a site built once for all tests that only read it. */
    site: string;
    /** The same for the site in journal.ts, with the output of its build. */
    journal: { root: string; output: string };
    /** The address of the newsletter provider in the journal's forms. */
    provider: string;
    /** The path of the browser. */
    browser: string;
  }
}

async function build() {
  const provider = await startProvider();
  const root = makeSite(siteContent());
  // Before anything else runs: commands called in this process change its environment for a moment.
  const journalRoot = await makeJournal(provider.url);
  const [browser, journal] = await Promise.all([
    findBrowser(),
    buildJournal(journalRoot),
    buildSite(root),
  ]);
  return { provider, root, journal, browser };
}

/** Two projects of one run use the same sites. */
const shared = globalThis as { fixtureSites?: ReturnType<typeof build> };

export default async function setup({
  provide,
}: TestProject): Promise<() => void> {
  shared.fixtureSites ??= build();
  const { provider, root, journal, browser } = await shared.fixtureSites;
  provide("site", root);
  provide("journal", journal);
  provide("provider", provider.url);
  provide("browser", browser);
  return provider.stop;
}
