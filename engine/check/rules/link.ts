import { extname } from "node:path/posix";
import {
  collectionNames,
  pageOf,
  type CollectionName,
} from "#model/collections.ts";
import { readNow } from "#model/dates.ts";
import type { Finding, Message } from "#files/finding.ts";
import { toHint, toSuggestion } from "#model/suggestion.ts";
import { addresses } from "#urls.ts";
import type { Content, ContentFile } from "#files/content.ts";
import { toContentPath } from "#files/find-files.ts";
import { atField, inBody, milderInDraft, type Rule } from "#check/rule.ts";
import { toCleanAddress, toSiteLink } from "#check/site-link.ts";
import { findPage, toSitePages, type SitePage } from "#check/site-pages.ts";

type Link = {
  source: ContentFile;
  collection: CollectionName;
  address: string;
  report: (message: Message) => Finding;
};
type Target = {
  content: Content;
  pages: Map<string, SitePage>;
  /** Every address, for "did you mean"; built for the first dead link. */
  names?: string[];
};

const personal = ["mailto:", "tel:", "sms:"];
export const linkRule: Rule = {
  errors: {
    "content/link":
      "An internal link leads to an existing page. In a draft this is a warning.",
    "content/link-anchor":
      "A link to a section leads to an existing heading. In a draft this is a warning.",
    "content/link-scheme":
      "A link uses http, https, mailto, tel or sms, never a scheme that runs code.",
  },
  warnings: {
    "content/link-unpublished":
      "An internal link leads to a page that is already published.",
  },
  reminders: {
    "content/link-unlisted":
      "An article with `listed: false` is not linked from another one.",
  },
  check: (content) => {
    const target: Target = { content, pages: toSitePages(content, readNow()) };
    return listLinks(content).flatMap((link) => {
      const message = checkLink(link, target);
      if (!message) return [];
      const isMilder = message.rule !== "content/link-scheme";
      return {
        ...link.report(message),
        ...(isMilder ? milderInDraft(link.source) : {}),
      };
    });
  },
};

function listLinks({ collections }: Content): Link[] {
  const slugs = new Set<unknown>(collections.articles.map(({ id }) => id));
  return collectionNames.flatMap((collection) =>
    collections[collection].flatMap((source): Link[] => {
      const { link, related } = source.data;
      const inField = (address: string, ...path: (string | number)[]) => ({
        source,
        collection,
        address,
        report: (message: Message) => atField(source, path, message),
      });
      return [
        ...source.contents.links.map((place) => ({
          source,
          collection,
          address: place.address,
          report: (message: Message) => inBody(source, place, message),
        })),
        ...(collection === "articles" && Array.isArray(related)
          ? // Unknown names are reported by article/reference.
            related.flatMap((slug, index) =>
              slugs.has(slug)
                ? inField(addresses.article(slug), "related", index)
                : [],
            )
          : []),
        ...(collection === "calls-to-action" &&
        typeof link === "string" &&
        /^(?:\/|https?:)/i.test(link)
          ? [inField(link, "link")]
          : []),
      ];
    }),
  );
}

const toDead = (problem: string, remedy: string): Message => ({
  problem,
  remedy,
  rule: "content/link",
});

function checkLink(link: Link, target: Target): Message | undefined {
  const { source, collection, address } = link;
  const clean = toCleanAddress(address);
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(clean)?.[0].toLowerCase();
  if (scheme && !/^https?:$/.test(scheme))
    return personal.includes(scheme)
      ? undefined
      : {
          problem: `"${clean}" is not an address that readers can open.`,
          remedy:
            "Use an address that begins with https://, or with / on this site.",
          rule: "content/link-scheme",
        };
  if (clean === "")
    return toDead(
      "The link has no address.",
      "Write where it leads, like /articles/a-title/.",
    );

  const destination = toSiteLink(clean, collection, source.id);
  if (destination === null)
    return toDead(
      `"${clean}" is not a valid address.`,
      "Write it like https://example.org/page or /articles/a-title/.",
    );
  if (!destination) return undefined;
  const { path, hash } = destination;
  const own = pageOf[collection]?.(source.id);
  const page = findPage(target.content.root, path, target.pages);
  if (!page) return explainDeadLink(clean, path, source, target);
  if (page.notYet && path !== own)
    return {
      problem: `${path} ${page.notYet}`,
      remedy: "Keep it if that is intended, or link to a published page.",
      rule: "content/link-unpublished",
    };
  if (page.isUnlisted && path !== own && source.data.listed !== false)
    return {
      problem: `${path} is unlisted: readers find it only by links in texts.`,
      remedy: "Keep it if that is intended, or remove it.",
      rule: "content/link-unlisted",
    };
  if (/^(?:$|top$|user-content-)/.test(hash) || !page.anchors) return undefined;
  if (page.anchors.has(hash)) return undefined;
  const names = [...page.anchors];
  const meant = toSuggestion(hash, names);
  const headings = names.filter((anchor) => anchor !== "main").slice(0, 8);
  return {
    problem: `${path === own ? "This text" : path} has no heading "#${hash}".${toHint(meant && `#${meant}`)}`,
    remedy:
      headings.length > 0
        ? `Use one of: #${headings.join(", #")}.`
        : "Remove the # and what follows it: the page has no headings.",
    rule: "content/link-anchor",
  };
}

/** A file name, a missing slash or a misspelling. */
function explainDeadLink(
  clean: string,
  path: string,
  source: ContentFile,
  target: Target,
): Message {
  const { content, pages } = target;
  const elsewhere = /^www\./i.test(clean)
    ? `https://${clean}`
    : /^[^/@]+@[^/@]+\.[a-z]+$/i.test(clean) && `mailto:${clean}`;
  if (elsewhere)
    return toDead(
      `"${clean}" leads to ${path} on this site, which does not exist.`,
      `Write ${elsewhere}.`,
    );
  if (/\.mdx?$/i.test(path)) {
    const linked = toContentPath(source.file, clean.replace(/[?#].*$/, ""));
    const found = content.files.find(({ file }) => file === linked);
    const page = path.replace(/(?:\/index)?\.mdx?$/i, "/");
    const address = found
      ? pageOf[found.collection]?.(found.id)
      : pages.has(page) && page;
    return toDead(
      `"${clean}" links to a file, not to a page.`,
      `Write ${address || "the address of a page, like /articles/a-title/"}.`,
    );
  }
  if (extname(path) === "" && pages.has(`${path}/`))
    return toDead(`"${clean}" needs a slash at the end.`, `Write ${path}/.`);
  const meant = toSuggestion(path, (target.names ??= [...pages.keys()]), 3);
  return toDead(
    `There is no ${path} on this site.${toHint(meant, "")}`,
    "Correct the address, or remove the link.",
  );
}
