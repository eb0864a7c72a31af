import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SiteSettings } from "#site-settings.ts";
import { site } from "../publication/src/site.ts";

/** Writes the fixture's `src/site.ts` below a root, with changed settings. */
export const changeSettings = (
  root: string,
  changed: Partial<SiteSettings>,
): void =>
  writeFileSync(
    join(root, "src/site.ts"),
    `export const site = ${JSON.stringify({ ...site, ...changed })};\n`,
  );
