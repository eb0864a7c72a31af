import type { Finding } from "#files/finding.ts";
import type { ContentFile } from "#files/content.ts";
import type { Rule } from "#check/rule.ts";

/** Fields of prose, in which a # may be meant: "Is C # hard". A comment on them stands two spaces off, as YAML's usually do. */
const prose =
  /^( *(?:- )?(title|description|kicker|heading|text|label|name|alt|caption): +)([^\s"'>|&*!#[{][^\n]*?\S) (#[^\n]*?)\r?$/gm;

export const yamlCommentRule: Rule = {
  words: [
    {
      name: "content/yaml-comment",
      severity: "warning",
      about:
        "What follows a # in a title or another text is not lost as a comment. A comment that is meant stands two spaces off.",
    },
  ],
  check: ({ collections }) =>
    Object.values(collections).flat().flatMap(checkComments),
};

const checkComments = (source: ContentFile): Finding[] =>
  source.yaml.includes(" #")
    ? [...source.yaml.matchAll(prose)].flatMap(
        ({
          index,
          1: before = "",
          2: field = "",
          3: kept = "",
          4: lost = "",
        }) => {
          if (/\s$/.test(kept)) return [];
          const line = source.yaml.slice(0, index).split("\n").length + 1;
          return [
            {
              file: source.file,
              line,
              column: before.length + kept.length + 2,
              field,
              problem: `"${lost}" is lost: after a space, # begins a comment.`,
              remedy: `Write ${field}: "${`${kept} ${lost}`.replace(/["\\]/g, "\\$&")}", or put a second space before the #.`,
              rule: "content/yaml-comment",
            },
          ];
        },
      )
    : [];
