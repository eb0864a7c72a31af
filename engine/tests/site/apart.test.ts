import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, test } from "vitest";
import { pageAt, readDist } from "../support/build-site.ts";
import { apart, host, journalEnvironment } from "../support/journal.ts";
import { runHere } from "../support/run-command.ts";
import { sightings } from "../support/sightings.ts";
import { canary } from "../support/site-content.ts";

const { root, output } = inject("journal");
const dist = readDist(root);

describe("an unlisted article", () => {
  test("is nowhere but at its own address and its alias: in no list, feed, sitemap, search index or redirect file", () => {
    expect(sightings(dist, apart)).toEqual([
      `articles/${apart}.md`,
      `articles/${apart}/index.html`,
      `cards/articles/${apart}.png`,
      `old-${apart}/index.html`,
    ]);
  });

  const page = pageAt(dist, `/articles/${apart}/`);

  test("is not for search engines, and a link to it has a share image", () => {
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toContain(
      `<meta property="og:image" content="${host}/journal/cards/articles/${apart}.png">`,
    );
    expect(page).not.toContain("data-pagefind-body");
    expect(page).not.toContain("ld+json");
    // Not every host can send noindex with the copy.
    expect(page).not.toContain("text/markdown");
  });

  test("has no comments: their list is public, with the paths of articles", () => {
    expect(pageAt(dist, "/articles/everything/")).toContain("giscus");
    expect(page).not.toContain("giscus");
  });

  test("has no neighbours, and links only to topics that have pages", () => {
    expect(page).not.toMatch(/rel="(?:prev|next)"/);
    expect(page).toContain('href="/journal/topics/"');
    expect(page).toContain('href="/journal/tags/shared/"');
    expect(page).not.toContain(`/tags/${apart}/`);
    expect(page).toContain('href="/journal/series/ladder/"');
  });

  test("says which article replaces it, and replaces none", () => {
    expect(page).toContain("Replaced by");
    expect(pageAt(dist, "/articles/linking/")).not.toContain("Replaced by");
  });
});

describe("private previews of drafts and scheduled articles", () => {
  const previews = [...dist].filter(([path]) => path.startsWith("preview/"));
  const link = (
    slug: string,
    env: Record<string, string> = journalEnvironment,
  ) => runHere(root, "preview-link", [slug], env);

  test("are at the addresses that preview-link prints, with their pictures", async () => {
    const { out } = await link(`draft-${canary}`);
    const { pathname } = new URL(out.trim());
    expect(pathname).toMatch(/^\/preview\/[0-9a-f]{40}\/$/);
    const page = pageAt(dist, pathname);
    expect(page).toContain("Draft preview: not published");
    expect(page).toContain(`${canary} heading`);
    expect(page).toMatch(new RegExp(`/_astro/body-${canary}\\.[\\w-]+\\.webp`));

    const scheduled = await link(`/articles/scheduled-in-mdx-${canary}/`);
    expect(pageAt(dist, new URL(scheduled.out.trim()).pathname)).toContain(
      "Scheduled: readers see this from 15 June 2026",
    );
  });

  test("are named by no other file: no list, feed, sitemap, search index or robots.txt", () => {
    expect(previews).toHaveLength(7);
    const isPreview = (path: string) =>
      previews.some(([preview]) => preview === path);
    expect(
      sightings(dist, canary).filter(
        (path) => !isPreview(path) && !path.startsWith("_astro/"),
      ),
    ).toEqual([]);
    expect(
      sightings(dist, "/preview/").filter((path) => !isPreview(path)),
    ).toEqual([]);
    for (const [path] of previews)
      expect(sightings(dist, path.split("/")[1])).toEqual([path]);
  });

  test("are not for search engines, and offer no feed entry, copy or share image", () => {
    for (const [, bytes] of previews) {
      const page = bytes.toString();
      expect(page).toContain('<meta name="robots" content="noindex">');
      expect(page).not.toMatch(
        /og:|canonical|ld\+json|text\/markdown|data-pagefind-body|rel="(?:prev|next)"/,
      );
    }
  });

  test("are mentioned in the last line of the build", () => {
    expect(output).toMatch(
      /^Built .*\nIt has private previews of 7 unpublished articles: npm run preview-link -- SLUG prints an address\.\n/m,
    );
  });

  test("do not give their secret away, in no file that a build leaves", () => {
    const secret = journalEnvironment.PREVIEW_SECRET;
    const files = globSync(["dist/**", ".cache/**"], {
      cwd: root,
      withFileTypes: true,
    }).filter((file) => file.isFile());
    expect(files.length).toBeGreaterThan(dist.size);
    expect(
      files
        .map(({ parentPath, name }) => join(parentPath, name))
        .filter((file) => readFileSync(file).includes(secret)),
    ).toEqual([]);
  });

  test("have other addresses with another secret, and none without one", async () => {
    const other = { PREVIEW_SECRET: "f".repeat(32) };
    const slug = `draft-${canary}`;
    expect((await link(slug, other)).out).not.toBe((await link(slug)).out);
    expect(await link(slug, {})).toEqual({
      code: 2,
      out: "",
      err: `PREVIEW_SECRET is not set: the addresses of private previews are made from it.
Make one with: openssl rand -hex 32
`,
    });
    const short = { PREVIEW_SECRET: "mother" };
    expect((await link(slug, short)).err).toContain(
      "PREVIEW_SECRET has 6 characters, and needs at least 32",
    );
    expect((await link("everything")).err).toBe(
      "src/content/articles/everything/index.md is published, so it has no preview: https://saucepan.example/articles/everything/\n",
    );
  });
});
