import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import {
  buildSite,
  copySite,
  makeSite,
  pageAt,
  readDist,
  type Dist,
} from "../support/build-site.ts";
import { runHere } from "../support/run-command.ts";
import { serve } from "../support/serve.ts";
import { siteContent } from "../support/site-content.ts";

/** A page of the publication's own, with the layout of every page. */
const toPage = (title: string, address: string, more = "") => `---
import Site from "gatepost/layouts/Site.astro";
---

<Site title="${title}" description="What it says." address="${address}">
  <h1>${title}</h1>
  ${more}
</Site>
`;
const aText = `---
title: Licence
description: What you may do.
---

A text.
`;
const write = (root: string, file: string, text: string) => {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
};

describe("a site with ejected files and a route of its own", () => {
  const before = readDist(inject("site"));
  let dist: Dist;

  beforeAll(async () => {
    const folder = copySite(inject("site"));
    // A folder may be called like a module of the engine.
    const root = `${folder}-storage-key`;
    renameSync(folder, root);
    for (const name of ["topics", "[...feed].json", "SiteFooter"])
      expect((await runHere(root, "eject", [name])).out).toContain("src/");
    write(root, "src/pages/events.astro", toPage("Events", "/events/"));
    dist = await buildSite(root);
  });

  test("what was ejected comes out as before, but for the names of scopes and of what is hashed", () => {
    const toPlain = (path: string, bytes: Buffer): [string, string] => [
      path.replace(/\.[\w-]{8}\.css$/, ".css"),
      bytes
        .toString("latin1")
        .replaceAll(/astro-[a-z\d]{8}/g, "astro-")
        .replaceAll(/\.[\w-]{8}\.css/g, ".css")
        .replaceAll(/sha256-[\w+/=]{44}/g, "sha256-"),
    ];
    const isOld = (path: string) =>
      !/^(?:events|pagefind)\/|^sitemap-0/.test(path);
    const toFiles = (all: Dist) =>
      new Map(
        [...all]
          .filter(([path]) => isOld(path))
          .map(([path, bytes]) => toPlain(path, bytes)),
      );
    const [old, now] = [toFiles(before), toFiles(dist)];
    expect([...now.keys()]).toEqual([...old.keys()]);
    expect([...now].filter(([path, text]) => text !== old.get(path))).toEqual(
      [],
    );
    expect(pageAt(dist, "/topics/")).not.toBe(pageAt(before, "/topics/"));
  });

  test("the new route is a page like the others, and in the sitemap", () => {
    const page = pageAt(dist, "/events/");
    const [, canonical = ""] = /rel="canonical" href="([^"]+)/.exec(page)!;
    expect(canonical).toMatch(/\/events\/$/);
    expect(dist.get("sitemap-0.xml")?.toString()).toContain(
      `<loc>${canonical}</loc>`,
    );
    const [, card = ""] = /property="og:image" content="([^"]+)/.exec(page)!;
    expect([...dist.keys()]).toContain(new URL(card).pathname.slice(1));
  });
});

describe("while the dev server runs", () => {
  let root: string;
  let dev: Awaited<ReturnType<typeof serve>>;
  /** Which of some texts the page of topics has; the server may be restarting. */
  const seen = async (...texts: string[]) => {
    const response = await fetch(`${dev.url}/topics/`).catch(() => undefined);
    const page = (await response?.text()) ?? "";
    return texts.filter((text) => page.includes(text));
  };
  const patience = { timeout: 60_000, interval: 200 };

  beforeAll(async () => {
    root = makeSite(
      [...siteContent()].filter(([path]) => path !== "pages/licence.md"),
    );
    dev = await serve(root, "dev");
  });
  afterAll(() => dev.stop());

  test("a component that wraps the engine's shows once it is added, and no longer once it is deleted", async () => {
    const file = "src/components/SiteFooter.astro";
    const look = () => seen("</footer>", "<p>Printed on paper too.</p>");
    await expect.poll(look, patience).toEqual(["</footer>"]);
    write(
      root,
      file,
      `---
import Default from "gatepost/components/SiteFooter.astro";
---

<Default />
<p>Printed on paper too.</p>
`,
    );
    await expect
      .poll(look, patience)
      .toEqual(["</footer>", "<p>Printed on paper too.</p>"]);
    rmSync(join(root, file));
    await expect.poll(look, patience).toEqual(["</footer>"]);
  });

  test("a route of the publication replaces the engine's until it is deleted", async () => {
    const look = () => seen(">Topics</h1>", ">Subjects</h1>");
    write(root, "src/pages/topics.astro", toPage("Subjects", "/topics/"));
    await expect.poll(look, patience).toEqual([">Subjects</h1>"]);
    rmSync(join(root, "src/pages/topics.astro"));
    await expect.poll(look, patience).toEqual([">Topics</h1>"]);
  });

  test.each([
    ["src/content/pages/licence.md", aText],
    ["src/pages/licence.astro", toPage("Licence", "/licence/")],
    ["public/licence/index.html", "<h1>Licence</h1>"],
  ])("the footer leads to %s until it is deleted", async (file, text) => {
    const look = () => seen("</footer>", 'href="/licence/"');
    await expect.poll(look, patience).toEqual(["</footer>"]);
    write(root, file, text);
    await expect
      .poll(look, patience)
      .toEqual(["</footer>", 'href="/licence/"']);
    rmSync(join(root, file));
    await expect.poll(look, patience).toEqual(["</footer>"]);
  });
});
