import type { APIRoute } from "astro";
import type { Article } from "#articles/article.ts";
import type { Followed } from "#articles/follow.ts";
import { getFollowed } from "#articles/library.ts";
import { toAtom } from "#feeds/atom.ts";
import { toCoverPicture } from "#feeds/cover-picture.ts";
import { toEntry, type FeedEntry } from "#feeds/entry.ts";
import { countArchives, toFeed } from "#feeds/feed.ts";
import { toJsonFeed } from "#feeds/json-feed.ts";
import { renderHtml } from "#feeds/render-html.ts";
import { toRss } from "#feeds/rss.ts";
import { toXmlText } from "#feeds/xml.ts";
import { renderBody } from "#markdown/render-body.ts";
import { mediaTypes, toFeedAddress, type FeedFormat } from "#urls.ts";

const serialisers = { rss: toRss, atom: toAtom, json: toJsonFeed };

type Props = {
  followed: Followed;
  format: FeedFormat;
  archive: number | undefined;
};

/** The paths of every feed in some formats, for a route of [...feed] and a file ending. */
export const getFeedPaths = async (formats: FeedFormat[]) =>
  (await getFollowed()).flatMap((followed) =>
    [undefined, ...Array(countArchives(followed)).keys()].flatMap((index) =>
      formats.map((format) => {
        const archive = index === undefined ? undefined : index + 1;
        const address = toFeedAddress(followed.address, format, archive);
        return {
          params: { feed: address.slice(1).replace(/\.\w+$/, "") },
          props: { followed, format, archive } satisfies Props,
        };
      }),
    ),
  );

type Text = Pick<FeedEntry, "picture"> & { html: Buffer };

/**
 * What feeds carry of each article, rendered once however many do; as bytes, which are outside the heap. Whatever changes
 * in dev makes another object of the article.
 */
const texts = new WeakMap<Article, Promise<Text>>();
const renderText = async (article: Article): Promise<Text> => {
  const text = await renderHtml(article, await renderBody(article.body));
  const { html, picture } = await toCoverPicture(article);
  return {
    html: Buffer.from(toXmlText(html + text, article.body.file)),
    picture,
  };
};
const renderEntry = async (article: Article): Promise<FeedEntry> => {
  const text = texts.get(article) ?? renderText(article);
  texts.set(article, text);
  const { html, picture } = await text;
  return toEntry(article, { html: html.toString(), picture });
};

export const GET: APIRoute<Props> = async ({ props }) => {
  const { followed, format, archive } = props;
  const feed = await toFeed(followed, renderEntry, archive);
  return new Response(await serialisers[format](feed), {
    headers: { "Content-Type": `${mediaTypes[format]}; charset=utf-8` },
  });
};
