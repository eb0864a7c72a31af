import type { Finding } from "#files/finding.ts";
import type { ContentFile } from "#files/content.ts";
import { inBody, type Rule } from "#check/rule.ts";

export const headingRule: Rule = {
  words: [
    {
      name: "content/heading-one",
      severity: "error",
      about:
        "The title is the page's one heading of the first level; a text begins with the second.",
    },
    {
      name: "content/heading-empty",
      severity: "error",
      about: "A heading has words.",
    },
    {
      name: "content/heading-level",
      severity: "warning",
      about: "Headings go down one level at a time.",
    },
    {
      name: "content/heading-repeated",
      severity: "warning",
      about:
        "No two headings of a text say the same, so that each can be linked to.",
    },
  ],
  check: ({ collections }) =>
    Object.values(collections).flat().flatMap(checkHeadings),
};

function checkHeadings(source: ContentFile): Finding[] {
  const findings: Finding[] = [];
  const first = new Map<string, number>();
  let above = 1;
  for (const heading of source.contents.headings) {
    const { depth, text, isEmpty, line } = heading;
    // A heading that is underlined may have several lines.
    const title = text.trim().replace(/\s+/g, " ");
    const name = title.toLowerCase();
    const signs = "#".repeat(above + 1);
    const before = first.get(name);
    if (isEmpty)
      findings.push(
        inBody(source, heading, {
          problem: "The heading has no words.",
          remedy: "Write what the part below it says, or take the line out.",
          rule: "content/heading-empty",
        }),
      );
    else if (depth === 1)
      findings.push(
        inBody(source, heading, {
          problem:
            "A heading of the first level: the page has one already, the title.",
          remedy: `Write ## ${title}, and one # more before the headings below it.`,
          rule: "content/heading-one",
        }),
      );
    else if (depth > above + 1)
      findings.push(
        inBody(source, heading, {
          problem: `A heading of level ${depth} below one of level ${above}.`,
          remedy: `Write ${signs} ${title}.`,
          rule: "content/heading-level",
        }),
      );
    if (before !== undefined && !isEmpty)
      findings.push(
        inBody(source, heading, {
          problem: `"${title}" is also the heading in line ${before + source.linesBefore}.`,
          remedy: "Say in one of them what it has of its own.",
          rule: "content/heading-repeated",
        }),
      );
    else first.set(name, line);
    above = Math.max(depth, 1);
  }
  return findings;
}
