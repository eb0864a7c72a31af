import { toNamed } from "#articles/article.ts";
import { readArticleDate } from "#articles/dates.ts";
import { site } from "#site.ts";
import { addresses, toPageAddress } from "#urls.ts";
import { listPublicFiles } from "./public-files.ts";
import { stateOf, type Content, type ContentFile } from "./content.ts";

/** What a reader finds at an address, or will find. */
export type SitePage = {
  /** Why a link there does not lead where its writer means, in words that follow the address. */
  notYet?: string;
  /** What a link with # can lead to; undefined where nobody knows, as in a file of public/. */
  anchors?: ReadonlySet<string>;
};

/** Every address of the site → what is there. As the routes do, it leaves out topics that nothing published names. */
export function toSitePages(
  { root, collections, published: { record = {} } }: Content,
  now: Date,
): Map<string, SitePage> {
  const pages = new Map<string, SitePage>();
  // Every page of the layout has the place that the skip link leads to.
  const anchored = (file?: ContentFile): Pick<SitePage, "anchors"> => ({
    anchors: new Set(["main", ...(file?.contents.anchors ?? [])]),
  });
  /** What is there already stays: a live page is not overwritten by one that is not out yet. */
  const add = (address: string, page: SitePage) => {
    const known = pages.get(address);
    if (!known || (known.notYet && !page.notYet)) pages.set(address, page);
  };
  const addListing = (
    address: string,
    articles: number,
    file?: ContentFile,
  ) => {
    const last = Math.max(1, Math.ceil(articles / site.articlesPerPage));
    for (let page = 1; page <= last; page++)
      add(
        toPageAddress(address, page),
        page === 1 && file ? anchored(file) : {},
      );
  };

  for (const address of [
    addresses.home,
    addresses.archive,
    addresses.topics,
    addresses.readingList,
    addresses.search,
    addresses.rss,
    addresses.sitemap,
    addresses.favicon,
    addresses.robots,
  ])
    add(address, {});
  for (const file of collections.pages)
    add(addresses.page(file.id), anchored(file));
  // index.html is its folder's page.
  for (const address of listPublicFiles(root))
    add(address.replace(/\/index\.html$/, "/"), {});

  for (const [address, { retired }] of Object.entries(record))
    if (retired)
      add(address, {
        notYet: `was taken back on ${retired}: the link leads to a page that says so.`,
      });

  const topics = {
    categories: addresses.category,
    tags: addresses.tag,
    authors: addresses.author,
    series: addresses.series,
  };
  /** How many published articles name a topic, by its address. */
  const counts = new Map<string, number>();
  const years = new Set<string>();
  let published = 0;
  for (const file of collections.articles) {
    const state = stateOf(file, now);
    const isOut = state === "published";
    const notYet =
      state === "scheduled"
        ? `is scheduled for ${readArticleDate(String(file.data.pubDate)).day}: until then the link leads nowhere.`
        : "is a draft: until it is out the link leads nowhere.";
    const why = isOut ? {} : { notYet };
    add(addresses.article(file.id), { ...why, ...anchored(file) });
    for (const alias of toStrings(file.data.aliases)) add(alias, why);
    if (isOut) {
      published++;
      years.add(String(file.data.pubDate).slice(0, 4));
    }
    for (const [collection, names] of Object.entries(
      toNamed(file.data as never),
    ))
      for (const name of toStrings(names)) {
        const address = topics[collection as keyof typeof topics]?.(name);
        if (address)
          counts.set(address, (counts.get(address) ?? 0) + (isOut ? 1 : 0));
      }
  }
  addListing(addresses.articles, published);
  for (const year of years) add(addresses.year(year), {});
  const texts = new Map(
    (["categories", "tags", "authors", "series"] as const).flatMap(
      (collection) =>
        collections[collection].map(
          (file) => [topics[collection](file.id), file] as const,
        ),
    ),
  );
  for (const [address, count] of counts)
    if (count > 0) addListing(address, count, texts.get(address));
  for (const address of [...texts.keys(), ...counts.keys()])
    add(address, {
      notYet:
        "has no published article yet: until then the link leads nowhere.",
    });
  return pages;
}

const toStrings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === "string",
  );
