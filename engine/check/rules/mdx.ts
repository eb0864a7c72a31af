import type { Finding } from "#files/finding.ts";
import { toSuggestion } from "#model/suggestion.ts";
import {
  componentPath,
  listArticleComponents,
  toChoice,
  toImport,
} from "#check/article-components.ts";
import type { Rule } from "#check/rule.ts";

export const mdxRule: Rule = {
  words: [
    {
      name: "article/mdx",
      severity: "error",
      about: "MDX can be read, and whatever it uses is imported and there.",
    },
  ],
  check: ({ root, collections }) => {
    const components = listArticleComponents(root);
    return collections.articles.flatMap((source) => {
      const { failure, unresolvedComponents, imports } = source.contents;
      const refuse = (
        place: { line: number; column: number },
        problem: string,
        remedy: string,
      ): Finding => ({
        file: source.file,
        line: place.line + source.linesBefore,
        column: place.column,
        problem,
        remedy,
        rule: "article/mdx",
      });
      if (failure)
        return [
          refuse(
            failure,
            `MDX cannot read this: ${failure.message}.`,
            "Close every tag and every {; write \\{ and &lt; for the signs themselves.",
          ),
        ];
      const unknown = unresolvedComponents.map((component) => {
        const known = toSuggestion(component.name, components);
        return refuse(
          component,
          `Nothing imports <${component.name}>.`,
          known
            ? `Write ${toImport(known)} above it${known === component.name ? "" : `, and <${known}>`}.`
            : `Use ${toChoice(components)}`,
        );
      });
      // What comes from elsewhere is told so by the rule for imports.
      const missing = imports
        .filter(({ from }) => {
          const component = componentPath.exec(from)?.[1];
          return component !== undefined && !components.includes(component);
        })
        .map((place) =>
          refuse(
            place,
            `There is no ${place.from} to import.`,
            `Import ${toChoice(components)}`,
          ),
        );
      return [...unknown, ...missing];
    });
  },
};
