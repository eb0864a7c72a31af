import type { Finding } from "./finding.ts";

export const repeatedWords = {
  rule: "content/repeated-field",
  problem: "This field appears twice.",
  remedy: "Keep one of the two.",
};

/** Messages for common YAML mistakes; for others, the parser's own first sentence. */
export function yamlWords(
  code: string,
  message: string,
): Pick<Finding, "problem" | "remedy" | "rule"> {
  const rule = "content/yaml";
  switch (code) {
    case "BLOCK_AS_IMPLICIT_KEY":
      return {
        rule,
        problem: "There is a colon inside the value.",
        remedy:
          'Put the value in quotes, like title: "Cast iron: is it worth it?".',
      };
    case "TAB_AS_INDENT":
      return {
        rule,
        problem: "The line is indented with a tab.",
        remedy: "Indent with spaces.",
      };
    case "UNEXPECTED_TOKEN":
      return {
        rule,
        problem: "There is text after the end of the value.",
        remedy: `Put the whole value in double quotes, like title: "Don't panic".`,
      };
    case "MISSING_CHAR":
      return {
        rule,
        problem: `Something is not closed: ${message}.`,
        remedy: "Close every quote and bracket; double a ' inside '…'.",
      };
    case "BAD_INDENT":
      return {
        rule,
        problem: "The line is not indented like the lines around it.",
        remedy:
          "Start every field in the first column, and indent what belongs to it by two spaces.",
      };
    case "TAG_RESOLVE_FAILED":
      return {
        rule,
        problem: "A value begins with !, which has a special meaning in YAML.",
        remedy: "Put the value in quotes.",
      };
    default:
      return {
        rule,
        problem: `This is not valid YAML: ${message}.`,
        remedy: "Write one field per line, like title: My article.",
      };
  }
}
