/** A guide to the site for language models. */
import type { APIRoute } from "astro";
import { getArticles, getCategories, getPages } from "#model/library.ts";
import { getEntryPages } from "#model/own-entries.ts";
import { toLlms } from "#seo/llms.ts";

export const GET: APIRoute = async () =>
  new Response(
    toLlms({
      articles: await getArticles(),
      categories: await getCategories(),
      pages: await getPages(),
      own: await getEntryPages(),
    }),
  );
