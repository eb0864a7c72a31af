import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, inject, test } from "vitest";
import { anArticleFile } from "../support/an-article.ts";
import { buildSite, copySite, pageAt, run } from "../support/build-site.ts";
import { writeContent } from "../support/fixture.ts";
import { serve } from "../support/serve.ts";
import { canary } from "../support/site-content.ts";

const noon = { BUILD_NOW: "2026-06-15T12:00:00Z" };
const inAnHour = { BUILD_NOW: "2026-06-15T13:00:00Z" };
const root = copySite(inject("site"));
// Appears in the same hour.
rmSync(join(root, `src/content/articles/scheduled-in-mdx-${canary}`), {
  recursive: true,
});
writeContent(root, [
  [
    "articles/in-an-hour.md",
    anArticleFile({ title: "In an hour", pubDate: inAnHour.BUILD_NOW }),
  ],
]);
const due = (deployed: string, env: Record<string, string>) =>
  run(root, "due", env, ["--deployed", deployed]);

const servers: (() => Promise<void>)[] = [];
afterAll(() => Promise.all(servers.map((stop) => stop())));

test("an article scheduled for an hour from now is due in an hour, is built then, and is due no more", async () => {
  const before = inject("served").site;
  expect(await due(before, noon)).toEqual({
    code: 1,
    output: "Nothing is due.\n",
  });
  expect(await due(before, inAnHour)).toEqual({
    code: 0,
    output:
      "src/content/articles/in-an-hour.md has been due since 2026-06-15T13:00:00Z.\n",
  });

  const dist = await buildSite(root, inAnHour);
  expect(pageAt(dist, "/articles/in-an-hour/")).toContain("In an hour");
  expect(pageAt(dist, "/")).toContain("In an hour");

  const { url, stop } = await serve(root, "preview");
  servers.push(stop);
  expect(await due(url, inAnHour)).toEqual({
    code: 1,
    output: "Nothing is due.\n",
  });
});
