import type { APIRoute, GetStaticPaths } from "astro";
import type { Article } from "#articles/article.ts";
import { getArticles } from "#articles/library.ts";
import { renderHtml } from "#feeds/render-html.ts";
import { toArticleText } from "#markdown/article-text.ts";
import { renderBody } from "#markdown/render-body.ts";

export const getStaticPaths = (async () =>
  (await getArticles()).map((article) => ({
    params: { slug: article.slug },
    props: { article },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ article: Article }> = async ({
  props: { article },
}) =>
  new Response(
    toArticleText(
      article,
      await renderHtml(article, await renderBody(article.body)),
    ),
    { headers: { "Content-Type": "text/markdown; charset=utf-8" } },
  );
