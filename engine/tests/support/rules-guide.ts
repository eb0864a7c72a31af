import { allowedAttributes, allowedElements } from "#text/html.ts";
import { budgets } from "#audit/checks/weight.ts";
import { rules as auditRules } from "#audit/rules.ts";
import { toCount } from "#files/finding.ts";
import type { RuleWords } from "#check/rule.ts";
import { words } from "#check/rules.ts";

/** The headings of the guide, by the first part of a rule name. */
const groups: Record<string, string> = {
  content: "Files and texts",
  article: "Articles",
  style: "Style",
  text: "Spelling",
  site: "The site",
  theme: "The theme",
};

/** The text of engine/docs/rules.md: every rule, by the name at the end of a message. */
export function toRulesGuide(): string {
  // A name may have two entries, one for a field and one for a comparison of articles.
  const rules = [...Map.groupBy(words, ({ name }) => name).values()].map(
    (same) => ({
      ...(same[0] as RuleWords),
      about: same.map(({ about }) => about).join(" "),
    }),
  );
  const rows = Map.groupBy(
    rules,
    ({ name }) =>
      groups[name.split("/")[0] as string] ??
      "Categories, tags, authors, series, calls to action and pages",
  );
  const sections = [...new Set([...Object.values(groups), ...rows.keys()])].map(
    (heading) =>
      `## ${heading}\n\n| rule | severity | the rule | \`--fix\` |\n| --- | --- | --- | --- |\n${(rows.get(heading) ?? []).map(toRow).join("\n")}`,
  );
  return `<!-- Written by engine/tests/unit/guides.test.ts from the rules in engine/check/rules/. -->

# Rules

Every rule of \`npm run check\`, by the name in brackets at the end of a message. A rule's name never changes. An **error** stops
the build. A **warning** does not, but it fails \`npm run check -- --strict\`. A **reminder** fails
nothing: a date has come, or something is easily forgotten. \`npm run check -- --fix\` fixes what is marked with ✓ and changes
no other byte.

Rules that begin with \`article/\` apply to other collections too, where they have the same field: a missing picture of a
category is \`category/picture\`.

${sections.join("\n\n")}

## Allowed HTML

Prefer Markdown. These elements are allowed: ${toList(allowedElements)}. So are these attributes: ${toList(allowedAttributes)}, and every \`aria-…\`. An \`<img>\` must not be inside other HTML. For a decorative picture, write
\`<img src="./pan.png" alt="">\`.
`;
}

const toRow = ({ name, severity, about, isFixable }: RuleWords): string =>
  `| \`${name}\` | ${severity} | ${about.replaceAll("|", "\\|")} | ${isFixable ? "✓" : ""} |`;

const toList = (names: ReadonlySet<string>): string =>
  [...names].map((name) => `\`${name}\``).join(" ");

/** The text of engine/docs/audit.md. */
export const toAuditGuide = (): string =>
  `<!-- Written by engine/tests/unit/guides.test.ts from engine/audit/rules.ts. -->

# Audit

\`npm run audit\` reads a built site, file by file as a web server would send it, and prints one line for each problem: where it is,
what is wrong, what to do, and the rule in brackets. \`npm run audit -- some/directory\` reads another directory, whatever built
it. With \`--json\` it prints the findings as data.

An **error** makes it exit with 1, so that a workflow does not deploy the site. A **warning** does not.

The budgets of \`weight/page\`, in bytes as a web server sends them (text with gzip): ${Object.entries(
    budgets,
  )
    .map(([kind, most]) => `${kind} ${toCount(most)}`)
    .join(", ")}.

The site's address is what most canonical links begin with, or the sitemap's addresses if there are none.

| rule | severity | the problem | what to do |
| --- | --- | --- | --- |
${[...auditRules].map(([name, { severity, problem, remedy }]) => `| \`${name}\` | ${severity} | ${problem.replace(/\$\d/g, "…")} | ${remedy} |`.replaceAll("<", "\\<")).join("\n")}
`;
