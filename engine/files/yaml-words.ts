import type { Finding } from "./finding.ts";

export const repeatedWords = {
  rule: "content/repeated-field",
  problem: "This field is there twice.",
  remedy: "Keep one of the two.",
};

/** The commonest slips in YAML, in a writer's words; the parser's own first sentence for the others. */
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
          'Put quotes round the value, like title: "Cast iron: is it worth it?".',
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
        problem: "Something follows where the value has ended.",
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
        problem: "The line is not indented like its neighbours.",
        remedy:
          "Begin every field in the first column, what belongs to it two spaces further in.",
      };
    case "TAG_RESOLVE_FAILED":
      return {
        rule,
        problem: "A value begins with !, which means something else here.",
        remedy: "Put quotes round the value.",
      };
    default:
      return {
        rule,
        problem: `This cannot be read as YAML: ${message}.`,
        remedy: "Write one field a line, like title: My article.",
      };
  }
}
