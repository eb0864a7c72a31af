/** The authors of the site and the software it uses. */
import type { APIRoute } from "astro";
import { hasPage } from "#files/own-pages.ts";
import { getArticles, getAuthors } from "#model/library.ts";
import { newestChange } from "#model/listing.ts";
import { toHumans } from "#seo/plain-texts.ts";
import { addresses } from "#urls.ts";

const corrections = addresses.page("corrections");

export const GET: APIRoute = async () =>
  new Response(
    toHumans(
      await getAuthors(),
      newestChange(await getArticles()),
      hasPage(corrections) ? corrections : undefined,
    ),
  );
