import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Newsletter } from "#newsletter-settings.ts";

/** Writes a provider into a checkout's src/site.ts, as its owner would. */
export function setNewsletter(root: string, newsletter: Newsletter): void {
  const file = join(root, "src/site.ts");
  const none = "newsletter: undefined as Newsletter | undefined,";
  const text = readFileSync(file, "utf8");
  if (!text.includes(none)) throw new Error(`src/site.ts has no ${none}`);
  writeFileSync(
    file,
    text.replace(
      none,
      `newsletter: ${JSON.stringify(newsletter)} as Newsletter | undefined,`,
    ),
  );
}
