import { join } from "node:path";
import {
  listComponents,
  ownComponentFolder,
  proseFolder,
  replaceable,
} from "#files/replaceable.ts";
import type { CodeIssue } from "#text/body-mdx.ts";
import { toSuggestion } from "#model/suggestion.ts";
import { inBody, type Rule } from "#check/rule.ts";

/** An MDX article holds Markdown, components it imports by name, and no other JavaScript. */
export const mdxRule: Rule = {
  words: [
    {
      name: "article/mdx",
      severity: "error",
      about:
        "MDX can be parsed, and every component in it exists and is imported.",
    },
    {
      name: "article/mdx-import",
      severity: "error",
      about:
        "An MDX article imports components from #components/, each by its own name, and exports nothing.",
    },
    {
      name: "article/mdx-code",
      severity: "error",
      about:
        "MDX holds no JavaScript: braces hold comments only, and attributes are plain text.",
    },
  ],
  check: ({ root, collections }) => {
    const components = listArticleComponents(root);
    return collections.articles.flatMap((source) => {
      const { failure, code, imports, components: used } = source.contents;
      if (failure)
        return [
          inBody(source, failure, {
            problem: `MDX cannot read this: ${failure.message}.`,
            remedy:
              "Close every tag and every {; write \\{ and &lt; for the characters themselves.",
            rule: "article/mdx",
          }),
        ];
      const issues = code.map((issue) =>
        inBody(source, issue, toIssue(issue, components)),
      );
      const missing = imports
        .filter(({ name }) => !components.includes(name))
        .map((place) =>
          inBody(source, place, {
            problem: `There is no component ${place.name} for articles.`,
            remedy: `Import ${toChoice(components)}`,
            rule: "article/mdx",
          }),
        );
      // A wrong import is reported already; its component would be a second finding.
      const hasAllImports = code.every(({ in: part }) => part !== "module");
      const unresolved = used
        .filter(
          ({ name }) =>
            hasAllImports && !imports.some((other) => other.name === name),
        )
        .map(({ name, ...place }) => {
          const known = toSuggestion(name, components);
          return inBody(source, place, {
            problem: `Nothing imports <${name}>.`,
            remedy: known
              ? `Write ${toImport(known)} above it${known === name ? "" : `, and <${known}>`}.`
              : `Use ${toChoice(components)}`,
            rule: "article/mdx",
          });
        });
      return [...issues, ...unresolved, ...missing];
    });
  },
};

function toIssue(
  { in: part, written }: CodeIssue,
  components: readonly string[],
): { problem: string; remedy: string; rule: string } {
  switch (part) {
    case "expression":
      return {
        problem: "An article holds no JavaScript between braces.",
        remedy:
          "Write the text itself, \\{ for a brace, or {/* … */} for a comment.",
        rule: "article/mdx-code",
      };
    case "attribute":
      return {
        problem: `The attribute ${written} is JavaScript.`,
        remedy: `Write its value as text: ${written}="…".`,
        rule: "article/mdx-code",
      };
    case "spread":
      return {
        problem: `{${written}} takes attributes from JavaScript.`,
        remedy: 'Write each attribute as text, like title="…".',
        rule: "article/mdx-code",
      };
    case "module":
      return {
        ...(written.startsWith("import")
          ? {
              problem:
                "An article imports components only, each by its own name.",
              remedy: toImportRemedy(written, components),
            }
          : {
              problem: "An article exports nothing and runs no code.",
              remedy:
                "Take this out, and write values where the text needs them.",
            }),
        rule: "article/mdx-import",
      };
  }
}

function toImportRemedy(
  written: string,
  components: readonly string[],
): string {
  if (/\.(?:avif|gif|jpe?g|png|svg|webp)["']/i.test(written))
    return "Delete the import and write ![What it shows](./picture.png) where the picture belongs.";
  const meant = components.find((name) => written.includes(`/${name}.astro`));
  return meant ? `Write ${toImport(meant)}` : `Import ${toChoice(components)}`;
}

/** The components that MDX articles may use, sorted: the engine's for articles and the publication's own, without its overrides. */
const listArticleComponents = (root: string): string[] =>
  [
    ...new Set([
      ...listComponents(join(root, ownComponentFolder)).filter(
        (name) => !replaceable.includes(name),
      ),
      ...listComponents(proseFolder),
    ]),
  ].sort();

/** "one of the components for articles: Checklist, Compare." */
const toChoice = (components: readonly string[]): string =>
  `one of the components for articles: ${components.join(", ")}.`;

/** How an article imports a component. */
const toImport = (component: string): string =>
  `import ${component} from "#components/${component}.astro";`;
