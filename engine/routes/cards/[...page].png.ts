/** The picture shown where a page is shared. */
import type { APIRoute, GetStaticPaths } from "astro";
import {
  getArticles,
  getAuthors,
  getCategories,
  getPages,
  getSeries,
  getTags,
  getYears,
} from "#model/library.ts";
import { prepareCards, readCard } from "#cards/card-cache.ts";
import type { Card } from "#cards/card.ts";
import { toCards } from "#cards/cards.ts";
import { keepTogether } from "#components/keep-together.ts";
import { toCardAddress } from "#urls.ts";

export const getStaticPaths = (async () => {
  const [articles, categories, series, tags, authors, years, pages] =
    await Promise.all([
      getArticles(),
      getCategories(),
      getSeries(),
      getTags(),
      getAuthors(),
      getYears(),
      getPages(),
    ]);
  const cards = toCards({
    articles,
    categories,
    series,
    tags,
    authors,
    years,
    pages,
  });
  const paths = [...cards].map(([address, card]) => ({
    params: { page: toParam(address) },
    props: { ...card, title: keepTogether(card.title) },
  }));
  // In dev each card is drawn on request.
  if (import.meta.env.PROD) await prepareCards(paths.map(({ props }) => props));
  return paths;
}) satisfies GetStaticPaths;

/** A card's parameter in this route: its address below this folder, without the extension. */
const toParam = (address: string) =>
  /^\/[^/]+\/(.*)\.png$/.exec(toCardAddress(address))?.[1];

export const GET: APIRoute<Card> = async ({ props }) =>
  new Response(new Uint8Array(await readCard(props)), {
    headers: { "Content-Type": "image/png" },
  });
