/** The icon for browsers that show no SVG. */
import type { APIRoute } from "astro";
import { drawIco } from "#cards/icons.ts";

export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await drawIco(32)), {
    headers: { "Content-Type": "image/x-icon" },
  });
