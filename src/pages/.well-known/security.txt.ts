import type { APIRoute } from "astro";
import { toSecurity } from "#seo/plain-texts.ts";

export const GET: APIRoute = () =>
  new Response(toSecurity(), {
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
