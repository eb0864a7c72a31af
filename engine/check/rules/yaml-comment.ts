import type { Finding } from "#files/finding.ts";
import type { ContentFile } from "#files/content.ts";
import type { Rule } from "#check/rule.ts";

/** Fields of prose, in which a # may be part of the text: "Is C # hard". Two spaces before the # mark a real comment. */
const prose =
  /^( *(?:- )?(title|description|kicker|heading|text|label|name|alt|caption): +)([^\s"'>|&*!#[{][^\n]*?\S) (#[^\n]*?)\r?$/gm;

export const yamlCommentRule: Rule = {
  words: [
    {
      name: "content/yaml-comment",
      severity: "warning",
      about:
        "Text after a # in a title or similar field is not lost as a comment. A real comment has two spaces before the #.",
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
              problem: `"${lost}" is lost: after a space, # starts a comment.`,
              remedy: `Write ${field}: "${`${kept} ${lost}`.replace(/["\\]/g, "\\$&")}", or put a second space before the #.`,
              rule: "content/yaml-comment",
            },
          ];
        },
      )
    : [];
