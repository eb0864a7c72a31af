import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The root of this publication. */
export const root = join(import.meta.dirname, "../..");

/** Every file of its articles, as paths from the root. */
export const articleFiles = globSync("src/content/articles/**/*.{md,mdx}", {
  cwd: root,
}).sort();

/**
 * The time at which tests build this publication: the day after the latest date in an article. So everything except
 * drafts is published, and the results depend on the content, never on the date.
 */
export const now = new Date(
  Math.max(
    ...articleFiles.flatMap((file) =>
      [
        ...readFileSync(join(root, file), "utf8").matchAll(
          /^(?:pubDate|updatedDate):\s*["']?(\d{4}-\d\d-\d\d)/gm,
        ),
      ].map(([, day = ""]) => Date.parse(day)),
    ),
  ) +
    2 * 86_400_000,
).toISOString();
