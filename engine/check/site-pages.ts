import { toNamed } from "#model/article.ts";
import { ownCollections, type CollectionName } from "#model/collections.ts";
import { readArticleDate } from "#model/dates.ts";
import { listAliases } from "#model/fields.ts";
import {
  hasFeed,
  toFormats,
  topicAddresses,
  type Followed,
} from "#model/follow.ts";
import {
  addresses,
  toAddressPattern,
  iconNames,
  toCardAddress,
  toFeedAddress,
  toPageAddress,
  toTextAddress,
} from "#urls.ts";
import { findRoute, listNewRoutes } from "#files/routes.ts";
import { listOwnAddresses } from "#files/own-pages.ts";
import { toSecurityContact } from "#model/security-contact.ts";
import type { Content, ContentFile } from "#files/content.ts";
import { stateOf } from "#model/published.ts";

/** A page at an address, now or later. */
export type SitePage = {
  /** Why the page is not there yet, worded to follow the address. */
  notYet?: string;
  /** Whether only links in texts lead to it. */
  isUnlisted?: true;
  /** The ids that a link with # can lead to; undefined if unknown, as for files in public/. */
  anchors?: ReadonlySet<string>;
};

type Kind = Followed["kind"];
const topics = [
  { kind: "category", collection: "categories" },
  { kind: "tag", collection: "tags" },
  { kind: "author", collection: "authors" },
  { kind: "series", collection: "series" },
] as const;

/** Every address of the site with its page. Like the routes, omits topics without listed articles. */
export function toSitePages(
  { root, site, collections, published: { record = {} } }: Content,
  now: Date,
): Map<string, SitePage> {
  const pages = new Map<string, SitePage>();
  // Every page has #main, for the skip link.
  const anchored = (file?: ContentFile): Pick<SitePage, "anchors"> => ({
    anchors: new Set(["main", ...(file?.contents.anchors ?? [])]),
  });
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
  const addFeeds = (kind: Kind, address: string) => {
    for (const format of toFormats(kind))
      add(toFeedAddress(address, format), {});
  };

  addFeeds("site", addresses.home);
  add(addresses.subscribe, { anchors: new Set(["main", "newsletter"]) });
  for (const name of iconNames) add(addresses.icon(name), {});
  // The search index's folder is not a page, and security.txt exists only with a contact.
  const { searchIndex: _, security: __, ...others } = addresses;
  for (const address of Object.values(others))
    if (typeof address === "string") add(address, {});
  for (const file of collections.pages)
    add(addresses.page(file.id), anchored(file));
  for (const address of listOwnAddresses(root)) add(address, {});
  for (const [name, { address, anchors = [] }] of Object.entries(
    ownCollections,
  ))
    for (const file of address ? collections[name as CollectionName] : []) {
      const page = address?.(file.id) as string;
      const headings = anchored(file).anchors ?? [];
      add(page, { anchors: new Set([...headings, ...anchors]) });
      add(toTextAddress(page), {});
      for (const alias of listAliases(file.data)) add(alias, {});
    }
  for (const { address } of site.ownPages) add(address, {});
  if (toSecurityContact((address) => pages.has(address), site.security))
    add(addresses.security, {});

  for (const [address, { retired }] of Object.entries(record))
    if (retired)
      add(address, {
        notYet: `was withdrawn on ${retired}: its page says so.`,
      });

  const years = new Set<string>();
  const articles = collections.articles.map((file) => {
    const state = stateOf(file, now);
    const isOut = state === "published";
    const notYet =
      state === "scheduled"
        ? `is scheduled for ${readArticleDate(String(file.data.pubDate)).day}: until then the link is dead.`
        : "is a draft: until it is published the link is dead.";
    const isListed = isOut && file.data.listed !== false;
    const page: SitePage =
      isOut && !isListed ? { isUnlisted: true } : isOut ? {} : { notYet };
    add(addresses.article(file.id), { ...page, ...anchored(file) });
    add(addresses.articleText(file.id), page);
    for (const alias of listAliases(file.data)) add(alias, page);
    if (isListed) years.add(String(file.data.pubDate).slice(0, 4));
    return { isListed, named: toNamed(file.data as never) };
  });
  addListing(
    addresses.articles,
    articles.filter(({ isListed }) => isListed).length,
  );
  for (const year of years) add(addresses.year(year), {});
  for (const { kind, collection } of topics) {
    const texts = new Map(
      collections[collection].map((file) => [file.id, file]),
    );
    const counts = new Map([...texts.keys()].map((name) => [name, 0]));
    for (const { isListed, named } of articles)
      for (const name of toStrings(named[collection]))
        counts.set(name, (counts.get(name) ?? 0) + Number(isListed));
    for (const [name, count] of counts) {
      const address = topicAddresses[kind](name);
      if (count > 0) addListing(address, count, texts.get(name));
      else
        add(address, {
          notYet: "has no published article yet: until then the link is dead.",
        });
      if (hasFeed(kind, count)) addFeeds(kind, address);
    }
  }
  return pages;
}

/** The page at an address, or of a share image. Own routes with parameters may serve any address of their form. */
export const findPage = (
  root: string,
  address: string,
  pages: ReadonlyMap<string, SitePage>,
): SitePage | undefined =>
  pages.get(address) ??
  ((!isEntryAddress(address) && findRoute(listNewRoutes(root), address)) ||
  (address.endsWith(".png") &&
    [...pages].some(
      ([page, { notYet }]) => !notYet && toCardAddress(page) === address,
    ))
    ? {}
    : undefined);

const isEntryAddress = (page: string): boolean =>
  Object.values(ownCollections).some(
    ({ address }) => address && toAddressPattern(address).test(page),
  );

const toStrings = (value: unknown): string[] =>
  [value].flat().filter((one): one is string => typeof one === "string");
