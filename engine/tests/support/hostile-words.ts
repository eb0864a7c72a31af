import { stringify } from "yaml";
import type { SiteSettings } from "#site-settings.ts";
import { anArticleFile } from "./an-article.ts";

/** Text that runs `hacked()` wherever it is taken for markup: in text, in an attribute, in a script. */
export const hostileWords = `"'></script><img src onerror=hacked()>`;
/** For fields with room for more: CDATA, comments, titles, templates and scripts. */
const more = `${hostileWords} ]]> --></title></style><svg onload=hacked()></svg> \${hacked()} {{hacked()}} {hacked()} ${"`"};hacked()//`;
/** As an author writes it in Markdown. */
const escaped = hostileWords.replaceAll("<", "\\<");
const address = `https://example.org/?a=${hostileWords.replaceAll(" ", "+")}&b=\${hacked()}`;

const file = (fields: object, body = "") =>
  `---\n${stringify(fields)}---\n${body}`;

/** Every text in every field of an article and of what it names. */
export const hostileContent: [path: string, text: string][] = [
  [
    "articles/hostile/index.md",
    anArticleFile(
      {
        title: `${hostileWords} ]]> -->`,
        description: more,
        pubDate: "2025-02-03",
        category: "hostile",
        tags: ["hostile"],
        authors: ["hostile"],
        series: { id: "hostile", part: 1 },
        cta: "hostile",
        kicker: hostileWords,
        cover: { image: "./oven.svg", alt: more, caption: more },
        sources: [{ title: more, url: address, checked: "2025-02-03" }],
        canonicalUrl: address,
        id: "tag:example.org,2025:'&;)(hacked()",
        aliases: ["/it's&(hacked();x)/,;=:@!.html"],
      },
      `A text. ${escaped} ]]> --\\> \`${hostileWords}\`

## ${escaped}

[${escaped}](${address.replaceAll(/["'<>()]/g, encodeURIComponent)} "\\"'>\\<img src onerror=hacked()>")

\`\`\`js title="'></script><img src onerror=hacked()>"
"'></script><img src onerror=hacked()>"; // ]]>
\`\`\`

:::note[${escaped}]
A note.
:::

::youtube{#dQw4w9WgXcQ title="'></script><img src onerror=hacked()>"}

- [ ] ${escaped}

| ${escaped} | b |
| --- | --- |
| ${escaped} | ${escaped} |

A note.[^a]

[^a]: ${escaped}
`,
    ),
  ],
  [
    "articles/hostile/oven.svg",
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 200"><title>"\'&gt;&lt;img src onerror=hacked()&gt;</title><path d="M200 20v160"/></svg>',
  ],
  [
    "categories/hostile.md",
    file(
      {
        title: `Category ${hostileWords}`,
        description: more,
        hue: 30,
        order: 9,
      },
      `${escaped}\n`,
    ),
  ],
  [
    "tags/hostile.md",
    file({ title: `Tag ${hostileWords}`, description: more }),
  ],
  [
    "series/hostile.md",
    file({ title: `Series ${hostileWords}`, description: more }),
  ],
  [
    "authors/hostile.md",
    file({ name: hostileWords, description: more, url: address }),
  ],
  [
    "calls-to-action/hostile.md",
    file({
      heading: hostileWords,
      text: more,
      link: address,
      label: hostileWords,
    }),
  ],
  [
    "pages/hostile.md",
    file({ title: `Page ${hostileWords}`, description: more }, `${escaped}\n`),
  ],
];

/** Every text in the settings, but for the site's name, which other tests know. */
export const hostileSettings: Partial<SiteSettings> = {
  tagline: more,
  description: more,
  headline: `${hostileWords} *${hostileWords}*`,
  publisher: { kind: "organisation", name: more, url: address },
  callouts: { oven: hostileWords, kettle: hostileWords },
  licence: { name: hostileWords, url: address },
  footer: [
    { label: hostileWords, to: address },
    { label: hostileWords, to: "/archive/?a=\"'><img src onerror=hacked()>" },
    ...["hostile", "corrections", "licence", "privacy", "subscribe"].map(
      (page) => ({ label: hostileWords, to: `/${page}/` }),
    ),
  ],
};
