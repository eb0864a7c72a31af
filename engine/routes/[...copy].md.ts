/** An own collection's entry as Markdown. */
import type { APIRoute, GetStaticPaths } from "astro";
import { getEntryPages, type EntryPage } from "#model/own-entries.ts";
import { toEntryText } from "#markdown/article-text.ts";
import { toTextAddress } from "#urls.ts";
import { getBodyHtml } from "./_texts.ts";

export const getStaticPaths = (async () =>
  (await getEntryPages()).flatMap(({ entries }) =>
    entries.map((entry) => ({
      params: { copy: toTextAddress(entry.address).slice(1, -".md".length) },
      props: { entry },
    })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ entry: EntryPage }> = async ({
  props: { entry },
}) =>
  new Response(toEntryText(entry, await getBodyHtml(entry)), {
    headers: { "Content-Type": "text/markdown; charset=utf-8" },
  });
