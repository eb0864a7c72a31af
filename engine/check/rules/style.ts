import { countCharacters } from "#model/fields.ts";
import { toMinutes } from "#model/reading-time.ts";
import type { Finding } from "#files/finding.ts";
import { todo } from "#text/todo.ts";
import { site } from "#site.ts";
import type { ContentFile } from "#files/content.ts";
import { atField, atTop, type Rule } from "#check/rule.ts";

/** Search results and shared links show about this many characters of a title. */
const longestTitle = 70;
const description = { shortest: 50, longest: 200 };
const longestRead = 15;
/** Longer articles need headings; shorter ones need no internal link. In words. */
const longWithoutHeading = 600;
const shortWithoutLink = 300;

export const styleRule: Rule = {
  warnings: {
    "style/title": `A title has at most ${longestTitle} characters, so that search results and shared links show all of it.`,
    "style/description": `A description has ${description.shortest} to ${description.longest} characters.`,
    "style/repeated-title":
      "A description says something that the title does not.",
    "style/reading-time": `An article takes at most ${longestRead} minutes to read.`,
    "style/internal-link": `An article of more than ${shortWithoutLink} words links to another page of the site.`,
    "style/headings": `An article of more than ${longWithoutHeading} words has headings.`,
  },
  check: ({ collections }) => collections.articles.flatMap(checkStyle),
};

function checkStyle(source: ContentFile): Finding[] {
  const findings: Finding[] = [];
  const report = (
    rule: string,
    problem: string,
    remedy: string,
    field?: string,
  ) => {
    const message = { problem, remedy, rule: `style/${rule}` };
    findings.push(
      field ? atField(source, [field], message) : atTop(source.file, message),
    );
  };
  const { words, links, headings } = source.contents;
  const [title = "", summary = ""] = ["title", "description"].map((field) => {
    const value = source.data[field];
    return typeof value === "string" && value !== todo ? value.trim() : "";
  });
  const { shortest, longest } = description;
  const titleLength = countCharacters(title);
  const length = countCharacters(summary);
  const minutes = toMinutes(words);
  if (titleLength > longestTitle)
    report(
      "title",
      `It has ${titleLength} characters; search results show about ${longestTitle}.`,
      "Shorten it, with the important words first.",
      "title",
    );
  if (
    title &&
    summary &&
    `${toWords(summary)} `.startsWith(`${toWords(title)} `)
  )
    report(
      "repeated-title",
      "The description repeats the title.",
      "Write what the reader will learn.",
      "description",
    );
  else if (summary && (length < shortest || length > longest))
    report(
      "description",
      `It has ${length} characters.`,
      `Write ${shortest} to ${longest}: enough to decide whether to read on.`,
      "description",
    );
  if (minutes > longestRead)
    report(
      "reading-time",
      `It takes ${minutes} minutes to read.`,
      "Cut it, or split it into a series.",
    );
  if (
    words > shortWithoutLink &&
    !links.some(({ address }) => isInternal(address))
  )
    report(
      "internal-link",
      "It links to no other page of the site.",
      "Link to an article that its readers may want next.",
    );
  if (words > longWithoutHeading && headings.length === 0)
    report(
      "headings",
      `It has ${words} words and no heading.`,
      "Add headings that say what each section is about.",
    );
  return findings;
}

const isInternal = (address: string): boolean =>
  !address.startsWith("#") &&
  URL.parse(address, site.address)?.host === new URL(site.address).host;

const toWords = (text: string): string =>
  text
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join(" ") ?? "";
