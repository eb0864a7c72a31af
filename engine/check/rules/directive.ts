import { leafNames } from "#text/leaf-directives.ts";
import { toHint, toSuggestion } from "#model/suggestion.ts";
import { inBody, type Rule } from "#check/rule.ts";

export const directiveRule: Rule = {
  errors: {
    "content/directive": `A line that begins with :: is ${leafNames.join(" or ")}, alone on its line, in an article.`,
    "content/youtube":
      "A video has its YouTube id, a title and optionally a poster.",
    "content/cta":
      "A call to action in a text names a file in src/content/calls-to-action.",
  },
  check: ({ collections, files }) => {
    const known = files
      .filter(({ collection }) => collection === "calls-to-action")
      .map(({ id }) => id);
    return Object.entries(collections).flatMap(([collection, sources]) =>
      sources.flatMap((source) =>
        source.contents.leafDirectives.flatMap((directive) => {
          const { name, id, issues } = directive;
          if (collection !== "articles")
            return inBody(source, directive, {
              problem: `::${name} works only in articles.`,
              remedy: "Use a link instead.",
              rule: "content/directive",
            });
          const findings = issues.map((issue) => inBody(source, issue, issue));
          if (name === "cta" && id && !known.includes(id))
            findings.push(
              inBody(source, directive, {
                problem: `There is no call to action "${id}".${toHint(toSuggestion(id, known))}`,
                remedy: `Write the name of a file in src/content/calls-to-action, or add ${id}.md there.`,
                rule: "content/cta",
              }),
            );
          return findings;
        }),
      ),
    );
  },
};
