import type { APIRoute } from "astro";
import type { Article } from "#model/article.ts";
import { toFormats, type Followed } from "#model/follow.ts";
import { getFollowed } from "#model/library.ts";
import { toAtom } from "#feeds/atom.ts";
import { toEntry, type FeedEntry } from "#feeds/entry.ts";
import { toEntryHtml } from "#feeds/entry-html.ts";
import { countArchives, toFeed } from "#feeds/feed.ts";
import { toJsonFeed } from "#feeds/json-feed.ts";
import { toRss } from "#feeds/rss.ts";
import { mediaTypes, toFeedAddress, type FeedFormat } from "#urls.ts";
import { getText } from "./_texts.ts";

const serialisers = { rss: toRss, atom: toAtom, json: toJsonFeed };

type Props = {
  followed: Followed;
  format: FeedFormat;
  archive: number | undefined;
};

/** The paths of every feed in these formats, for a route of [...feed] and a file extension. */
export const getFeedPaths = async (formats: FeedFormat[]) =>
  (await getFollowed()).flatMap((followed) =>
    [undefined, ...Array(countArchives(followed)).keys()].flatMap((index) =>
      formats
        .filter((format) => toFormats(followed.kind).includes(format))
        .map((format) => {
          const archive = index === undefined ? undefined : index + 1;
          const address = toFeedAddress(followed.address, format, archive);
          return {
            params: { feed: address.slice(1).replace(/\.\w+$/, "") },
            props: { followed, format, archive } satisfies Props,
          };
        }),
    ),
  );

const renderEntry = async (article: Article): Promise<FeedEntry> => {
  const { html, cover } = await getText(article);
  return toEntry(article, {
    html: toEntryHtml(article, { cover: cover.html, text: html }),
    picture: cover.picture,
  });
};

export const GET: APIRoute<Props> = async ({ props }) => {
  const { followed, format, archive } = props;
  const feed = await toFeed(followed, renderEntry, archive);
  return new Response(await serialisers[format](feed), {
    headers: { "Content-Type": `${mediaTypes[format]}; charset=utf-8` },
  });
};
