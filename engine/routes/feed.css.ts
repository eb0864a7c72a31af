/** How a browser shows a feed. */
import type { APIRoute } from "astro";
import style from "#feeds/feed.css?raw";
import { tokens } from "#own-theme.ts";

export const GET: APIRoute = () =>
  new Response(tokens + style, {
    headers: { "Content-Type": "text/css; charset=utf-8" },
  });
