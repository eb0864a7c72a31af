/** An article's text as Markdown. */
import type { APIRoute, GetStaticPaths } from "astro";
import type { Article } from "#model/article.ts";
import { getArticles, getUnlisted } from "#model/library.ts";
import { toArticleText } from "#markdown/article-text.ts";
import { getText } from "#routes/_texts.ts";

export const getStaticPaths = (async () =>
  [...(await getArticles()), ...(await getUnlisted())].map((article) => ({
    params: { slug: article.slug },
    props: { article },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ article: Article }> = async ({
  props: { article },
}) =>
  new Response(toArticleText(article, (await getText(article)).html), {
    headers: { "Content-Type": "text/markdown; charset=utf-8" },
  });
