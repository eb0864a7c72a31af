import { leafDirectives, type LeafIssue } from "#text/leaf-directives.ts";
import type { Finding } from "#files/finding.ts";
import { toSuggestion } from "#model/suggestion.ts";
import { inBody, type Rule } from "#check/rule.ts";

const names = Object.keys(leafDirectives).map((name) => `::${name}`);
/** An example of each. */
const forms: Readonly<Record<string, string>> = {
  youtube: '::youtube{#dQw4w9WgXcQ title="What it shows"}',
  cta: "::cta{#cookbook}",
};
const calls = "calls-to-action";

export const directiveRule: Rule = {
  words: [
    {
      name: "content/directive",
      severity: "error",
      about: `A line that begins with :: is ${names.join(" or ")}, alone on its line, in an article.`,
    },
    {
      name: "content/youtube",
      severity: "error",
      about: "A video has its YouTube id, a title and optionally a poster.",
    },
    {
      name: "content/cta",
      severity: "error",
      about: `A call to action in a text names a file in src/content/${calls}.`,
    },
  ],
  check: ({ collections, files }) => {
    const known = files
      .filter(({ collection }) => collection === calls)
      .map(({ id }) => id);
    return Object.entries(collections).flatMap(([collection, sources]) =>
      sources.flatMap((source) => {
        const { found, issues } = source.contents.leafDirectives;
        const missing = found.filter(
          ({ name, id }) => name === "cta" && id && !known.includes(id),
        );
        return collection === "articles"
          ? [
              ...issues.map((issue) => inBody(source, issue, toWords(issue))),
              ...missing.map((leaf) =>
                inBody(source, leaf, toMissing(leaf.id, known)),
              ),
            ]
          : [...found, ...issues.filter(({ issue }) => issue === "line")].map(
              (leaf) => inBody(source, leaf, outside(leaf.name)),
            );
      }),
    );
  },
};

type Words = Pick<Finding, "problem" | "remedy" | "rule">;

function toWords({ issue, name, written }: LeafIssue): Words {
  const form = forms[name] ?? "";
  const rule = `content/${name}`;
  switch (issue) {
    case "name": {
      const meant = toSuggestion(`::${name}`, names);
      return {
        problem: `There is no ::${name}.`,
        remedy: `${meant ? `Did you mean ${meant}?` : `Use one of: ${names.join(", ")}.`} For two colons as text, write \\::.`,
        rule: "content/directive",
      };
    }
    case "line":
      return {
        problem: `"${written}" is shown as plain text.`,
        remedy: `Write ${form} on a line of its own.`,
        rule: "content/directive",
      };
    case "label":
      return {
        problem: `${written} means nothing to ::${name}.`,
        remedy: `Write ${form}.`,
        rule,
      };
    case "attribute":
      return {
        problem: `${written} means nothing to ::${name}.`,
        remedy: `Remove it, or write it like ${form}.`,
        rule,
      };
    case "id":
      return {
        problem: written
          ? `"${written}" is not the id of a video.`
          : `::${name} has no #name.`,
        remedy:
          name === "youtube"
            ? `Write the 11 characters after v= in the video's address, like ${form}.`
            : `Write the name of a file in src/content/${calls}, like ${form}.`,
        rule,
      };
    case "title":
      return {
        problem: "The video has no title.",
        remedy: `Write what it shows, like ${form}.`,
        rule,
      };
  }
}

function toMissing(name: string, known: readonly string[]): Words {
  const meant = toSuggestion(name, known);
  return {
    problem: `There is no call to action "${name}".${meant ? ` Did you mean "${meant}"?` : ""}`,
    remedy: `Write the name of a file in src/content/${calls}, or add ${name}.md there.`,
    rule: "content/cta",
  };
}

const outside = (name: string): Words => ({
  problem: `::${name} works only in articles.`,
  remedy: "Use a link instead.",
  rule: "content/directive",
});
