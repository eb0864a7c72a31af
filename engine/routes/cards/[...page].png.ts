/** The picture shown where a page is shared. */
import type { APIRoute, GetStaticPaths } from "astro";
import {
  getArticles,
  getAuthors,
  getCategories,
  getPages,
  getSeries,
  getTags,
  getUnlisted,
  getYears,
} from "#model/library.ts";
import { getEntryPages } from "#model/own-entries.ts";
import { deleteUnused, readCard } from "#cards/card-cache.ts";
import type { Card } from "#cards/card.ts";
import { toCards } from "#cards/cards.ts";
import { keepTogether } from "#components/keep-together.ts";
import { site } from "#site.ts";
import { toCardAddress } from "#urls.ts";

export const getStaticPaths = (async () => {
  const cards = toCards({
    articles: [...(await getArticles()), ...(await getUnlisted())],
    categories: await getCategories(),
    series: await getSeries(),
    tags: await getTags(),
    authors: await getAuthors(),
    years: await getYears(),
    pages: [
      ...(await getPages()),
      ...site.ownPages,
      ...(await getEntryPages()).flatMap(({ entries }) => entries),
    ],
  });
  const paths = [...cards].map(([address, card]) => ({
    params: { page: toParam(address) },
    props: { ...card, title: keepTogether(card.title) },
  }));
  deleteUnused();
  queue = new Map(paths.map(({ params: { page }, props }) => [page, props]));
  return paths;
}) satisfies GetStaticPaths;

/** A card's parameter in this route: its address below this folder, without the extension. */
const toParam = (address: string) =>
  /^\/[^/]+\/(.*)\.png$/.exec(toCardAddress(address))?.[1];

/** On two cores, four at a time take two thirds of the time of one; more are no faster. */
const atOnce = 4;
/** The cards that are not being drawn yet, in the order in which a build requests them. */
let queue = new Map<string | undefined, Card>();
const begun = new Map<string | undefined, Promise<Buffer>>();

const begin = (page: string | undefined, card: Card): Promise<Buffer> => {
  queue.delete(page);
  const drawing = begun.get(page) ?? readCard(card);
  // The request for the card gets the error.
  drawing.catch(() => undefined);
  begun.set(page, drawing);
  return drawing;
};

export const GET: APIRoute<Card> = async ({ params: { page }, props }) => {
  const drawing = begin(page, props);
  if (import.meta.env.PROD)
    for (const [next, card] of queue) {
      if (begun.size >= atOnce) break;
      begin(next, card);
    }
  const png = await drawing;
  begun.delete(page);
  return new Response(new Uint8Array(png), {
    headers: { "Content-Type": "image/png" },
  });
};
