/** Every feed in one file, for feed readers to import. */
import type { APIRoute } from "astro";
import { ownFeeds } from "#model/follow.ts";
import { getFollowed } from "#model/library.ts";
import { toOpml } from "#feeds/opml.ts";

export const GET: APIRoute = async () =>
  new Response(toOpml([...(await getFollowed()), ...ownFeeds]), {
    headers: { "Content-Type": "text/x-opml; charset=utf-8" },
  });
