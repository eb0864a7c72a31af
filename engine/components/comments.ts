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
  frame?: string;
  replies?: string;
  policy: Policy;
};

/** The comments on an article; undefined if it has none. A draft never has any. */
export function toComments(article: Article): Comments | undefined {
  const { comments } = site;
  // A discussion's title is the article's path, for all to read.
  if (!comments || article.state !== "published" || !article.listed)
    return undefined;
  if (comments.provider === "mastodon")
    return article.discussion ? toReplies(article.discussion) : undefined;
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
    policy: { "frame-src": ["https://giscus.app"] },
  };
}

function toReplies(post: string): Comments {
  const { origin, host, pathname } = new URL(post);
  const id = pathname.slice(pathname.lastIndexOf("/") + 1);
  return {
    host,
    link: { href: post, text: `Reply on ${host}` },
    replies: `${origin}/api/v1/statuses/${id}/context`,
    policy: { "connect-src": [origin] },
  };
}
