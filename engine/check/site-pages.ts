import { toNamed } from "#model/article.ts";
import { readArticleDate } from "#model/dates.ts";
import { hasFeed, type Followed } from "#model/follow.ts";
import { addresses, feedFormats, toFeedAddress, toPageAddress } from "#urls.ts";
import { findRoute, listNewRoutes } from "#files/routes.ts";
import { listOwnAddresses } from "#files/own-pages.ts";
import { toSecurityContact } from "#model/security-contact.ts";
import { stateOf, type Content, type ContentFile } from "#files/content.ts";

/** What a reader finds at an address, or will find. */
export type SitePage = {
  /** Why a link there does not lead where its writer means, in words that follow the address. */
  notYet?: string;
  /** What a link with # can lead to; undefined where nobody knows, as in a file of public/. */
  anchors?: ReadonlySet<string>;
};

type Kind = Followed["kind"];
/** What gathers articles on a page of its own. */
const topics = [
  {
    kind: "category",
    collection: "categories",
    toAddress: addresses.category,
  },
  { kind: "tag", collection: "tags", toAddress: addresses.tag },
  { kind: "author", collection: "authors", toAddress: addresses.author },
  { kind: "series", collection: "series", toAddress: addresses.series },
] as const;

/** Every address of the site → what is there. As the routes do, it leaves out topics that nothing published names. */
export function toSitePages(
  { root, site, collections, published: { record = {} } }: Content,
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
  const addFeeds = (address: string) => {
    for (const format of feedFormats) add(toFeedAddress(address, format), {});
  };

  addFeeds(addresses.home);
  add(addresses.subscribe, { anchors: new Set(["main", "newsletter"]) });
  for (const address of [
    addresses.home,
    addresses.archive,
    addresses.topics,
    addresses.readingList,
    addresses.search,
    addresses.subscribed,
    addresses.opml,
    addresses.digest,
    addresses.sitemap,
    addresses.favicon,
    addresses.robots,
    addresses.llms,
    addresses.humans,
  ])
    add(address, {});
  for (const file of collections.pages)
    add(addresses.page(file.id), anchored(file));
  for (const address of listOwnAddresses(root)) add(address, {});
  if (toSecurityContact((address) => pages.has(address), site.security))
    add(addresses.security, {});

  for (const [address, { retired }] of Object.entries(record))
    if (retired)
      add(address, {
        notYet: `was taken back on ${retired}: the link leads to a page that says so.`,
      });

  /** How many published articles name a topic, by its address. */
  const counts = new Map<string, { kind: Kind; articles: number }>();
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
    const named = toNamed(file.data as never);
    for (const { kind, collection, toAddress } of topics)
      for (const name of toStrings(named[collection])) {
        const count = counts.get(toAddress(name)) ?? { kind, articles: 0 };
        counts.set(toAddress(name), count);
        if (isOut) count.articles++;
      }
  }
  addListing(addresses.articles, published);
  for (const year of years) add(addresses.year(year), {});
  const texts = new Map(
    topics.flatMap(({ collection, toAddress }) =>
      collections[collection].map(
        (file) => [toAddress(file.id), file] as const,
      ),
    ),
  );
  for (const [address, { kind, articles }] of counts) {
    if (articles > 0) addListing(address, articles, texts.get(address));
    if (hasFeed(kind, articles)) addFeeds(address);
  }
  for (const address of [...texts.keys(), ...counts.keys()])
    add(address, {
      notYet:
        "has no published article yet: until then the link leads nowhere.",
    });
  return pages;
}

/** Whether a route of the publication can serve an address: which ones it makes of a parameter, only a build knows. */
export const isServed = (root: string, address: string): boolean =>
  findRoute(listNewRoutes(root), address) !== undefined;

const toStrings = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === "string",
  );
