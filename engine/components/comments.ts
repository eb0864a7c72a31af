import type { Article } from "#model/article.ts";
import type { Policy } from "#policy.ts";
import { site } from "#site.ts";
import { toHref } from "#urls.ts";

/** Where the comments on an article are. */
export type Comments = {
  /** The site that sees readers who ask for them. */
  host: string;
  link: { href: string; text: string };
  /** The address of giscus' frame, without what only the browser knows. */
  frame: string;
  /** What the page may load for them. */
  policy: Policy;
};

/** What pages with comments may load for them. */
export const commentsPolicy: Policy = site.comments
  ? { "frame-src": ["https://giscus.app"] }
  : {};

/** The comments on an article; undefined if it has none. A draft never has any. */
export function toComments(article: Article): Comments | undefined {
  const { comments } = site;
  // A discussion's title is the article's path, for all to read.
  if (!comments || article.state !== "published" || !article.listed)
    return undefined;
  const { repo, repoId, category, categoryId } = comments;
  const settings = new URLSearchParams({
    repo,
    repoId,
    category,
    categoryId,
    // As giscus' own script calls a page that it maps by "pathname".
    term: toHref(article.address).slice(1),
    strict: "1",
    description: article.description,
    reactionsEnabled: "1",
    emitMetadata: "0",
    inputPosition: "top",
  });
  return {
    host: "giscus.app",
    link: {
      href: `https://github.com/${repo}/discussions`,
      text: "Discussions on GitHub",
    },
    frame: `https://giscus.app/widget?${settings}`,
    policy: commentsPolicy,
  };
}
