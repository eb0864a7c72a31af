import type { APIRoute } from "astro";
import style from "#feeds/feed.css?raw";
import { fonts, tokens } from "#own-theme.ts";

/** How a browser shows a feed, in the colours of the site. It loads no font. */
export const GET: APIRoute = () =>
  new Response(
    tokens +
      style.replace("var(--font-reading)", fonts.reading.fallbacks.join(", ")),
    { headers: { "Content-Type": "text/css; charset=utf-8" } },
  );
