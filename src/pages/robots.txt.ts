import type { APIRoute } from "astro";
import { addresses, toAbsoluteUrl } from "#urls.ts";

export const GET: APIRoute = () =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${toAbsoluteUrl(addresses.sitemap)}\n`,
    {
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    },
  );
