/** Where to report a security problem (RFC 9116). */
import type { APIRoute } from "astro";
import { toSecurity } from "#seo/plain-texts.ts";

export const GET: APIRoute = () => new Response(toSecurity());
