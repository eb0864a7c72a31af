import type { ConfigData } from "html-validate";

/** html-validate's recommended rules, less those that the standard or a browser contradicts: each with its reason. */
export const htmlRules: ConfigData = {
  extends: ["html-validate:recommended"],
  rules: {
    // Safari takes a list without bullets for no list, and the role gives it back; ARIA in HTML allows it for that.
    "no-redundant-role": "off",
    // The standard wants no letter at the start of an id, and a heading like "1. The count" makes one with a number.
    "valid-id": ["error", { relaxed: true }],
    // No rule of the standard; how long a title had better be, check tells its writer.
    "long-title": "off",
    // A matter of style: between two links back from one footnote, the Markdown renderer leaves a space on a line of its own.
    "no-trailing-whitespace": "off",
    // A technique, not a criterion: a component's form may answer on the page and has nothing to send.
    "wcag/h32": "off",
  },
};
