import { join } from "node:path";
import {
  listComponents,
  ownComponentFolder,
  proseFolder,
  replaceable,
} from "#files/replaceable.ts";
import type { Message } from "#files/finding.ts";
import { toSuggestion } from "#model/suggestion.ts";
import { inBody, type Rule } from "#check/rule.ts";

/** The imports and components of MDX articles. Other JavaScript is reported while reading. */
export const mdxRule: Rule = {
  errors: {
    "article/mdx":
      "MDX can be parsed, and every component in it exists and is imported.",
    "article/mdx-import":
      "An MDX article imports components from #components/, each by its own name, and exports nothing.",
  },
  check: ({ root, collections }) => {
    const components = listArticleComponents(root);
    const choice = `one of the components for articles: ${components.join(", ")}.`;
    return collections.articles.flatMap((source) => {
      const { statements, imports, components: used } = source.contents;
      const missing = imports
        .filter(({ name }) => !components.includes(name))
        .map((place) =>
          inBody(source, place, {
            problem: `There is no component ${place.name} for articles.`,
            remedy: `Import ${choice}`,
            rule: "article/mdx",
          }),
        );
      // A wrong import is reported already; its component would be a second finding.
      const unresolved = used
        .filter(
          ({ name }) =>
            statements.length === 0 &&
            !imports.some((other) => other.name === name),
        )
        .map(({ name, ...place }) => {
          const known = toSuggestion(name, components);
          return inBody(source, place, {
            problem: `Nothing imports <${name}>.`,
            remedy: known
              ? `Write ${toImport(known)} above it${known === name ? "" : `, and <${known}>`}.`
              : `Use ${choice}`,
            rule: "article/mdx",
          });
        });
      return [
        ...statements.map((statement) =>
          inBody(source, statement, toMessage(statement.written)),
        ),
        ...unresolved,
        ...missing,
      ];
    });

    function toMessage(written: string): Message {
      const rule = "article/mdx-import";
      if (!written.startsWith("import"))
        return {
          problem: "An article exports nothing and runs no code.",
          remedy: "Remove this, and write values where the text needs them.",
          rule,
        };
      const meant = components.find((name) =>
        written.includes(`/${name}.astro`),
      );
      return {
        problem: "An article imports components only, each by its own name.",
        remedy: /\.(?:avif|gif|jpe?g|png|svg|webp)["']/i.test(written)
          ? "Delete the import and write ![What it shows](./picture.png) where the picture belongs."
          : meant
            ? `Write ${toImport(meant)}`
            : `Import ${choice}`,
        rule,
      };
    }
  },
};

/** The components that MDX articles may use: the engine's and the publication's own, without its overrides. */
const listArticleComponents = (root: string): string[] =>
  [
    ...new Set([
      ...listComponents(join(root, ownComponentFolder)).filter(
        (name) => !replaceable.includes(name),
      ),
      ...listComponents(proseFolder),
    ]),
  ].sort();

const toImport = (component: string): string =>
  `import ${component} from "#components/${component}.astro";`;
