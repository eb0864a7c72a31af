import { extname } from "node:path/posix";
import {
  collectionNames,
  pageOf,
  type CollectionName,
} from "#model/collections.ts";
import { readNow } from "#model/dates.ts";
import { unescapePart } from "#text/escapes.ts";
import type { Finding, Place } from "#files/finding.ts";
import { toSuggestion } from "#model/suggestion.ts";
import { site } from "#site.ts";
import { addresses, toHref } from "#urls.ts";
import { stateOf, type Content, type ContentFile } from "#files/content.ts";
import { toContentPath } from "#files/find-files.ts";
import type { Rule } from "#check/rule.ts";
import { isServed, toSitePages, type SitePage } from "#check/site-pages.ts";

type Written = {
  source: ContentFile;
  collection: CollectionName;
  address: string;
  place: () => Place;
  field?: string;
};
type Issue = Pick<Finding, "problem" | "remedy" | "rule">;

const personal = ["mailto:", "tel:", "sms:"];
/** Characters that browsers ignore in an address: they read java\tscript: as javascript:. */
const ignored = /[\t\n\r]|^[\u0000-\u0020]+|[\u0000-\u0020]+$/g;

export const linkRule: Rule = {
  words: [
    {
      name: "content/link",
      severity: "error",
      about:
        "An internal link leads to an existing page. In a draft this is a warning.",
    },
    {
      name: "content/link-anchor",
      severity: "error",
      about:
        "A link to a section leads to an existing heading. In a draft this is a warning.",
    },
    {
      name: "content/link-unpublished",
      severity: "warning",
      about: "An internal link leads to a page that is already published.",
    },
    {
      name: "content/link-scheme",
      severity: "error",
      about:
        "A link uses http, https, mailto, tel or sms, never a scheme that runs code.",
    },
  ],
  check: (content) => {
    const now = readNow();
    const pages = toSitePages(content, now);
    /** Every address, for "did you mean"; built for the first dead link. */
    let names: string[] | undefined;
    const findSimilar = (address: string): string | undefined =>
      toSuggestion(address, (names ??= [...pages.keys()]), 3);
    return toWritten(content).flatMap((written): Finding[] => {
      const issue = toIssue(written, content, pages, findSimilar);
      if (!issue) return [];
      const { source, place, field } = written;
      return [
        {
          file: source.file,
          ...place(),
          ...(field ? { field } : {}),
          ...issue,
          ...(stateOf(source, now) === "draft" &&
          issue.rule !== "content/link-scheme"
            ? { severity: "warning" }
            : {}),
        },
      ];
    });
  },
};

/** The links of every text, and the ones that front matter holds. */
function toWritten({ collections }: Content): Written[] {
  const slugs = new Set<unknown>(collections.articles.map(({ id }) => id));
  return collectionNames.flatMap((collection) =>
    collections[collection].flatMap((source) => {
      const inBody: Written[] = source.contents.links.map(
        ({ address, line, column }) => ({
          source,
          collection,
          address,
          place: () => ({ line: line + source.linesBefore, column }),
        }),
      );
      const { link, related } = source.data;
      // A name that stands for nothing is told by the rule about names.
      const named = collection === "articles" && Array.isArray(related);
      for (const [index, slug] of named ? related.entries() : [])
        if (slugs.has(slug))
          inBody.push({
            source,
            collection,
            address: addresses.article(slug),
            field: "related",
            place: () => source.placeOf(["related", index]),
          });
      return collection === "calls-to-action" &&
        typeof link === "string" &&
        /^(?:\/|https?:)/i.test(link)
        ? [
            ...inBody,
            {
              source,
              collection,
              address: link,
              field: "link",
              place: () => source.placeOf(["link"]),
            },
          ]
        : inBody;
    }),
  );
}

function toIssue(
  { source, collection, address }: Written,
  content: Content,
  pages: Map<string, SitePage>,
  findSimilar: (address: string) => string | undefined,
): Issue | undefined {
  const clean = address.replace(ignored, "");
  const quoted = `"${clean}"`;
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(clean)?.[0].toLowerCase();
  if (scheme && !/^https?:$/.test(scheme))
    return personal.includes(scheme)
      ? undefined
      : {
          problem: `${quoted} is not an address that readers can open.`,
          remedy:
            "Use an address that begins with https://, or with / on this site.",
          rule: "content/link-scheme",
        };
  if (clean === "")
    return {
      problem: "The link has no address.",
      remedy: "Write where it leads, like /articles/a-title/.",
      rule: "content/link",
    };

  const own = pageOf[collection]?.(source.id);
  // A call to action appears on many pages, so its links cannot be relative.
  const base = new URL(toHref(own ?? "/"), site.address);
  if (!URL.canParse(clean, base))
    return {
      problem: `${quoted} is not a valid address.`,
      remedy: "Write it like https://example.org/page or /articles/a-title/.",
      rule: "content/link",
    };
  const isRooted = /^\/(?!\/)/.test(clean);
  const url = new URL(isRooted ? toHref(clean) : clean, base);
  if (url.host !== base.host) return undefined;
  const root = toHref("/");
  if (!url.pathname.startsWith(root)) return undefined;
  const target = `/${unescapePart(url.pathname.slice(root.length))}`;
  const hash = unescapePart(url.hash.slice(1));

  const page = pages.get(target);
  if (!page && !isServed(content.root, target, pages))
    return toDeadEnd(clean, target, source, content, pages, findSimilar);
  if (page?.notYet && !(target === own))
    return {
      problem: `${target} ${page.notYet}`,
      remedy: "Keep it if that is intended, or link to a published page.",
      rule: "content/link-unpublished",
    };
  if (
    hash === "" ||
    hash === "top" ||
    hash.startsWith("user-content-") ||
    !page?.anchors ||
    page.anchors.has(hash)
  )
    return undefined;
  const meant = toSuggestion(hash, [...page.anchors]);
  const headings = [...page.anchors]
    .filter((anchor) => anchor !== "main")
    .map((anchor) => `#${anchor}`);
  return {
    problem: `${target === own ? "This text" : target} has no heading "#${hash}".${meant ? ` Did you mean "#${meant}"?` : ""}`,
    remedy:
      headings.length > 0
        ? `Use one of: ${headings.slice(0, 8).join(", ")}.`
        : "Remove the # and what follows it: the page has no headings.",
    rule: "content/link-anchor",
  };
}

/** Explains a dead link: a file name, a missing slash or a misspelling. */
function toDeadEnd(
  clean: string,
  target: string,
  source: ContentFile,
  content: Content,
  pages: Map<string, SitePage>,
  findSimilar: (address: string) => string | undefined,
): Issue {
  const rule = "content/link";
  const elsewhere = /^www\./i.test(clean)
    ? `https://${clean}`
    : /^[^/@]+@[^/@]+\.[a-z]+$/i.test(clean) && `mailto:${clean}`;
  if (elsewhere)
    return {
      problem: `"${clean}" leads to ${target} on this site, which does not exist.`,
      remedy: `Write ${elsewhere}.`,
      rule,
    };
  if (/\.mdx?$/i.test(target)) {
    const path = toContentPath(source.file, clean.replace(/[?#].*$/, ""));
    const found = content.files.find(({ file }) => file === path);
    const page = target.replace(/(?:\/index)?\.mdx?$/i, "/");
    const address = found
      ? pageOf[found.collection]?.(found.id)
      : pages.has(page) && page;
    return {
      problem: `"${clean}" links to a file, not to a page.`,
      remedy: address
        ? `Write ${address}.`
        : "Write the address of a page, like /articles/a-title/.",
      rule,
    };
  }
  const slashed = `${target}/`;
  if (extname(target) === "" && pages.has(slashed))
    return {
      problem: `"${clean}" needs a slash at the end.`,
      remedy: `Write ${slashed}.`,
      rule,
    };
  const meant = findSimilar(target);
  return {
    problem: `There is no ${target} on this site.${meant ? ` Did you mean ${meant}?` : ""}`,
    remedy: "Correct the address, or remove the link.",
    rule,
  };
}
