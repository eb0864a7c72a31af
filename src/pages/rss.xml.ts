import type { APIRoute } from "astro";
import { getArticles } from "#articles/library.ts";
import { renderHtml } from "#feeds/render-html.ts";
import { toRss } from "#feeds/rss.ts";
import { renderBody } from "#markdown/render-body.ts";
import { site } from "#site.ts";

export const GET: APIRoute = async () => {
  const newest = (await getArticles()).slice(0, site.articlesPerFeed);
  const items = await Promise.all(
    newest.map(async (article) => ({
      article,
      html: await renderHtml(article, await renderBody(article.body)),
    })),
  );
  return new Response(await toRss(items), {
    headers: { "Content-Type": "application/rss+xml; charset=utf-8" },
  });
};
