/** The icon that browsers show beside the title. */
import type { APIRoute } from "astro";
import { toFavicon } from "#theme/mark.ts";

export const GET: APIRoute = () =>
  new Response(toFavicon(), { headers: { "Content-Type": "image/svg+xml" } });
