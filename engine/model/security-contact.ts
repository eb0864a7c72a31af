import { site } from "#site.ts";
import { addresses, toAbsoluteUrl } from "#urls.ts";

/**
 * Where security.txt says that security holes are to be reported; undefined when there is no such place, and so no
 * security.txt.
 */
export function toSecurityContact(
  hasPage: (address: string) => boolean,
  security = site.security,
): string | undefined {
  const corrections = addresses.page("corrections");
  return (
    security &&
    (security.contact ??
      (hasPage(corrections) ? toAbsoluteUrl(corrections) : undefined))
  );
}
