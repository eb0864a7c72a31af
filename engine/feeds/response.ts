import { mediaTypes, type FeedFormat } from "#urls.ts";
import { toAtom } from "./atom.ts";
import type { Feed } from "./feed.ts";
import { toJsonFeed } from "./json-feed.ts";
import { toRss } from "./rss.ts";

const serialisers = { rss: toRss, atom: toAtom, json: toJsonFeed };

export const toResponse = async (feed: Feed, format: FeedFormat) =>
  new Response(await serialisers[format](feed), {
    headers: { "Content-Type": `${mediaTypes[format]}; charset=utf-8` },
  });
