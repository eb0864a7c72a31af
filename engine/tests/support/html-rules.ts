import type { ConfigData } from "html-validate";

/** html-validate's recommended rules, except those that contradict the standard or a browser, each with its reason. */
export const htmlRules: ConfigData = {
  extends: ["html-validate:recommended"],
  rules: {
    // Safari does not announce a list without bullets unless it has the role; ARIA in HTML allows that.
    "no-redundant-role": "off",
    // In the standard an id may start with a digit, as the id of a heading like "1. The count" does.
    "valid-id": ["error", { relaxed: true }],
    // Not a rule of the standard; check warns of long titles.
    "long-title": "off",
    // A question of style: the Markdown renderer puts a space on its own line between two backlinks of a footnote.
    "no-trailing-whitespace": "off",
    // A technique, not a criterion: a form that is handled on the page has no submit button.
    "wcag/h32": "off",
  },
};
