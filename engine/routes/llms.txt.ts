/** A guide to the site for language models. */
import type { APIRoute } from "astro";
import { getArticles, getCategories, getPages } from "#model/library.ts";
import { getEntryPages } from "#model/own-entries.ts";
import { toLlms } from "#seo/llms.ts";

export const GET: APIRoute = async () => {
  const [articles, categories, pages, own] = await Promise.all([
    getArticles(),
    getCategories(),
    getPages(),
    getEntryPages(),
  ]);
  return new Response(toLlms({ articles, categories, pages, own }));
};
