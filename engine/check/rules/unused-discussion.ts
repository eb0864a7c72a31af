import { atField, type Rule } from "#check/rule.ts";

export const unusedDiscussionRule: Rule = {
  warnings: {
    "article/unused-discussion":
      'An article names its post on Mastodon only if src/site.ts has `comments: { provider: "mastodon" }`.',
  },
  check: ({ site, collections: { articles } }) =>
    site.comments?.provider === "mastodon"
      ? []
      : articles
          .filter(({ data }) => data.discussion !== undefined)
          .map((source) =>
            atField(source, ["discussion"], {
              problem:
                "The replies to this post are not shown: src/site.ts does not say that comments come from Mastodon.",
              remedy:
                'Write comments: { provider: "mastodon" } there, or remove the field.',
              rule: "article/unused-discussion",
            }),
          ),
};
