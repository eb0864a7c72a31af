import { allowedAttributes, allowedElements } from "#text/html.ts";
import type { RuleWords } from "#check/rule.ts";
import { words } from "#check/rules.ts";

/** Where a rule's first word says it belongs, in the order of the page. */
const groups: Record<string, string> = {
  content: "Files and texts",
  article: "Articles",
  style: "Style",
  text: "Spelling",
  site: "The site",
  theme: "The theme",
};

/** The page a writer opens for the name in brackets at the end of a message. */
export function toRulesGuide(): string {
  // A field and a comparison of articles may break the same rule: one row.
  const rules = [...Map.groupBy(words, ({ name }) => name).values()].map(
    (same) => ({
      ...(same[0] as RuleWords),
      about: same.map(({ about }) => about).join(" "),
    }),
  );
  const rows = Map.groupBy(rules, ({ name }) => name.split("/")[0] as string);
  const sections = [
    ...Object.entries(groups).map(([group, heading]) => ({
      heading,
      rows: rows.get(group) ?? [],
    })),
    {
      heading: "Categories, tags, authors, series, calls to action and pages",
      rows: [...rows]
        .filter(([group]) => !(group in groups))
        .flatMap(([, others]) => others),
    },
  ];
  return `<!-- Made by npm run generate, see engine/cli/editor/. -->

# Rules

What \`npm run check\` looks for, under the name that stands in brackets at the end of a message. A rule's name never
changes. An **error** stops the build; a **warning** does not, but it fails \`npm run check -- --strict\`; a **reminder** comes with
the calendar and not with a mistake, and fails nothing.
\`npm run check -- --fix\` mends what is marked with ✓, keeps every comment and the layout, and touches nothing else.

A rule that begins with \`article/\` holds for the other collections too, where they have what it speaks of: a picture of a
category that is not there is \`category/picture\`.

${sections.map(({ heading, rows }) => `## ${heading}\n\n| rule | weight | what holds when it is kept | \`--fix\` |\n| --- | --- | --- | --- |\n${rows.map(toRow).join("\n")}`).join("\n\n")}

## HTML that a text may hold

Markdown comes first. Beside it these elements may stand: ${toList(allowedElements)}. And these attributes: ${toList(allowedAttributes)}, and every \`aria-…\`. A picture as \`<img>\` stands alone, not inside other HTML: \`<img src="./pan.png" alt="">\` is how to
say that a picture says nothing.
`;
}

const toRow = ({ name, severity, about, isFixable }: RuleWords): string =>
  `| \`${name}\` | ${severity} | ${about.replaceAll("|", "\\|")} | ${isFixable ? "✓" : ""} |`;

const toList = (names: ReadonlySet<string>): string =>
  [...names].map((name) => `\`${name}\``).join(" ");
