/** The manifest for adding the site to a home screen. */
import type { APIRoute } from "astro";
import { manifestIcons } from "#cards/icons.ts";
import { site } from "#site.ts";
import { toHex } from "#theme/colours.ts";
import { addresses, toHref } from "#urls.ts";

export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: site.name,
      short_name: site.name,
      description: site.description,
      lang: site.language,
      start_url: toHref(addresses.home),
      scope: toHref(addresses.home),
      display: "browser",
      background_color: toHex("color-paper"),
      theme_color: toHex("color-paper"),
      icons: manifestIcons.map(({ address, size, purpose }) => ({
        src: toHref(address),
        sizes: `${size}x${size}`,
        type: "image/png",
        purpose,
      })),
    }),
    { headers: { "Content-Type": "application/manifest+json" } },
  );
