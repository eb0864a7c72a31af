import { atField, type Rule } from "#check/rule.ts";

export const unlistedRule: Rule = {
  reminders: {
    "article/unlisted":
      "An article with `listed: false` is not a secret: its link can be passed on.",
  },
  check: ({ collections: { articles } }) =>
    articles
      .filter(({ data }) => data.listed === false)
      .map((source) =>
        atField(source, ["listed"], {
          problem:
            "An unlisted article is not a secret: anyone with its link can read it and pass the link on.",
          remedy: "Leave out what not everybody may know.",
          rule: "article/unlisted",
        }),
      ),
};
