import { filesOf, type Rule } from "#check/rule.ts";

/** Fields of prose, in which a # may be text: "Is C # hard". Two spaces before the # mark a real comment. */
const prose =
  /^( *(?:- )?(title|description|kicker|heading|text|label|name|alt|caption): +)([^\s"'>|&*!#[{](?:[^\n]*?\S)??) (#[^\n]*?)\r?$/gm;

export const yamlCommentRule: Rule = {
  warnings: {
    "content/yaml-comment":
      "Text after a # in a title or similar field is not lost as a comment. A real comment has two spaces before the #.",
  },
  check: (content) =>
    filesOf(content)
      .filter(({ yaml }) => yaml.includes(" #"))
      .flatMap(({ file, yaml }) =>
        [...yaml.matchAll(prose)].map(
          ({ index, 1: before, 2: field = "", 3: kept, 4: lost }) => ({
            file,
            line: yaml.slice(0, index).split("\n").length + 1,
            column: `${before}${kept}`.length + 2,
            field,
            problem: `"${lost}" is lost: after a space, # starts a comment.`,
            remedy: `Write ${field}: "${`${kept} ${lost}`.replace(/["\\]/g, "\\$&")}", or put a second space before the #.`,
            rule: "content/yaml-comment",
          }),
        ),
      ),
};
