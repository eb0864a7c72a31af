import { toModified, type Article, type Author } from "#model/article.ts";
import { toMinutes } from "#model/reading-time.ts";
import { site } from "#site.ts";
import { addresses, toAbsoluteUrl, toCardAddress } from "#urls.ts";

type Thing = { "@type": string; [property: string]: unknown };

export type Crumb = { title: string; address: string };

export type PageData = {
  /** The pages between the home page and this one; this one links to each. */
  trail?: Crumb[];
  /** The page's name in the trail, if not its title. */
  step?: string;
  main?: Thing | undefined;
};

const home = toAbsoluteUrl(addresses.home);

const { kind, name = site.name, url = home } = site.publisher ?? {};

/** A person or an organisation, who may also be an author. */
export const publisher: Thing =
  kind === "person"
    ? { "@type": "Person", name, url }
    : {
        "@type": "Organization",
        name,
        url,
        logo: toAbsoluteUrl(addresses.icon("512")),
      };

/** An author: a person, unless none is named or the settings name a publisher of the same name. */
export const toAuthorData = ({ title, address, url }: Author): Thing =>
  address === addresses.home || (site.publisher && title === name)
    ? publisher
    : {
        "@type": "Person",
        name: title,
        url: toAbsoluteUrl(address),
        ...(url && { sameAs: url }),
      };

export const toProfileData = (author: Author): Thing => ({
  "@type": "ProfilePage",
  mainEntity: { ...toAuthorData(author), description: author.description },
});

/** @param canonicalUrl the same as in the page's head */
export const toArticleData = (
  article: Article,
  canonicalUrl = article.canonicalUrl ?? toAbsoluteUrl(article.address),
): PageData => ({
  // The label above the title links to the category, unless the article has its own label.
  trail: [
    article.kicker === article.category.title
      ? article.category
      : { title: "Articles", address: addresses.articles },
  ],
  main: {
    "@type": "BlogPosting",
    headline: article.title,
    description: article.description,
    url: canonicalUrl,
    image: toAbsoluteUrl(toCardAddress(article.address)),
    datePublished: article.pubDate.iso,
    dateModified: toModified(article).iso,
    timeRequired: `PT${toMinutes(article.body.words)}M`,
    author: article.authors.map(toAuthorData),
    publisher,
  },
});

/** The path from the home page to a page, whose own step needs no link. */
const toCrumbsData = (above: Crumb[], step: string): Thing => ({
  "@type": "BreadcrumbList",
  itemListElement: [
    { title: site.name, address: addresses.home },
    ...above,
    { title: step, address: undefined },
  ].map(({ title, address }, index) => ({
    "@type": "ListItem",
    position: index + 1,
    name: title,
    ...(address !== undefined && { item: toAbsoluteUrl(address) }),
  })),
});

/** A page's structured data: only what search engines show or document. */
export function toGraph(
  { title, address }: { title?: string | undefined; address: string },
  { trail = [], step = title, main }: PageData = {},
) {
  const isHome = address === addresses.home;
  return {
    "@context": "https://schema.org",
    "@graph": [
      ...(main ? [main] : []),
      ...(isHome
        ? [{ "@type": "WebSite", name: site.name, url: home }, publisher]
        : step === undefined
          ? []
          : [toCrumbsData(trail, step)]),
    ],
  };
}

/** Data as the text of a script element: no "<" that could end it. */
export const toScriptText = (data: object): string =>
  JSON.stringify(data).replaceAll("<", "\\u003c");
