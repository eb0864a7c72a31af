/** The icon for browsers that show no SVG. */
import type { APIRoute } from "astro";
import { drawIco } from "#cards/icons.ts";
import { keepText } from "#model/kept-texts.ts";

export const GET: APIRoute = async () => {
  // Every build requests it, and most draw nothing else.
  const icon = await keepText("favicon", async () =>
    (await drawIco(32)).toString("base64"),
  );
  return new Response(Buffer.from(icon, "base64"), {
    headers: { "Content-Type": "image/x-icon" },
  });
};
