import type { ImportDeclaration, Node } from "estree-jsx";
import { declaredIn, parseCode, visit } from "#text/code-tree.ts";
import type { Finding } from "#files/finding.ts";
import {
  componentPath,
  listArticleComponents,
  toChoice,
  toImport,
} from "#check/article-components.ts";
import type { Rule } from "#check/rule.ts";

type Refusal = Pick<Finding, "problem" | "remedy">;

/** Exports that Astro takes for its own, or makes itself; and whatever begins with _, where compiled MDX keeps its names. */
const astrosOwn =
  /^(?:default|Content|MDXContent|components|compiledContent|file|frontmatter|getHeadings|getStaticPaths|layout|moduleId|partial|prerender|rawContent|url|_.*)$/;

/** MDX imports the components made for texts and nothing else, and exports nothing that means something to Astro. */
export const mdxImportRule: Rule = {
  words: [
    {
      name: "article/mdx-import",
      severity: "error",
      about:
        "MDX imports components from #components/ and nothing else, and exports nothing that Astro takes for its own.",
    },
  ],
  check: ({ root, collections }) => {
    const components = listArticleComponents(root);
    return collections.articles.flatMap(({ file, linesBefore, contents }) =>
      contents.code.flatMap((code): Finding[] => {
        const findings: Finding[] = [];
        // What cannot be read is told so by the rule for code.
        const parsed = parseCode(code);
        if (!parsed) return [];
        visit(parsed.tree, (node) => {
          for (const { at, ...refusal } of toRefusals(node, components)) {
            const { line, column } = parsed.placeOf(at);
            findings.push({
              file,
              line: line + linesBefore,
              column,
              ...refusal,
              rule: "article/mdx-import",
            });
          }
        });
        return findings;
      }),
    );
  },
};

function toRefusals(
  node: Node,
  components: readonly string[],
): (Refusal & { at: Node })[] {
  switch (node.type) {
    case "ImportDeclaration": {
      const refusal = toImportRefusal(node, components);
      return refusal ? [{ at: node.source, ...refusal }] : [];
    }
    case "ImportExpression":
    case "MetaProperty":
      if (node.type === "MetaProperty" && node.meta.name !== "import")
        return [];
      return [
        {
          at: node,
          problem: `${node.type === "MetaProperty" ? "import.meta" : "import(…)"} leads out of the text.`,
          remedy: `Take it out, or import ${toChoice(components)}`,
        },
      ];
    case "ExportAllDeclaration":
      return [{ at: node.source, ...passedOn }];
    case "ExportDefaultDeclaration":
      return [{ at: node, ...toExportRefusal("default") }];
    case "ExportNamedDeclaration":
      if (node.source) return [{ at: node.source, ...passedOn }];
      return [
        ...(node.declaration ? declaredIn([node.declaration]) : []).map(
          (name) => ({ at: node.declaration as Node, name }),
        ),
        ...node.specifiers.map(({ exported }) => ({
          at: exported,
          name:
            exported.type === "Identifier"
              ? exported.name
              : String(exported.value),
        })),
      ]
        .filter(({ name }) => astrosOwn.test(name))
        .map(({ at, name }) => ({ at, ...toExportRefusal(name) }));
    default:
      return [];
  }
}

const passedOn: Refusal = {
  problem: "A text passes nothing on from other files.",
  remedy: "Take the export out.",
};

const toExportRefusal = (name: string): Refusal => ({
  problem: `Astro takes an export called ${name} for its own.`,
  remedy:
    name === "default"
      ? "Take it out; layouts are chosen by the site."
      : "Give it another name, or take it out.",
});

function toImportRefusal(
  { source, specifiers }: ImportDeclaration,
  components: readonly string[],
): Refusal | undefined {
  const from = String(source.value);
  const [, component] = componentPath.exec(from) ?? [];
  const isWhole =
    specifiers.length === 1 && specifiers[0]?.type === "ImportDefaultSpecifier";
  if (component)
    // What is not there at all is told so by the rule for MDX.
    return isWhole || !components.includes(component)
      ? undefined
      : {
          problem: "A component is imported whole, by one name.",
          remedy: `Write ${toImport(component)}`,
        };
  const meant = components.find((name) => from.endsWith(`/${name}.astro`));
  return {
    problem: `"${from}" is not made for texts.`,
    remedy: meant
      ? `Write ${toImport(meant)}`
      : `Import ${toChoice(components)}`,
  };
}
