import { anArticleFile } from "gatepost/tests/support/an-article.ts";
import { ground } from "gatepost/tests/support/fixture.ts";
import { toRandom } from "gatepost/tests/support/random-edits.ts";

const words =
  "work exam project client posting answer question career signal gate certificate week evening recruiter manager interview network cloud cluster report change result evidence reader list page skill lab failure choice cost".split(
    " ",
  );

const categories = [
  "work",
  "certifications",
  "interviews",
  "learning",
  "industry-focus",
];

/** A publication with generated articles: see `toArticles`. */
export function* corpus(articles: number): Generator<[string, string]> {
  yield* ground;
  for (const [index, name] of categories.slice(1).entries())
    yield [
      `categories/${name}.md`,
      `---\ntitle: ${name}\ndescription: About ${name}.\nhue: ${index * 60}\norder: ${index + 2}\n---\n`,
    ];
  for (const page of ["about", "privacy", "corrections"])
    yield [
      `pages/${page}.md`,
      `---\ntitle: ${page}\ndescription: The page ${page}.\n---\n\nA text.\n`,
    ];

  for (const { slug, fields, body, isMdx } of toArticles(articles))
    yield [
      `articles/${slug}.${isMdx ? "mdx" : "md"}`,
      anArticleFile(
        fields,
        isMdx
          ? `import Checklist from "#components/Checklist.astro";\n\n${body}<Checklist>\n\n- [ ] Ask somebody\n\n</Checklist>\n`
          : body,
      ),
    ];
}

export type Generated = {
  slug: string;
  fields: {
    title: string;
    description: string;
    pubDate: string;
    category: string;
    tags: string[];
    [other: string]: unknown;
  };
  /** Markdown. */
  body: string;
  /** Whether our own copy is MDX, with a component after the body. */
  isMdx: boolean;
};

/**
 * Articles of about 900 words with headings, lists, links, a quotation, a table and code. One in three has sources, one in
 * ten an alias, one in fifty is MDX. There are five categories and forty tags of unequal frequency. The same number of
 * articles gives the same bytes.
 */
export function* toArticles(articles: number): Generator<Generated> {
  for (let number = 0; number < articles; number++) {
    const random = toRandom(number + 1);
    const pick = <T>(from: readonly T[]): T =>
      from[Math.floor(random() * from.length)] as T;
    const sentence = () =>
      `${Array.from({ length: 12 + Math.floor(random() * 10) }, () => pick(words)).join(" ")}. `;
    const paragraph = () =>
      `${Array.from({ length: 4 }, sentence).join("")}\n\n`;
    const section = (heading: number) =>
      `## Part ${heading} of ${pick(words)}\n\n${paragraph()}${paragraph()}- ${sentence()}\n- **${pick(words)}** ${sentence()}\n\n`;
    const other = `/articles/article-${Math.floor(random() * articles)}/`;
    const link = `See [another](${other}), [its answer](${other}#in-short), [ours](#in-short) and [what it rests on](https://example.org/${number}/).\n\n## In short\n\n> ${sentence()}\n\n`;
    const table = "| A | B |\n| :-- | --: |\n| one | 1 |\n| two | 2 |\n\n";
    const code =
      number % 10
        ? ""
        : '```js\nconst answer = await fetch("/x"); // a comment\n```\n\n';
    const tags = Array.from(
      { length: 3 },
      () => `tag-${Math.floor(40 * random() ** 3)}`,
    );
    yield {
      slug: `article-${number}`,
      isMdx: number % 50 === 7,
      body: `${paragraph()}${link}${Array.from({ length: 4 }, (_, part) => section(part)).join("")}${table}${code}`,
      fields: {
        title: `Article ${number} about ${pick(words)}`,
        description: "What a reader of this article will know afterwards.",
        pubDate: new Date(
          Date.UTC(2016, 0, 1) + number * 864e5 * (3600 / articles),
        )
          .toISOString()
          .slice(0, 10),
        category: pick(categories),
        tags: [...new Set(tags)],
        ...(number % 3
          ? {}
          : {
              sources: [
                {
                  title: "A study",
                  url: `https://example.org/${number}/`,
                  checked: "2026-01-02",
                },
              ],
            }),
        ...(number % 10 ? {} : { aliases: [`/old/article-${number}/`] }),
      },
    };
  }
}
