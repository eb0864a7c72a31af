import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { indexSite, toSearchPages } from "gatepost/search/index-site.ts";

/** Indexes a built site into a temporary folder: what search alone costs a build. */
const [dist = ""] = process.argv.slice(2);
const to = mkdtempSync(join(process.env.TMPDIR ?? tmpdir(), "search-"));
await indexSite(
  toSearchPages(globSync("articles/*/index.html", { cwd: dist }), (file) =>
    readFileSync(join(dist, file), "utf8"),
  ),
  to,
);
rmSync(to, { recursive: true });
