import type { Graph } from "schema-dts";
import type { Article } from "#model/article.ts";
import { site } from "#site.ts";
import { toAbsoluteUrl } from "#urls.ts";
import {
  publisher,
  toCrumbsData,
  toListData,
  toReference,
  website,
  wholeWebsite,
  type Crumb,
  type Node,
  type PageNode,
} from "./json-ld-nodes.ts";

export type PageKind = "home" | "article" | "listing" | "page" | "error";

/** What each is, where nothing more is said. */
const types = {
  home: "CollectionPage",
  article: "WebPage",
  listing: "CollectionPage",
  page: "WebPage",
  error: "WebPage",
} satisfies Record<PageKind, PageNode["@type"]>;

/** What machines are told of a page beyond what its head says, in schema.org's words. */
export type PageData = {
  type?: PageNode["@type"] | undefined;
  /** What stands between the home page and this one: each by a link that the page has. */
  trail?: Crumb[];
  /** What the last step of the trail is called, if not as the page. */
  step?: string;
  /** The articles that the page lists, in its order. */
  listed?: readonly Article[];
  /** What the page is there for, if that is not its list. */
  mainEntity?: Node | undefined;
  /** What its list is a list of. */
  about?: Node | undefined;
  /** What the two name and nothing else tells. */
  named?: readonly Node[];
  /** The day its facts were checked, as it was written. */
  lastReviewed?: string | undefined;
  /** The address of the page that its readers should rather open. */
  significantLink?: string | undefined;
};

/** What the graph takes from a page's head. */
export type PageHead = {
  kind: PageKind;
  title?: string | undefined;
  description: string;
  address: string;
  /** The absolute address of the picture that stands for the page. */
  image?: string | undefined;
  /** The day of its newest change, as it was written. */
  modified?: string | undefined;
};

/**
 * One graph a page, whose nodes name each other by ids that never change while addresses do not. What the whole site
 * has in common is told in full on the home page alone.
 */
export function toGraph(
  { kind, title, description, address, image, modified }: PageHead,
  data: PageData = {},
): Graph {
  const { about, lastReviewed, significantLink } = data;
  const list = data.listed && toListData(address, data.listed);
  const mainEntity = data.mainEntity ?? list;
  const crumbs =
    title === undefined
      ? undefined
      : toCrumbsData(address, data.step ?? title, data.trail ?? []);
  const page: Node = {
    "@type": data.type ?? types[kind],
    "@id": toAbsoluteUrl(address),
    url: toAbsoluteUrl(address),
    name: title ?? site.name,
    description,
    isPartOf: toReference(website),
    ...(image && {
      primaryImageOfPage: { "@type": "ImageObject", url: image },
    }),
    ...(modified && { dateModified: modified }),
    ...(lastReviewed && { lastReviewed }),
    ...(significantLink && { significantLink: toAbsoluteUrl(significantLink) }),
    ...(crumbs && { breadcrumb: toReference(crumbs) }),
    ...(mainEntity && { mainEntity: toReference(mainEntity) }),
    ...(about && { about: toReference(about) }),
    ...(list && list !== mainEntity && { mentions: toReference(list) }),
  };
  const nodes = [
    page,
    crumbs,
    data.mainEntity,
    list,
    about,
    ...(data.named ?? []),
    kind === "home" ? wholeWebsite : website,
    publisher,
  ].filter((node) => node !== undefined);
  const ids = nodes.map((node) => node["@id"]);
  return {
    "@context": "https://schema.org",
    // One node for each id, the first: an author may be the publisher.
    "@graph": nodes.filter((node, index) => ids.indexOf(node["@id"]) === index),
  };
}

/** Data as the text of a script element: no "<" that could end it. */
export const toScriptText = (data: object): string =>
  JSON.stringify(data).replaceAll("<", "\\u003c");
