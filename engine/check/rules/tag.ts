import { slugForm } from "#model/fields.ts";
import { atField, type Rule } from "#check/rule.ts";

/** A tag with this many articles needs an introduction. */
const fewest = 3;

export const tagRule: Rule = {
  warnings: {
    "article/tag-twins":
      "A tag is spelled the same in all articles: one form of hyphens, singular and plural.",
    "article/tag-introduction": `A tag of ${fewest} articles or more has an introduction in src/content/tags/.`,
  },
  check: ({ collections: { articles, tags } }) => {
    const introduced = new Set(tags.map(({ id }) => id));
    const uses = articles.flatMap((source) =>
      (Array.isArray(source.data.tags) ? source.data.tags : []).flatMap(
        (tag: unknown, index) =>
          typeof tag === "string" && slugForm.test(tag)
            ? [{ source, tag, index }]
            : [],
      ),
    );
    const byTag = Map.groupBy(uses, ({ tag }) => tag);
    const times = (tag: string) =>
      new Set(byTag.get(tag)?.map(({ source }) => source)).size;

    const plain = [...byTag].flatMap(([tag, [first]]) =>
      !first || times(tag) < fewest || introduced.has(tag)
        ? []
        : atField(first.source, ["tags", first.index], {
            problem: `"${tag}" is on ${times(tag)} articles, but its page has no introduction.`,
            remedy: `Write src/content/tags/${tag}.md with a title, a description and an introductory paragraph.`,
            rule: "article/tag-introduction",
          }),
    );
    const alike = Map.groupBy(byTag.keys(), toKey);
    const duplicates = [...alike.values()].flatMap((spellings) => {
      // Prefer the spelling with an introduction, then the most common, then the shortest.
      const [best = "", ...others] = spellings.toSorted(
        (a, b) =>
          Number(introduced.has(b)) - Number(introduced.has(a)) ||
          times(b) - times(a) ||
          a.length - b.length ||
          (a < b ? -1 : 1),
      );
      return others
        .flatMap((tag) => byTag.get(tag) ?? [])
        .map(({ source, tag, index }) =>
          atField(source, ["tags", index], {
            problem: `"${tag}" is also spelled "${best}", in ${times(best) === 1 ? "one article" : `${times(best)} articles`}.`,
            remedy: `Write ${best}, or rename one of them to make the difference clear.`,
            rule: "article/tag-twins",
          }),
        );
    });
    return [...plain, ...duplicates];
  },
};

/** A key that is equal for open-source, opensource and open-sources. */
const toKey = (tag: string): string => tag.split("-").map(toSingular).join("");

/** A rough singular, enough for comparing: policies → policy, classes → class, pans → pan. */
const toSingular = (word: string): string =>
  word.length < 4 || /(?:ss|us|is)$/.test(word)
    ? word
    : word.replace(/ies$/, "y").replace(/(?<=ss|sh|ch|x)es$|(?<!s)s$/, "");
