/**
 * The files below `engine/` of the rules whose names do not lead to a file of `check/rules/`: one file may tell several
 * rules, and what keeps a text from being read is told by whatever reads it. A field's own rule, like `article/title`,
 * is in `check/rules/front-matter.ts`.
 */
export const ruleFiles: Readonly<Record<string, string>> = {
  "content/place": "files/find-files.ts",
  "content/extension": "files/find-files.ts",
  "content/broken-link": "files/find-files.ts",
  "content/unreadable": "files/content.ts",
  "content/encoding": "files/read.ts",
  "content/front-matter": "files/read.ts",
  "content/merge": "files/read.ts",
  "content/yaml": "files/yaml-words.ts",
  "content/repeated-field": "files/yaml-words.ts",
  "content/link-reference": "check/rules/link-text.ts",
  "content/youtube": "check/rules/directive.ts",
  "content/cta": "check/rules/directive.ts",
  "article/date-ahead": "check/rules/date-order.ts",
  "article/gone": "check/rules/published.ts",
  "article/id-changed": "check/rules/published.ts",
  "article/retired": "check/rules/published.ts",
  "article/unrecorded": "check/rules/published.ts",
  "article/mdx-code": "check/rules/mdx.ts",
  "article/mdx-import": "check/rules/mdx.ts",
  "article/review-due": "check/rules/freshness.ts",
  "article/source-age": "check/rules/freshness.ts",
  "article/superseded-loop": "check/rules/freshness.ts",
  "site/unknown": "check/rules/site-setting.ts",
  "text/spelling": "check/spelling.ts",
  "text/house-spelling": "check/spelling.ts",
};
