import type { Severity } from "#files/finding.ts";
import type { Rule, RuleWords } from "./rule.ts";
import { readingRules } from "./reading-rules.ts";
import { spellingRules } from "./spelling.ts";
import { abbreviationRule } from "./rules/abbreviation.ts";
import { addressRule } from "./rules/address.ts";
import { calloutRule } from "./rules/callout.ts";
import { charactersRule } from "./rules/characters.ts";
import { codeFenceRule } from "./rules/code-fence.ts";
import { componentRule } from "./rules/component.ts";
import { dateOrderRule } from "./rules/date-order.ts";
import { emptyBodyRule } from "./rules/empty-body.ts";
import { idRule } from "./rules/id.ts";
import { fieldOrderRule } from "./rules/field-order.ts";
import { fileNameRule } from "./rules/file-name.ts";
import { freshnessRule } from "./rules/freshness.ts";
import { frontMatterRule } from "./rules/front-matter.ts";
import { headingRule } from "./rules/heading.ts";
import { htmlRule } from "./rules/html.ts";
import { directiveRule } from "./rules/directive.ts";
import { linkTextRule } from "./rules/link-text.ts";
import { linkRule } from "./rules/link.ts";
import { mdxRule } from "./rules/mdx.ts";
import { ownComponentRule } from "./rules/own-component.ts";
import { ownRouteRule } from "./rules/own-route.ts";
import { pictureRule } from "./rules/picture.ts";
import { pictureAltRule } from "./rules/picture-alt.ts";
import { publishedRule } from "./rules/published.ts";
import { referenceRule } from "./rules/reference.ts";
import { seriesPartRule } from "./rules/series-part.ts";
import { siteDefaultRule } from "./rules/site-default.ts";
import { sitePageRule } from "./rules/site-page.ts";
import { siteSecurityRule } from "./rules/site-security.ts";
import { siteSettingRule } from "./rules/site-setting.ts";
import { sizeRule } from "./rules/size.ts";
import { styleRule } from "./rules/style.ts";
import { tagIntroductionRule } from "./rules/tag-introduction.ts";
import { tagTwinsRule } from "./rules/tag-twins.ts";
import { themeRule } from "./rules/theme.ts";
import { todoRule } from "./rules/todo.ts";
import { twinsRule } from "./rules/twins.ts";
import { unclosedRule } from "./rules/unclosed-html.ts";
import { yamlCommentRule } from "./rules/yaml-comment.ts";

/** Every rule, each in a file of its own. */
export const rules: Rule[] = [
  fileNameRule,
  twinsRule,
  frontMatterRule,
  charactersRule,
  yamlCommentRule,
  fieldOrderRule,
  todoRule,
  dateOrderRule,
  referenceRule,
  seriesPartRule,
  idRule,
  sizeRule,
  emptyBodyRule,
  mdxRule,
  unclosedRule,
  calloutRule,
  codeFenceRule,
  componentRule,
  directiveRule,
  abbreviationRule,
  pictureRule,
  pictureAltRule,
  addressRule,
  tagTwinsRule,
  tagIntroductionRule,
  linkRule,
  linkTextRule,
  headingRule,
  htmlRule,
  freshnessRule,
  styleRule,
  publishedRule,
  siteSettingRule,
  siteDefaultRule,
  sitePageRule,
  siteSecurityRule,
  ownRouteRule,
  ownComponentRule,
  themeRule,
];

/** The name, severity and description of every rule, as in `engine/docs/rules.md`. */
export const words: readonly RuleWords[] = [
  ...readingRules,
  ...rules.flatMap((rule) => rule.words),
  ...spellingRules,
];

const severities = new Map(
  words.map(({ name, severity }) => [name, severity] as const),
);

/** @throws an Error for a rule that nothing describes: `engine/docs/rules.md` would lack it. */
export function severityOf(rule: string): Severity {
  const severity =
    severities.get(rule) ?? severities.get(rule.replace(/^[^/]+/, "article"));
  if (!severity) throw new Error(`No words describe the rule ${rule}`);
  return severity;
}
