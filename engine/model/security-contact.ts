import { site } from "#site.ts";
import { addresses, toAbsoluteUrl } from "#urls.ts";

/** The contact in security.txt; undefined if there is none, and then no security.txt either. */
export function toSecurityContact(
  hasPage: (address: string) => boolean,
  security = site.security,
): string | undefined {
  const corrections = addresses.page("corrections");
  return (
    security &&
    (security.contact ??
      (site.email && `mailto:${site.email}`) ??
      (hasPage(corrections) ? toAbsoluteUrl(corrections) : undefined))
  );
}
