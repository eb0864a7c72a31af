import { countCharacters } from "#model/fields.ts";
import { toMinutes } from "#model/reading-time.ts";
import type { Finding } from "#files/finding.ts";
import { todo } from "#text/todo.ts";
import { site } from "#site.ts";
import type { ContentFile } from "#files/content.ts";
import type { Rule, RuleWords } from "#check/rule.ts";

/** Search results and shared links show about this many characters of a title. */
const longestTitle = 70;
const description = { shortest: 50, longest: 200 };
const longestRead = 15;
/** Longer articles need headings; shorter ones need no internal link. In words. */
const longWithoutHeading = 600;
const shortWithoutLink = 300;

const warning = (name: string, about: string): RuleWords => ({
  name: `style/${name}`,
  severity: "warning",
  about,
});

export const styleRule: Rule = {
  words: [
    warning(
      "title",
      `A title has at most ${longestTitle} characters, so that search results and shared links show all of it.`,
    ),
    warning(
      "description",
      `A description has ${description.shortest} to ${description.longest} characters.`,
    ),
    warning(
      "repeated-title",
      "A description says something that the title does not.",
    ),
    warning(
      "reading-time",
      `An article takes at most ${longestRead} minutes to read.`,
    ),
    warning(
      "internal-link",
      `An article of more than ${shortWithoutLink} words links to another page of the site.`,
    ),
    warning(
      "headings",
      `An article of more than ${longWithoutHeading} words has headings.`,
    ),
  ],
  check: ({ collections }) =>
    collections.articles.flatMap((source) => [
      ...checkFields(source),
      ...checkText(source),
    ]),
};

function checkFields(source: ContentFile): Finding[] {
  const findings: Finding[] = [];
  const textOf = (field: string): string | undefined => {
    const value = source.data[field];
    return typeof value === "string" && value !== "" && value !== todo
      ? value.trim()
      : undefined;
  };
  const warn = (field: string, name: string, problem: string, remedy: string) =>
    findings.push({
      file: source.file,
      ...source.placeOf([field]),
      field,
      problem,
      remedy,
      rule: `style/${name}`,
    });
  const [title, summary] = [textOf("title"), textOf("description")];
  const titleLength = countCharacters(title ?? "");
  const summaryLength = countCharacters(summary ?? "");
  if (titleLength > longestTitle)
    warn(
      "title",
      "title",
      `It has ${titleLength} characters; search results show about ${longestTitle}.`,
      "Shorten it, with the important words first.",
    );
  if (!summary) return findings;
  if (title && `${toWords(summary)} `.startsWith(`${toWords(title)} `))
    warn(
      "description",
      "repeated-title",
      "The description repeats the title.",
      "Write what the reader will learn.",
    );
  else if (
    summaryLength < description.shortest ||
    summaryLength > description.longest
  )
    warn(
      "description",
      "description",
      `It has ${summaryLength} characters.`,
      `Write ${description.shortest} to ${description.longest}: enough to decide whether to read on.`,
    );
  return findings;
}

function checkText(source: ContentFile): Finding[] {
  const { words, links, headings } = source.contents;
  const warn = (name: string, problem: string, remedy: string): Finding => ({
    file: source.file,
    line: 1,
    column: 1,
    problem,
    remedy,
    rule: `style/${name}`,
  });
  const minutes = toMinutes(words);
  const findings: Finding[] = [];
  if (minutes > longestRead)
    findings.push(
      warn(
        "reading-time",
        `It takes ${minutes} minutes to read.`,
        "Cut it, or split it into a series.",
      ),
    );
  if (
    words > shortWithoutLink &&
    !links.some(({ address }) => isInternal(address))
  )
    findings.push(
      warn(
        "internal-link",
        "It links to no other page of the site.",
        "Link to an article that its readers may want next.",
      ),
    );
  if (words > longWithoutHeading && headings.length === 0)
    findings.push(
      warn(
        "headings",
        `It has ${words} words and no heading.`,
        "Add headings that say what each section is about.",
      ),
    );
  return findings;
}

/** Whether an address leads to another page of this site. */
const isInternal = (address: string): boolean =>
  !address.startsWith("#") &&
  URL.canParse(address, site.address) &&
  new URL(address, site.address).host === new URL(site.address).host;

const toWords = (text: string): string =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(" ") ?? "";
