/** A feed with one entry a week, for newsletter services. */
import type { APIRoute } from "astro";
import { readNow } from "#model/dates.ts";
import { getArticles } from "#model/library.ts";
import { toDigest } from "#feeds/digest.ts";
import { toRss } from "#feeds/rss.ts";
import { mediaTypes } from "#urls.ts";

export const GET: APIRoute = async () =>
  new Response(await toRss(toDigest(await getArticles(), readNow())), {
    headers: { "Content-Type": `${mediaTypes.rss}; charset=utf-8` },
  });
