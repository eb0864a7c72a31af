import { own } from "#own-site.ts";
import { siteSchema, type Site } from "./site-settings.ts";
import { importSite } from "./site-source.ts";

/** Values for required settings that are missing or invalid, so that everything else can still be checked. */
const placeholders: Record<string, string> = {
  name: "A site without a name",
  description: "A site without a description.",
  address: "https://site.invalid",
  feedAuthority: "site.invalid,2000",
};

/** The settings that environment variables override for one build. */
export const variables = { address: "SITE_ADDRESS", base: "SITE_BASE" };

/** Every fact about the site. An invalid setting has its default here; check/rules/site.ts stops the build. */
export const site: Site = toSite(withEnvironment(own));

/** `site` as it is in `src/site.ts` now: in dev it may have changed. Defaults if the file cannot be imported. */
export const readSite = async (root: string): Promise<Site> =>
  toSite(withEnvironment(await importSite(root).catch(() => ({}))));

export function withEnvironment(settings: unknown): Record<string, unknown> {
  const overrides = Object.entries(variables)
    .map(([name, variable]) => [name, process.env[variable]])
    .filter(([, value]) => value);
  return Object.assign({}, settings, Object.fromEntries(overrides)) as Record<
    string,
    unknown
  >;
}

function toSite(settings: Record<string, unknown>): Site {
  return Object.fromEntries(
    Object.entries(siteSchema.shape).map(([name, schema]) => [
      name,
      schema.safeParse(settings[name]).data ??
        schema.safeParse(undefined).data ??
        placeholders[name],
    ]),
  ) as Site;
}
