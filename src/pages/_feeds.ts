import type { APIRoute } from "astro";
import type { Article } from "#articles/article.ts";
import type { Followed } from "#articles/follow.ts";
import { getFollowed } from "#articles/library.ts";
import { toAtom } from "#feeds/atom.ts";
import { toEntry } from "#feeds/entry.ts";
import { mediaTypes, toFeed } from "#feeds/feed.ts";
import { toJsonFeed } from "#feeds/json-feed.ts";
import { renderHtml } from "#feeds/render-html.ts";
import { toRss } from "#feeds/rss.ts";
import { renderBody } from "#markdown/render-body.ts";
import { toFeedAddress, type FeedFormat } from "#urls.ts";

const serialisers = { rss: toRss, atom: toAtom, json: toJsonFeed };

type Props = { followed: Followed; format: FeedFormat };

/** The paths of every feed in some formats, for a route of [...feed] and a file ending. */
export const getFeedPaths = async (formats: FeedFormat[]) =>
  (await getFollowed()).flatMap((followed) =>
    formats.map((format) => ({
      params: {
        feed: toFeedAddress(followed.address, format)
          .slice(1)
          .replace(/\.\w+$/, ""),
      },
      props: { followed, format } satisfies Props,
    })),
  );

/** A text as each feed carries it, by its article: rendered once however many do. In dev every article is a new object. */
const texts = new WeakMap<Article, Promise<Buffer>>();
const getText = async (article: Article): Promise<string> => {
  const text =
    texts.get(article) ??
    renderBody(article.body)
      .then((rendered) => renderHtml(article, rendered))
      .then((html) => Buffer.from(html));
  texts.set(article, text);
  return (await text).toString();
};

export const GET: APIRoute<Props> = async ({ props: { followed, format } }) => {
  const feed = await toFeed(followed, async (article) =>
    toEntry(article, await getText(article)),
  );
  return new Response(await serialisers[format](feed), {
    headers: { "Content-Type": `${mediaTypes[format]}; charset=utf-8` },
  });
};
