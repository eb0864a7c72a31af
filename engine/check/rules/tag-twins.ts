import { slugForm } from "#model/fields.ts";
import type { Finding } from "#files/finding.ts";
import type { ContentFile } from "#files/content.ts";
import type { Rule } from "#check/rule.ts";

/** Every valid tag of every article, with its place. */
export const findTagUses = (articles: ContentFile[]) =>
  articles.flatMap((source) =>
    (Array.isArray(source.data.tags) ? source.data.tags : []).flatMap(
      (tag: unknown, index) =>
        typeof tag === "string" && slugForm.test(tag)
          ? [{ source, tag, index }]
          : [],
    ),
  );

export const tagTwinsRule: Rule = {
  words: [
    {
      name: "article/tag-twins",
      severity: "warning",
      about:
        "A tag is spelled the same in all articles: one form of hyphens, singular and plural.",
    },
  ],
  check: ({ collections }) => {
    const uses = findTagUses(collections.articles);
    const introduced = new Set(collections.tags.map(({ id }) => id));
    return [...Map.groupBy(uses, ({ tag }) => toKey(tag)).values()].flatMap(
      (alike) => {
        const spellings = [...Map.groupBy(alike, ({ tag }) => tag)];
        if (spellings.length < 2) return [];
        // Prefer the spelling with an introduction, then the most common, then the shortest.
        const [best = ""] = spellings
          .toSorted(
            ([a, usesOfA], [b, usesOfB]) =>
              Number(introduced.has(b)) - Number(introduced.has(a)) ||
              usesOfB.length - usesOfA.length ||
              a.length - b.length ||
              (a < b ? -1 : 1),
          )
          .map(([tag]) => tag);
        const times = spellings.find(([tag]) => tag === best)?.[1].length ?? 0;
        return alike
          .filter(({ tag }) => tag !== best)
          .map(({ source, tag, index }) =>
            toFinding(source, tag, index, best, times),
          );
      },
    );
  },
};

const toFinding = (
  source: ContentFile,
  tag: string,
  index: number,
  best: string,
  times: number,
): Finding => ({
  file: source.file,
  ...source.placeOf(["tags", index]),
  field: `tags[${index + 1}]`,
  problem: `"${tag}" is also spelled "${best}", in ${times === 1 ? "one article" : `${times} articles`}.`,
  remedy: `Write ${best}, or rename one of them to make the difference clear.`,
  rule: "article/tag-twins",
});

/** A key that is equal for open-source, opensource and open-sources. */
const toKey = (tag: string): string => tag.split("-").map(toSingular).join("");

/** A rough singular, enough for comparing: policies → policy, classes → class, pans → pan. */
const toSingular = (word: string): string =>
  word.length < 4 || /(?:ss|us|is)$/.test(word)
    ? word
    : word.replace(/ies$/, "y").replace(/(?<=ss|sh|ch|x)es$|(?<!s)s$/, "");
