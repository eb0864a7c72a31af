import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import {
  buildSite,
  copySite,
  pageAt,
  readDist,
  type Dist,
} from "../support/build-site.ts";
import { anOwnPage } from "../support/own-page.ts";
import { runHere } from "../support/run-command.ts";

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
    writeFileSync(
      join(root, "src/pages/events.astro"),
      anOwnPage("Events", "/events/"),
    );
    dist = await buildSite(root);
  });

  test("what was ejected comes out as before, but for the names of scopes and of what is hashed", () => {
    const toPlain = (path: string, bytes: Buffer): [string, string] => [
      path.replace(/\.[\w-]{8}\.css$/, ".css"),
      bytes
        .toString("latin1")
        .replaceAll(/astro-[a-z\d]{8}/g, "astro-")
        .replaceAll(/\.[\w-]{8}\.css/g, ".css")
        .replaceAll(/sha256-[\w+/=]{44}/g, "sha256-")
        // The pages of a publication may come in another order, and so their scoped styles.
        .replace(/^@layer.*$/s, (css) => css.split("}").sort().join("}")),
    ];
    const isOld = (path: string) =>
      !/^(?:events|pagefind)\/|^sitemap-0|^_headers$/.test(path);
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

  test("the new route is a page like the others, in the sitemap and with the policy as a header", () => {
    const page = pageAt(dist, "/events/");
    expect(pageAt(dist, "/_headers")).toMatch(
      /^\/events\/\*\n {2}Content-Security-Policy: /m,
    );
    const [, canonical = ""] = /rel="canonical" href="([^"]+)/.exec(page)!;
    expect(canonical).toMatch(/\/events\/$/);
    expect(dist.get("sitemap-0.xml")?.toString()).toContain(
      `<loc>${canonical}</loc>`,
    );
    const [, card = ""] = /property="og:image" content="([^"]+)/.exec(page)!;
    expect([...dist.keys()]).toContain(new URL(card).pathname.slice(1));
  });
});
