import type { APIRoute } from "astro";
import style from "#feeds/feed.css?raw";
import { fonts, tokens } from "#own-theme.ts";

/** The style sheet for feeds in a browser, in the site's colours. It loads no fonts. */
export const GET: APIRoute = () =>
  new Response(
    tokens +
      style.replace("var(--font-reading)", fonts.reading.fallbacks.join(", ")),
    { headers: { "Content-Type": "text/css; charset=utf-8" } },
  );
