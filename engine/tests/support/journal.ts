import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { anArticleFile } from "./an-article.ts";
import { hostileContent, hostileSettings } from "./hostile-words.ts";
import { makeSite, run } from "./build-site.ts";
import { runHere } from "./run-command.ts";
import { changeSettings } from "./settings.ts";
import { canary, siteContent } from "./site-content.ts";
import { toolMenu } from "./tools.ts";

/**
 * A second fixture site: below a base path, with every feature switched on, its own theme, renamed and withdrawn
 * articles, and texts with characters that feeds forbid.
 */
export const host = "https://journal.example.org";
export const base = "/journal/";
export const home = host + base;
export const journalEnvironment = {
  SITE_ADDRESS: host,
  SITE_BASE: base,
  PREVIEW_SECRET: "0f1e2d3c4b5a69788796a5b4c3d2e1f0",
};

/** A site that its owner lets every page ask for something. */
export const counter = "https://count.example";
export const hub = "https://hub.example/?a=1&b=2";
export const indexNowKey = "0123456789abcdef-ours";
export const articlesPerFeed = 4;

export const accent = { light: "#0a3b8c", dark: "#8cb4ff" };
export const paper = { light: "#eef4e2", dark: "#101f10" };
export const cover = "#7a5c3e";
export const fallback = "#c2185b";

const theme: Record<string, string> = {
  "tokens.css": `:root {
  --color-link: light-dark(${accent.light}, ${accent.dark});
  --color-paper: light-dark(${paper.light}, ${paper.dark});
  --cover-ground: ${cover};
}
.site-own { color: red; }
`,
  "fonts.ts": `const face = (name: string) => ({
  name,
  weight: "300 900",
  files: { normal: "./kitchen.woff2" },
  fallbacks: ["Verdana", "sans-serif"],
});
export const fonts = {
  reading: face("Kitchen Text"),
  interface: face("Kitchen Sign"),
};
`,
  "mark.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 5">
  <!-- A plate -->
  <path fill="var(--color-link)" d="M1 0h8v5H1z"/>
  <path fill="var(--plate, ${fallback})" d="M4 2h2v2H4z"/>
</svg>
`,
  "cover.ts": `export const draw = ({ width, height }) => [
  { kind: "rect", tone: "ground", x: 0, y: 0, width, height },
  { kind: "rect", tone: "mid", x: 3, y: 5, width: 7, height: 11 },
];
`,
};

/** Output of a component that feeds mostly cannot show. */
const odd = `<p>An {"\\u0001odd\\uD83D"} text.</p>
<p style="color: red" onclick="run()">Styled</p>
<iframe src="https://player.example/1" title="A song"></iframe>
<iframe src="/play/"></iframe>
<video poster="/poster.png" controls><source src="film.mp4" type="video/mp4" /></video>
<svg viewBox="0 0 1 1"><title>A line</title><path d="M0 0h1" /></svg>
<img src="/one.png" srcset="/one.png 1x, /two.png 2x" sizes="1px" alt="One" width="10" height="20" />
<q cite="#here">Quoted</q><a href="?page=2">Two</a><a href="//example.org/x">Other</a>
<button>Press</button><script is:inline>run()</script><style is:inline>p { color: red }</style>`;

/** A word that only the unlisted article contains, in its address, title, alias and topics. */
export const apart = "qzxapart";

/** The slug of an article that was withdrawn before its date. */
export const old = `never-appeared-${canary}`;
/** Ten tags are the most that an article may have, and three articles give a tag its feed: 60 tags with feeds. */
const tagged = Array.from({ length: 18 }, (_, index): [string, string] => [
  `articles/many-${index}.md`,
  anArticleFile({
    title: `Many ${index}`,
    pubDate: "2025-01-01",
    tags: Array.from(
      { length: 10 },
      (_, tag) => `tag-${Math.floor(index / 3)}${tag}`,
    ),
  }),
]);

/** Articles that readers may see, beside those of the other fixture site. */
const published: [string, string][] = [
  [
    "articles/odd.md",
    anArticleFile(
      { title: "An\uffff odd title", pubDate: "2026-06-14" },
      "An &#1;odd&#x0B; te\ufffext.\n",
    ),
  ],
  [
    "articles/odd-in-mdx.mdx",
    anArticleFile(
      { title: "Odd in MDX", pubDate: "2026-06-13" },
      `import Odd from "#components/Odd.astro";

<Odd />
`,
    ),
  ],
  [
    "articles/drawn/index.md",
    anArticleFile({
      title: "Drawn",
      pubDate: "2026-06-12",
      cover: { image: "./oven.svg", alt: "An oven & a bar." },
    }),
  ],
  // The theme's typeface has no Greek.
  ["articles/one.md", anArticleFile({ title: "Σούπα" })],
  ["articles/two.md", anArticleFile({ title: "Ψωμί" })],
  [
    "articles/first-name.md",
    anArticleFile(
      {
        title: "Renamed",
        pubDate: "2026-06-11",
        aliases: [
          "/2019/renamed.html",
          "/thé/",
          "/c++/it's-new,(a:b)=c;d@e&f!/",
          "/series/merged/",
        ],
      },
      "A text.\n\n## Why\n\nBecause.\n",
    ),
  ],
  [
    "articles/linking.md",
    anArticleFile(
      { title: "Linking", supersededBy: apart, related: [apart] },
      "To [it](/articles/first-name/#why).\n",
    ),
  ],
  ...tagged,
];
const content = new Map<string, string | Uint8Array>([
  ...siteContent(),
  ...published,
  ...hostileContent,
  [
    "articles/drawn/oven.svg",
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 200"><path d="M200 20v160"/></svg>',
  ],
  [
    `articles/${apart}.md`,
    anArticleFile(
      {
        title: `${apart} title`,
        description: `${apart} description.`,
        pubDate: "2026-06-15T11:00:00Z",
        updatedDate: "2026-06-15T11:30:00Z",
        featured: true,
        listed: false,
        category: apart,
        tags: [apart, "shared"],
        authors: [apart],
        series: { id: "ladder", part: 3 },
        supersededBy: "plain-1",
        related: ["linking"],
        aliases: [`/old-${apart}/`],
      },
      `A ${apart} text.\n`,
    ),
  ],
  [
    `categories/${apart}.md`,
    `---\ntitle: ${apart} category\ndescription: ${apart}.\nhue: 0\norder: 9\n---\n![A field](./category-${canary}.png)\n`,
  ],
  [`authors/${apart}.md`, `---\nname: ${apart} author\n---\n`],
  ["articles/withdrawn.md", anArticleFile({ title: "Withdrawn" })],
  [
    `articles/${old}.md`,
    anArticleFile({
      title: old,
      aliases: [`/${old}-before/`],
      pubDate: "2026-12-01",
    }),
  ],
]);

/** The number of published articles besides those of the other fixture site. */
export const moreCount = published.length + 1;

/**
 * Writes its files, and publishes, renames and withdraws articles.
 * @param provider the address of the newsletter's provider
 * @returns its root
 */
export async function makeJournal(provider: string): Promise<string> {
  const root = makeSite(content);
  changeSettings(root, {
    ...hostileSettings,
    email: "cook@saucepan.example",
    menu: toolMenu,
    articlesPerFeed,
    feedArchives: ["site", "category"],
    atomAndJson: ["category"],
    hub,
    indexNowKey,
    ads: { provider: "ethicalads", publisher: "saucepan" },
    comments: {
      provider: "giscus",
      repo: "saucepan/journal",
      repoId: "R_kgDOAbCdEf",
      category: "Talk & more",
      categoryId: "DIC_kwDOAbCdEf4AbCdE",
    },
    newsletter: {
      provider: "other",
      action: `${provider}/join?from=site`,
      field: "address",
      hidden: { list: "weekly & more" },
      redirect: "next",
      honeypot: "website",
    },
  });
  const config = join(root, "astro.config.mjs");
  writeFileSync(
    config,
    readFileSync(config, "utf8").replace(
      "integrations",
      `security: { csp: { directives: ["connect-src ${counter}"] } }, integrations`,
    ),
  );
  const folder = join(root, "src/theme");
  mkdirSync(folder);
  for (const [name, text] of Object.entries(theme))
    writeFileSync(join(folder, name), text);
  copyFileSync(
    join(root, "engine/theme/default/figtree-latin.woff2"),
    join(folder, "kitchen.woff2"),
  );
  writeFileSync(join(root, "src/components/Odd.astro"), odd);
  const picture = join(root, "engine/feeds/cover-picture.ts");
  writeFileSync(
    picture,
    readFileSync(picture, "utf8").replace(
      "  const card =",
      "  console.log(`In a feed: ${address}`);\n  const card =",
    ),
  );
  for (const [command, ...args] of [
    ["publish", "--unrecorded"],
    ["rename", "first-name", "second-name"],
    ["unpublish", "withdrawn", "--reason", "The <cake> & its book are gone."],
    ["unpublish", old, "--reason", canary],
  ] as const) {
    const { code, err } = await runHere(root, command, args);
    if (code !== 0) throw new Error(`${command}: ${err}`);
  }
  return root;
}

/**
 * Builds it.
 * @returns its root, and what the build printed: which articles were made ready for feeds too
 */
export async function buildJournal(
  root: string,
): Promise<{ root: string; output: string }> {
  const { code, output } = await run(root, "build", journalEnvironment);
  if (code !== 0) throw new Error(output);
  return { root, output };
}
