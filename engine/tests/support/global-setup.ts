import type { TestProject } from "vitest/node";
import { findBrowser } from "./browser.ts";
import { buildSite, makeSite } from "./build-site.ts";
import { buildJournal, journalEnvironment, makeJournal } from "./journal.ts";
import { startProvider } from "./provider.ts";
import { serve } from "./serve.ts";
import { changeSettings } from "./settings.ts";
import { siteContent } from "./site-content.ts";
import { toolMenu } from "./tools.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The root of a site built once for all tests that only read it. */
    site: string;
    /** The same for the site in journal.ts, with the output of its build. */
    journal: { root: string; output: string };
    /** Where `npm run preview` serves these two: the address of each server, without the site's base. */
    served: { site: string; journal: string };
    /** The address of the newsletter provider in the journal's forms. */
    provider: string;
    /** The path of the browser. */
    browser: string;
  }
}

async function build() {
  const provider = await startProvider();
  const root = makeSite(siteContent());
  changeSettings(root, { ads: {}, menu: toolMenu });
  // Before anything else runs: commands called in this process change its environment for a moment.
  const journalRoot = await makeJournal(provider.url);
  const [browser, journal] = await Promise.all([
    findBrowser(),
    buildJournal(journalRoot),
    buildSite(root),
  ]);
  const servers = await Promise.all([
    serve(root, "preview"),
    serve(journalRoot, "preview", journalEnvironment),
  ]);
  let stopped: Promise<unknown> | undefined;
  const stop = () => {
    provider.stop();
    return (stopped ??= Promise.all(servers.map((server) => server.stop())));
  };
  const served = { site: servers[0].url, journal: servers[1].url };
  return { provider, root, journal, served, browser, stop };
}

/** Two projects of one run use the same sites. */
const shared = globalThis as { fixtureSites?: ReturnType<typeof build> };

export default async function setup({
  provide,
}: TestProject): Promise<() => Promise<unknown>> {
  shared.fixtureSites ??= build();
  const { provider, root, journal, served, browser, stop } =
    await shared.fixtureSites;
  provide("served", served);
  provide("site", root);
  provide("journal", journal);
  provide("provider", provider.url);
  provide("browser", browser);
  return stop;
}
