/** Where to report a security problem (RFC 9116). */
import type { APIRoute } from "astro";
import { hasPage } from "#files/own-pages.ts";
import { toSecurity } from "#seo/plain-texts.ts";

/** A response without a body leaves no file in a build. */
export const GET: APIRoute = () => {
  const text = toSecurity(hasPage);
  return text ? new Response(text) : new Response(null, { status: 404 });
};
