import sharp from "sharp";
import { anArticleFile } from "./an-article.ts";
import { toolContent } from "./tools.ts";

/** The time at which every fixture site is built. */
export const now = "2026-06-15T12:00:00Z";

/**
 * A word that only what must not be published contains: titles, tags, texts and pictures of drafts, the metadata of all
 * pictures, and the environment.
 */
export const canary = "qzxcanary";

/** The colour of all pictures of unpublished articles, and of no others. */
export const canaryColour = { r: 255, g: 0, b: 255 };

const picture = (
  background: { r: number; g: number; b: number },
  width = 1000,
): Promise<Buffer> =>
  sharp({ create: { width, height: 600, channels: 3, background } })
    .png()
    // No picture keeps what a camera or a program wrote into it.
    .withExif({
      IFD0: { Artist: canary, Copyright: canary },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
    })
    .withXmp(`<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="${canary}"/>`)
    .toBuffer();

/** A title with characters that are special in markup, feeds and scripts. */
export const awkwardTitle = `<b>bold</b> & "quoted" ]]> </script> 😀 שלום 'it''s`;

const text = (heading: string) => `First a paragraph about ${heading}.

## ${heading}

A list:

1. One
2. Two

And a [link](/articles/plain-5/).
`;

const topic = (fields: string, body = "") => `---\n${fields}\n---\n${body}`;

/** The unpublished article in its five forms, each with content that must not be published. */
const hidden = (
  slug: string,
  fields: Record<string, unknown>,
  ending: "md" | "mdx",
) =>
  [
    [
      `articles/${slug}-${canary}/index.${ending}`,
      anArticleFile(
        {
          title: `${canary} ${slug}`,
          description: `${canary} in the description.`,
          category: `secret-${canary}`,
          tags: [`tag-${canary}`, "shared"],
          authors: [`author-${canary}`],
          series: { id: `series-${canary}`, part: slug.length },
          aliases: [`/old-${canary}-${slug}/`],
          cta: `cta-${canary}`,
          cover: { image: `./cover-${canary}.png`, alt: `${canary} cover` },
          kicker: canary,
          ...fields,
        },
        `${ending === "mdx" ? 'import Recipe from "#components/Recipe.astro";\n\n' : ""}A ${canary} text.

## ${canary} heading

![${canary}](./body-${canary}.png)
${ending === "mdx" ? `\n<Recipe serves="${canary}">\n\nYes.\n\n</Recipe>\n` : ""}`,
      ),
    ],
    [`articles/${slug}-${canary}/cover-${canary}.png`, pictures.secret],
    [`articles/${slug}-${canary}/body-${canary}.png`, pictures.secret],
  ] as [string, string | Uint8Array][];

/** A picture of the canary's colour that no other file has the bytes of: the bundler keeps equal ones once. */
let shade = 1;
const secretPicture = () =>
  picture({ ...canaryColour, g: shade++ % 8 }, 400 + shade);

const pictures = {
  topics: [
    await secretPicture(),
    await secretPicture(),
    await secretPicture(),
    await secretPicture(),
    await secretPicture(),
  ],
  plain: await picture({ r: 20, g: 120, b: 60 }),
  secret: await picture(canaryColour),
};

/** Text that a second Markdown writer would get wrong. */
const awkwardMarkdown = `    indented

\`\`\`
in no language, with ~~~
\`\`\`

~~~md
\`\`\`js
a
\`\`\`
~~~

*a*b, **(c)**d, *e **f***, 1986\\. \\* \\_ \\# a  \nbreak

## A \`|\` in *code*

1. one

   > quoted

   \`\`\`sh
   ls
   \`\`\`

2. two[^a], [^a] and [^b-Ä]
   - [ ] open
     - [x] done

| \`x\\|y\` | a \\| b |
| :-: | --- |
| \`\` a\`b \`\` | [link](https://example.org/?a=(1)) |

[^a]: A note.

    - with a list

[^b-Ä]: Another.
`;

/** The content of a small site that uses every part of the model. */
export function siteContent(): Map<string, string | Uint8Array> {
  const plain = Array.from({ length: 23 }, (_, index): [string, string] => {
    const day = String(index + 1).padStart(2, "0");
    return [
      `articles/plain-${index + 1}.md`,
      anArticleFile(
        {
          title: `Plain ${index + 1}`,
          pubDate: index < 3 ? `2025-05-${day}` : `2026-05-${day}`,
          category: index % 2 ? "work" : "equipment",
          tags: ["shared", ...(index % 5 ? [] : ["some"])],
        },
        text(`Plain ${index + 1}`) +
          (index === 6 ? "\nIn [a pan](/tools/pan/#care).\n" : ""),
      ),
    ];
  });
  return new Map<string, string | Uint8Array>([
    ...toolContent,
    [
      "categories/work.md",
      topic(
        "title: Work\ndescription: What is done every day.\nhue: 240\norder: 2",
        "Work, *introduced*.\n",
      ),
    ],
    [
      "categories/equipment.md",
      topic(
        "title: Equipment\ndescription: Pans and knives.\nhue: 150\norder: 1",
      ),
    ],
    [
      `categories/secret-${canary}.md`,
      topic(
        `title: ${canary} category\ndescription: ${canary}.\nhue: 0\norder: 3`,
        `${canary}\n\n![${canary}](./category-${canary}.png)\n`,
      ),
    ],
    [`categories/category-${canary}.png`, pictures.topics[0]!],
    [
      "tags/shared.md",
      topic(
        "title: Shared & common\ndescription: On every article.",
        "A tag with a text.\n",
      ),
    ],
    [
      `tags/tag-${canary}.md`,
      topic(
        `title: ${canary} tag\ndescription: ${canary}.`,
        `${canary}\n\n![${canary}](./tag-${canary}.png)\n`,
      ),
    ],
    [`tags/tag-${canary}.png`, pictures.topics[1]!],
    [
      "authors/saucepan.md",
      topic("name: Saucepan\ndescription: The desk.", "We write.\n"),
    ],
    ["authors/guest.md", topic("name: A & B\nurl: https://example.org/")],
    [
      `authors/author-${canary}.md`,
      topic(`name: ${canary} author`, `![${canary}](./author-${canary}.png)\n`),
    ],
    [`authors/author-${canary}.png`, pictures.topics[2]!],
    [
      "series/ladder.md",
      topic("title: The ladder\ndescription: In two steps."),
    ],
    [
      `series/series-${canary}.md`,
      topic(
        `title: ${canary} series\ndescription: ${canary}.`,
        `![${canary}](./series-${canary}.png)\n`,
      ),
    ],
    [`series/series-${canary}.png`, pictures.topics[3]!],
    [
      `calls-to-action/cta-${canary}.md`,
      topic(
        `heading: ${canary}\ntext: ${canary}.\nlink: /rss.xml\nlabel: ${canary}\npicture:\n  image: ./cta-${canary}.png\n  alt: ${canary}`,
      ),
    ],
    [`calls-to-action/cta-${canary}.png`, pictures.topics[4]!],
    [
      "calls-to-action/feed.md",
      topic(
        "heading: Follow\ntext: By feed reader.\nlink: /rss.xml\nlabel: Open the feed",
      ),
    ],
    [
      "calls-to-action/ebook.md",
      topic(
        "heading: The book\ntext: All of it.\nlink: https://example.org/book\nlabel: Get it\ntags:\n  - advertised",
      ),
    ],
    [
      "calls-to-action/course.md",
      topic(
        `heading: ${"A course for people who cook after work and would rather know why a sauce splits than throw away another one today"}\ntext: ${"Six evenings, one pan each, and a printed sheet to take home. ".repeat(4)}\nlink: /about/\nlabel: See what the six evenings are about, and when they are held\ntags:\n  - advertised`,
      ),
    ],
    [
      "pages/about.md",
      topic(
        "title: About\ndescription: What this is.",
        "About us. See [the archive](/archive/).\n",
      ),
    ],
    [
      "pages/privacy.md",
      topic("title: Privacy\ndescription: Nothing is collected.", "Nothing.\n"),
    ],
    [
      "pages/licence.md",
      topic("title: Licence\ndescription: What you may do.", "Copy it.\n"),
    ],
    [
      "pages/corrections.md",
      topic(
        "title: Corrections\ndescription: What we got wrong.",
        "None yet.\n",
      ),
    ],
    ...plain,
    [
      "articles/awkward.md",
      anArticleFile(
        {
          title: awkwardTitle,
          description: awkwardTitle,
          pubDate: "2026-06-01",
          tags: ["some", "alone"],
        },
        "A text.\n",
      ),
    ],
    [
      "articles/everything/index.md",
      anArticleFile(
        {
          title: "Everything",
          pubDate: "2026-06-02T23:30:00-05:00",
          updatedDate: "2026-06-10",
          tags: ["shared", "some"],
          authors: ["saucepan", "guest"],
          cover: {
            image: "./cover.png",
            alt: "A green field.",
            caption: "A caption.",
          },
          series: { id: "ladder", part: 1 },
          reviewedDate: "2026-06-09",
          sources: [
            {
              title: "A source",
              url: "https://example.org/source?a=1&b=2",
              checked: "2026-06-09",
            },
          ],
          aliases: ["/2019/05/everything.html", "/old-everything/", "/café/"],
          id: "tag:example.org,2019:everything",
          cta: "ebook",
          kicker: "Field note",
          ads: false,
        },
        `A paragraph with a [link](/articles/plain-1/), a [relative anchor](#a-heading), [another site](https://example.org/) and a note.[^1]

## A heading

![A field](./field.png "A title") and by reference ![again][field].

| Left | Right |
| :--- | ----: |
| 10:30 | 3:1 |

| One | Two |
| --- | --- |
| 1   | 2   |

\`\`\`js title="src/answer.js" {1} del={2} ins={3}
const answer = "text"; // a comment
const old = 1;
const fresh = 1;
\`\`\`

### Smaller

> A quote.

<div dir="rtl" lang="ar">

#### عنوان

نص مع \`npm run build -- --watch\` ومع <kbd>Ctrl+C</kbd> و<samp>a: b!</samp>.

\`\`\`sh
npm install --save-dev a-package-with-a-long-name another-package-with-a-long-name
\`\`\`

- [ ] مهمة

| ا | ب |
| - | - |
| ج | د |

</div>

:::oven[You need it at 10:30]
Nobody lets you in without it.
:::

> [!WARNING]
> Ask first.

![Two posts](./posts.svg "Posts, and what hangs between them.")

- [ ] To do at 10:30
- [x] Already done

::youtube{#dQw4w9WgXcQ title="A song at 10:30" poster="./field.png"}

## Third heading

Done with the SRE.

*[SRE]: Site Reliability Engineer

[^1]: A footnote.

[field]: ./field.png
`,
      ),
    ],
    ["articles/everything/cover.png", pictures.plain],
    ["articles/everything/field.png", pictures.plain],
    [
      "articles/everything/posts.svg",
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 200"><style>path { stroke: black } @media (prefers-color-scheme: dark) { path { stroke: white } }</style><path d="M200 20v160M600 20v160"/></svg>',
    ],
    [
      "articles/in-mdx/index.mdx",
      anArticleFile(
        {
          title: "In MDX",
          pubDate: "2026-06-03",
          series: { id: "ladder", part: 2 },
          tags: ["some"],
        },
        `import Checklist from "#components/Checklist.astro";
import Compare from "#components/Compare.astro";
import Recipe from "#components/Recipe.astro";

A text with 2 apples{/* or so */} and a [link](/articles/plain-1/).

![A field](./field.png)

:::kettle
It says something at 10:30, and 3 things more.
:::

::youtube{#dQw4w9WgXcQ title="A song"}

::cta{#ebook}

<Recipe serves="Three people">

Book it.

</Recipe>

<Compare caption="Two ways">

| Way | Price |
| --- | ----: |
| [Long](/articles/plain-1/) | 300 |
| Short | 80 |

</Compare>

<Checklist>

- [ ] Ask *three* people
- [ ] Read the [outline](/articles/plain-2/)

</Checklist>
`,
      ),
    ],
    ["articles/in-mdx/field.png", pictures.plain],
    [
      "articles/ordinary.md",
      anArticleFile(
        {
          title: "An ordinary article",
          pubDate: "2026-03-05",
          category: "equipment",
        },
        `${["What it does", "What it costs", "When to wait", "What else works", "This week"].map((heading) => `## ${heading}\n\n${text(heading).replace(/^## .*\n/m, "")}`).join("\n")}\n\`\`\`sh\nnpm run check\n\`\`\`\n`,
      ),
    ],
    [
      "articles/awkward-markdown.md",
      anArticleFile(
        { title: "Awkward *Markdown*", pubDate: "2026-03-04" },
        awkwardMarkdown,
      ),
    ],
    [
      "articles/advertised.md",
      anArticleFile(
        {
          title: "Advertised",
          pubDate: "2025-04-01",
          tags: ["advertised"],
        },
        `${"A paragraph of about twenty words, which is not much, but there are enough of them to make a long text.\n\n".repeat(24)}## The end\n\nDone.\n`,
      ),
    ],
    [
      "articles/replaced.md",
      anArticleFile({
        title: "Replaced",
        featured: true,
        pubDate: "2026-04-01",
        supersededBy: "everything",
        canonicalUrl: "https://example.org/first",
      }),
    ],
    [
      "articles/no-contents.md",
      anArticleFile(
        {
          title: "No contents",
          pubDate: "2026-04-03",
          featured: true,
          reviewBy: "2026-06-14",
          related: ["replaced", "plain-1", `draft-${canary}`],
          toc: false,
        },
        "A text.\n\n## One\n\nA.\n\n::cta{#ebook}\n\n## Two\n\nB.\n\n## Three\n\nC.\n",
      ),
    ],
    [
      "articles/replaced-by-a-secret.md",
      anArticleFile({
        title: "Soon replaced",
        pubDate: "2026-04-02",
        supersededBy: `scheduled-${canary}`,
      }),
    ],
    ...hidden("draft", { draft: true }, "md"),
    ...hidden("draft-in-mdx", { draft: true }, "mdx"),
    ...hidden("scheduled", { pubDate: "2026-06-16" }, "md"),
    ...hidden("scheduled-in-mdx", { pubDate: "2026-06-15T12:00:01Z" }, "mdx"),
    ...hidden(
      "draft-and-scheduled",
      { draft: true, pubDate: "2027-01-01", featured: true },
      "md",
    ),
  ]);
}

/** The number of published articles. */
export const publishedCount = 23 + 9;
