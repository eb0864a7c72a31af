import type { Finding } from "#files/finding.ts";
import type { ContentFile } from "#files/content.ts";
import { filesOf, inBody, type Rule } from "#check/rule.ts";

export const headingRule: Rule = {
  errors: {
    "content/heading-one":
      "The title is the page's only top-level heading; headings in the text start at ##.",
    "content/heading-empty": "A heading has text.",
  },
  warnings: {
    "content/heading-level": "Headings go down one level at a time.",
    "content/heading-repeated":
      "No two headings in a text are the same, so that each can be linked to.",
  },
  check: (content) => filesOf(content).flatMap(checkHeadings),
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
    const before = first.get(name);
    const report = (rule: string, problem: string, remedy: string) =>
      findings.push(
        inBody(source, heading, {
          problem,
          remedy,
          rule: `content/heading-${rule}`,
        }),
      );
    if (isEmpty)
      report(
        "empty",
        "The heading has no text.",
        "Write what the section is about, or remove the line.",
      );
    else if (depth === 1)
      report(
        "one",
        "This is a top-level heading, and the page already has one: its title.",
        `Write ## ${title}, and add one # to the headings below it.`,
      );
    else if (depth > above + 1)
      report(
        "level",
        `A level-${depth} heading follows a level-${above} heading.`,
        `Write ${"#".repeat(above + 1)} ${title}.`,
      );
    if (before !== undefined && !isEmpty)
      report(
        "repeated",
        `"${title}" is also the heading on line ${before + source.linesBefore}.`,
        "Reword one of them.",
      );
    else first.set(name, line);
    above = depth;
  }
  return findings;
}
