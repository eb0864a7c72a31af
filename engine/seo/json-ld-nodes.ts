import type {
  AboutPageLeaf,
  BlogPostingLeaf,
  BreadcrumbListLeaf,
  CollectionPageLeaf,
  CreativeWorkSeriesLeaf,
  DefinedTermLeaf,
  DefinedTermSetLeaf,
  ItemListLeaf,
  OrganizationLeaf,
  PersonLeaf,
  ProfilePageLeaf,
  SearchActionLeaf,
  SearchResultsPageLeaf,
  WebPageLeaf,
  WebSiteLeaf,
  WithActionConstraints,
} from "schema-dts";
import type { Article, Author, Topic } from "#model/article.ts";
import { site } from "#site.ts";
import { addresses, toAbsoluteUrl } from "#urls.ts";

export type PageNode =
  | WebPageLeaf
  | AboutPageLeaf
  | CollectionPageLeaf
  | ProfilePageLeaf
  | SearchResultsPageLeaf;

/** Whatever stands in a graph of ours and can be named there: each has an id. */
export type Node = { "@id": string } & (
  | PageNode
  | BlogPostingLeaf
  | BreadcrumbListLeaf
  | CreativeWorkSeriesLeaf
  | DefinedTermLeaf
  | DefinedTermSetLeaf
  | ItemListLeaf
  | OrganizationLeaf
  | PersonLeaf
  | WebSiteLeaf
);

/** A page above another, by the words and the address of the link that leads to it. */
export type Crumb = { title: string; address: string };

/** The same wherever it is named: a page that can be opened, and what of it is meant. */
const toId = (address: string, name: string): string =>
  `${toAbsoluteUrl(address)}#${name}`;

export const toReference = ({ "@id": id }: Node): { "@id": string } => ({
  "@id": id,
});

const home = toAbsoluteUrl(addresses.home);

const { kind, name = site.name, url = home } = site.publisher ?? {};

/** A person or an organisation, who may also be an author. */
export const publisher: Node =
  kind === "person"
    ? { "@type": "Person", "@id": toId(addresses.home, "person"), name, url }
    : {
        "@type": "Organization",
        "@id": toId(addresses.home, "organization"),
        name,
        url,
        logo: toAbsoluteUrl(addresses.icon("512")),
      };

export const website = {
  "@type": "WebSite",
  "@id": toId(addresses.home, "website"),
  name: site.name,
  url: home,
  publisher: toReference(publisher),
} satisfies Node;

const search: WithActionConstraints<SearchActionLeaf> = {
  "@type": "SearchAction",
  target: {
    "@type": "EntryPoint",
    urlTemplate: `${toAbsoluteUrl(addresses.search)}?q={search_term_string}`,
  },
  "query-input": "required name=search_term_string",
};

/** The same with all there is to say of it: on the home page, once. */
export const wholeWebsite = {
  ...website,
  description: site.description,
  inLanguage: site.language,
  potentialAction: search,
} satisfies Node;

/**
 * An author: a person, unless nobody is named, or the settings name a publisher of the same name. A personal blog may
 * have its author's name without being an organisation.
 */
export const toAuthorData = ({ title, address, url }: Author): Node =>
  address === addresses.home || (site.publisher && title === name)
    ? publisher
    : {
        "@type": "Person",
        "@id": toId(address, "author"),
        name: title,
        url: toAbsoluteUrl(address),
        ...(url && { sameAs: url }),
      };

export const toSeriesData = ({ title, address }: Topic) =>
  ({
    "@type": "CreativeWorkSeries",
    "@id": toId(address, "series"),
    name: title,
    url: toAbsoluteUrl(address),
  }) satisfies Node;

/** A tag, as a term of our own. */
export const toTagData = ({ title, address }: Topic) =>
  ({
    "@type": "DefinedTerm",
    "@id": toId(address, "term"),
    name: title,
    inDefinedTermSet: { "@id": tagsId },
  }) satisfies Node;

const tagsId = toId(addresses.topics, "tags");

/** All our terms together. */
export const toTagSetData = (tags: readonly Topic[]) =>
  ({
    "@type": "DefinedTermSet",
    "@id": tagsId,
    name: "Tags",
    url: toAbsoluteUrl(addresses.topics),
    hasDefinedTerm: tags.map(({ title, address }) => ({
      "@type": "DefinedTerm" as const,
      "@id": toId(address, "term"),
      name: title,
    })),
  }) satisfies Node;

/** Articles as a page lists them: in its order, and no others. */
export const toListData = (address: string, articles: readonly Article[]) =>
  ({
    "@type": "ItemList",
    "@id": toId(address, "list"),
    numberOfItems: articles.length,
    itemListElement: articles.map((article, index) => ({
      "@type": "ListItem" as const,
      position: index + 1,
      url: toAbsoluteUrl(article.address),
      name: article.title,
    })),
  }) satisfies Node;

/** The way from the home page to a page, which stands last and needs no link to itself. */
export const toCrumbsData = (
  address: string,
  title: string,
  above: readonly Crumb[],
) =>
  ({
    "@type": "BreadcrumbList",
    "@id": toId(address, "breadcrumbs"),
    itemListElement: [
      { title: site.name, address: addresses.home },
      ...above,
      { title, address: undefined },
    ].map(({ title, address }, index) => ({
      "@type": "ListItem" as const,
      position: index + 1,
      name: title,
      ...(address !== undefined && { item: toAbsoluteUrl(address) }),
    })),
  }) satisfies Node;
