import type { Severity } from "#files/finding.ts";
import type { Rule, RuleTable, RuleWords } from "./rule.ts";
import { ownRules } from "./own-rules.ts";
import { readingRules } from "./reading-rules.ts";
import { spellingRules } from "./spelling.ts";
import { addressRule } from "./rules/address.ts";
import { charactersRule } from "./rules/characters.ts";
import { componentRule } from "./rules/component.ts";
import { dateOrderRule } from "./rules/date-order.ts";
import { directiveRule } from "./rules/directive.ts";
import { emptyBodyRule } from "./rules/empty-body.ts";
import { fileNameRule } from "./rules/file-name.ts";
import { freshnessRule } from "./rules/freshness.ts";
import { frontMatterRule } from "./rules/front-matter.ts";
import { headingRule } from "./rules/heading.ts";
import { idRule } from "./rules/id.ts";
import { linkRule } from "./rules/link.ts";
import { mdxRule } from "./rules/mdx.ts";
import { ownComponentRule } from "./rules/own-component.ts";
import { ownFileRule } from "./rules/own-file.ts";
import { ownRouteRule } from "./rules/own-route.ts";
import { pictureRule } from "./rules/picture.ts";
import { publishedRule } from "./rules/published.ts";
import { referenceRule } from "./rules/reference.ts";
import { seriesPartRule } from "./rules/series-part.ts";
import { shareImageRule } from "./rules/share-image.ts";
import { siteRule } from "./rules/site.ts";
import { styleRule } from "./rules/style.ts";
import { tagRule } from "./rules/tag.ts";
import { themeRule } from "./rules/theme.ts";
import { todoRule } from "./rules/todo.ts";
import { twinsRule } from "./rules/twins.ts";
import { unlistedRule } from "./rules/unlisted.ts";
import { unusedDiscussionRule } from "./rules/unused-discussion.ts";
import { yamlCommentRule } from "./rules/yaml-comment.ts";

export const rules: Rule[] = [
  fileNameRule,
  twinsRule,
  frontMatterRule,
  charactersRule,
  yamlCommentRule,
  todoRule,
  dateOrderRule,
  referenceRule,
  seriesPartRule,
  idRule,
  emptyBodyRule,
  mdxRule,
  componentRule,
  directiveRule,
  pictureRule,
  addressRule,
  tagRule,
  linkRule,
  headingRule,
  freshnessRule,
  unlistedRule,
  unusedDiscussionRule,
  styleRule,
  publishedRule,
  siteRule,
  ownFileRule,
  ownRouteRule,
  ownComponentRule,
  themeRule,
  shareImageRule,
];

const fixable = [
  "article/unknown-field",
  "article/date",
  "article/tags",
  "content/encoding",
];

const toWords = ({ errors, warnings, reminders }: RuleTable): RuleWords[] =>
  Object.entries({
    error: errors,
    warning: warnings,
    reminder: reminders,
  }).flatMap(([severity, table = {}]) =>
    Object.entries(table).map(([name, about]) => ({
      name,
      severity: severity as Severity,
      about,
      isFixable: fixable.includes(name),
    })),
  );

export const words: readonly RuleWords[] = [
  readingRules,
  ...rules,
  spellingRules,
].flatMap(toWords);

export const allRules: readonly Rule[] = [...rules, ...ownRules];

const severities = new Map(
  [...words, ...ownRules.flatMap(toWords)].map(({ name, severity }) => [
    name,
    severity,
  ]),
);

/** @throws an Error for a rule without a description, which `engine/docs/rules.md` needs. */
export function severityOf(rule: string): Severity {
  const severity =
    severities.get(rule) ?? severities.get(rule.replace(/^[^/]+/, "article"));
  if (!severity) throw new Error(`There is no description of the rule ${rule}`);
  return severity;
}
