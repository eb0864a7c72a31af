import type { APIRoute } from "astro";
import type { Article } from "#model/article.ts";
import { toFormats } from "#model/follow.ts";
import { getFollowed } from "#model/library.ts";
import { toEntry, type FeedEntry } from "#feeds/entry.ts";
import { toEntryHtml } from "#feeds/entry-html.ts";
import { toFeed, toFeedPages, type FeedPage } from "#feeds/feed.ts";
import { toResponse } from "#feeds/response.ts";
import { toFeedAddress, type FeedFormat } from "#urls.ts";
import { getText } from "./_texts.ts";

type Props = { page: FeedPage; format: FeedFormat };

/** The paths of every feed in these formats, for a route of [...feed] and a file extension. */
export const getFeedPaths = async (formats: FeedFormat[]) =>
  (await getFollowed()).flatMap(toFeedPages).flatMap((page) => {
    const { kind, address } = page.followed;
    return formats
      .filter((format) => toFormats(kind).includes(format))
      .map((format) => ({
        params: {
          feed: toFeedAddress(address, format, page.archive)
            .slice(1)
            .replace(/\.\w+$/, ""),
        },
        props: { page, format } satisfies Props,
      }));
  });

const renderEntry = async (article: Article): Promise<FeedEntry> => {
  const { html, cover } = await getText(article);
  return toEntry(article, {
    html: toEntryHtml(article, { cover: cover.html, text: html }),
    picture: cover.picture,
  });
};

export const GET: APIRoute<Props> = async ({ props: { page, format } }) =>
  toResponse(await toFeed(page, renderEntry), format);
