import type { Finding } from "#files/finding.ts";
import type { ContentFile } from "#files/content.ts";
import { inBody, type Rule } from "#check/rule.ts";

export const headingRule: Rule = {
  words: [
    {
      name: "content/heading-one",
      severity: "error",
      about:
        "The title is the page's only top-level heading; headings in the text start at ##.",
    },
    {
      name: "content/heading-empty",
      severity: "error",
      about: "A heading has text.",
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
        "No two headings in a text are the same, so that each can be linked to.",
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
    // An underlined heading may have several lines.
    const title = text.trim().replace(/\s+/g, " ");
    const name = title.toLowerCase();
    const hashes = "#".repeat(above + 1);
    const before = first.get(name);
    if (isEmpty)
      findings.push(
        inBody(source, heading, {
          problem: "The heading has no text.",
          remedy: "Write what the section is about, or remove the line.",
          rule: "content/heading-empty",
        }),
      );
    else if (depth === 1)
      findings.push(
        inBody(source, heading, {
          problem:
            "This is a top-level heading, and the page already has one: its title.",
          remedy: `Write ## ${title}, and add one # to the headings below it.`,
          rule: "content/heading-one",
        }),
      );
    else if (depth > above + 1)
      findings.push(
        inBody(source, heading, {
          problem: `A level-${depth} heading follows a level-${above} heading.`,
          remedy: `Write ${hashes} ${title}.`,
          rule: "content/heading-level",
        }),
      );
    if (before !== undefined && !isEmpty)
      findings.push(
        inBody(source, heading, {
          problem: `"${title}" is also the heading on line ${before + source.linesBefore}.`,
          remedy: "Reword one of them.",
          rule: "content/heading-repeated",
        }),
      );
    else first.set(name, line);
    above = Math.max(depth, 1);
  }
  return findings;
}
