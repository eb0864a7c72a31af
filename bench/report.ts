import type { Measured, Mode, Part, Result } from "./build.ts";

const us = "Gatepost";

/** The text of `docs/benchmarks.md`. */
export function toReport({
  results,
  parts,
  areas,
  machine,
  runs,
  day,
}: {
  results: Result[];
  parts: Part[];
  areas: [area: string, seconds: number][];
  machine: string;
  runs: number;
  day: string;
}): string {
  const sizes = [...new Set(results.map(({ articles }) => articles))];
  const largest = sizes.at(-1) as number;
  const names = [...new Set(results.map(({ name }) => name))];
  const of = (name: string, articles: number) =>
    results.find(
      (result) => result.name === name && result.articles === articles,
    );
  const wall = (name: string, articles: number, mode: Mode) =>
    of(name, articles)?.modes[mode].wall ?? NaN;
  const ratio = (one: number, other: number) =>
    Number.isNaN(one / other) ? "" : (one / other).toFixed(2);

  const bySize = sizes.map((articles) => {
    const rows = results
      .filter((result) => result.articles === articles)
      .map(({ name, pages, megabytes, modes }) => [
        name,
        pages.toLocaleString("en"),
        megabytes.toFixed(0),
        toCell(modes.cold),
        toCell(modes.edit),
        toCell(modes.nothing),
        Math.max(
          ...Object.values(modes).map(({ megabytes }) => megabytes),
        ).toFixed(0),
      ]);
    return `### ${articles.toLocaleString("en")} articles\n\n${toTable(
      [
        "",
        "pages",
        "MB of output",
        "cold",
        "one article edited",
        "nothing changed",
        "MB of memory",
      ],
      rows,
    )}`;
  });

  const ratios = names
    .filter((name) => name !== us)
    .map((name) => [
      name,
      ...sizes.flatMap((articles) =>
        (["cold", "edit", "nothing"] as const).map((mode) =>
          ratio(wall(us, articles, mode), wall(name, articles, mode)),
        ),
      ),
    ]);

  const growth = names.map((name) => [
    name,
    ...sizes.slice(1).map((articles, index) => {
      const before = sizes[index] as number;
      const more = wall(name, articles, "cold") - wall(name, before, "cold");
      return ((1000 * more) / (articles - before)).toFixed(1);
    }),
  ]);

  const slopes = growth.at(-1)?.slice(1).map(Number) ?? [];
  const partOf = (articles: number) =>
    parts.find((part) => part.articles === articles) as Part;
  const { cards, search } = partOf(largest);
  /** The goals are for large sites. */
  const goalSizes = sizes.filter((size) => size >= 5000 || size === largest);
  type Goal = [
    goal: string,
    limit: number,
    measure: (articles: number) => number,
  ];
  const against = (name: string, mode: Mode) => (articles: number) =>
    wall(us, articles, mode) / wall(name, articles, mode);
  const editAgainst = (name: string) => (articles: number) =>
    partOf(articles).edit.wall / wall(name, articles, "edit");
  const coldAgainst = (name: string) => (articles: number) =>
    (wall(us, articles, "cold") -
      partOf(articles).cards -
      partOf(articles).search) /
    wall(name, articles, "cold");
  const goals: Goal[] = [
    ["nothing changed ≤ 0.3 × Hugo", 0.3, against("Hugo", "nothing")],
    ["one article edited ≤ 0.7 × Hugo", 0.7, against("Hugo", "edit")],
    ["the same without search", 0.7, editAgainst("Hugo")],
    ["one article edited ≤ 0.3 × Eleventy", 0.3, against("Eleventy", "edit")],
    ["the same without search", 0.3, editAgainst("Eleventy")],
    [
      "cold, without share cards and search, ≤ 1 × stock Astro",
      1,
      coldAgainst("stock Astro"),
    ],
    [
      "cold, without share cards and search, ≤ 2 × Eleventy",
      2,
      coldAgainst("Eleventy"),
    ],
    ["cold, whole, ≤ 3 × stock Astro", 3, against("stock Astro", "cold")],
    [
      "growth ≤ 1.1 × that up to the size before",
      1.1,
      (articles) => {
        const at = sizes.indexOf(articles) - 1;
        return (slopes[at] ?? NaN) / (slopes[at - 1] ?? NaN);
      },
    ],
    [
      "memory ≤ 1,024 MB",
      1024,
      (articles) => of(us, articles)?.modes.cold.megabytes ?? NaN,
    ],
    [
      "`npm run check` without spelling ≤ 10 s",
      10,
      (articles) => partOf(articles).check.cold.wall,
    ],
    [
      "the same after an edit ≤ 2 s",
      2,
      (articles) => partOf(articles).check.edit.wall,
    ],
  ];

  return `# Benchmarks

Made on ${day} by \`npm run bench -- --articles ${sizes.join(",")} --runs ${runs}\`, which writes this file: ${machine}, in
memory, ${runs === 1 ? "one run each" : `the median of ${runs} runs`}, the programs in turn. Seconds are of the wall, with CPU
seconds in brackets. Other machines have other seconds: compare the ratios.

All programs get the same words, about 900 an article. The peers write what a plain blog of theirs has: a page for each article,
lists of twenty by date, category and tag, an RSS feed and a sitemap. Gatepost writes its whole product: three feeds with their
archives, feeds of every topic, structured data, related articles, a share card and a Markdown copy of each article, and the search
index. The floor (\`bench/peers/floor.ts\`) is no program for publishing: it parses every article and writes the pages, to show what
no program in JavaScript can avoid.

${bySize.join("\n\n")}

Of our cold build, share cards are about ${cards.toFixed(0)} s at ${largest.toLocaleString("en")} articles, and of every build with
a changed text the search index is ${search.toFixed(0)} s.

## Ratios

The seconds of Gatepost divided by those of each program.

${toTable(
  [
    "",
    ...sizes.flatMap((articles) =>
      ["cold", "edit", "nothing"].map(
        (mode) => `${articles.toLocaleString("en")}: ${mode}`,
      ),
    ),
  ],
  ratios,
)}

## Growth

Milliseconds of a cold build for each article more.

${toTable(
  [
    "",
    ...sizes
      .slice(1)
      .map(
        (articles, index) =>
          `${sizes[index]?.toLocaleString("en")} → ${articles.toLocaleString("en")}`,
      ),
  ],
  growth,
)}

## Goals

Without search means with a stand-in for Pagefind that indexes nothing (\`bench/no-search.mjs\`).

${toTable(
  ["goal", ...goalSizes.map((size) => `${size.toLocaleString("en")} articles`)],
  goals.map(([goal, limit, measure]) => [
    goal,
    ...goalSizes
      .map(measure)
      .map((measured) =>
        Number.isNaN(measured)
          ? ""
          : `${measured.toFixed(limit > 100 ? 0 : 2)}, ${measured <= limit ? "reached" : "not reached"}`,
      ),
  ]),
)}

One article edited takes ${goalSizes
    .map(
      (size) =>
        `${toCell(partOf(size).edit)} without search at ${size.toLocaleString("en")} articles`,
    )
    .join(", ")}.

${why}

## Where the next tenth of a second is

One article edited, ${largest.toLocaleString("en")} articles: seconds by part, from a CPU profile (which slows everything a little).

${toTable(
  ["part", "seconds"],
  areas
    .filter(([, seconds]) => seconds >= 0.05)
    .map(([area, seconds]) => [area, seconds.toFixed(2)]),
)}
`;
}

/** What the numbers cannot say. */
const why = `## Why, and what was tried

- **Search** is the largest part of an edit. Pagefind has no way to change an index: every text is indexed again, about 2 ms each. It gets
  a small page of each article, prepared once and kept, which it reads in two thirds of the time. A thread of its own gives it
  the unchanged ones while everything else is checked and rendered, so an edit takes hardly longer than Pagefind alone.
  Several indexes that are searched together, of which an edit changes one, were built and dropped: where a word is not found,
  Pagefind falls back to its beginning, in each index by itself, so a rare word brought unrelated articles from the others. If no
  text changed, the index stays.
- **Hugo** rebuilds everything on all cores in compiled code. One edited article costs us reading what was kept of the others,
  checking links and references between all of them, and computing the key of every page. At 3,000 articles, these and the rest took
  4.6 s of processor time on a busy machine, besides Pagefind: 3.4 s since related articles are scored in arrays, short props are
  their own keys, sharp and the sitemap are loaded only when they are needed, and unchanged content is not written again.
- **Cold builds** write three times as many files as the peers, and each article in four forms: page, feeds, Markdown, search.
  Share cards were more than a third of them. They have few colours, so drawing them with a palette and compressing only runs of one
  colour halved their processor time, 17 → 8 ms each in a busy build of 1,000 articles, and a thread of their own draws them while
  pages are rendered: together 24 → 18 s of the wall. Two workers with half the pages each are not built: on
  two cores, the cards now take the second one as long as the pages take the first.
- **Colours of code** are 0.2 s of 1,000 articles. Keeping them by block would help a corpus with the same few blocks, not a real
  site, whose blocks differ.
- **Feeds** of an archive have only their own articles as input: before, one edit rendered every page of every archive, 3 s at
  5,000 articles.
- **Memory** grows with the number of articles, mostly in native code. Rendered texts are kept on the disk: 1,293 → 1,083 MB at
  3,000 articles. Native code frees what it returned only between two turns of the event loop, and a build took none while it read
  or rendered: now it takes one after every few texts and pages, 1,059 → 859 MB.
- A larger young generation for Node's garbage collector does not help: 1 to 16 MB made no difference beyond the noise of
  a busy machine.`;

const toCell = ({ wall, cpu }: Measured): string =>
  `${wall.toFixed(2)} s (${cpu.toFixed(1)})`;

const toTable = (head: string[], rows: string[][]): string =>
  [head, head.map((_, index) => (index === 0 ? "---" : "--:")), ...rows]
    .map((cells) => `| ${cells.join(" | ")} |`)
    .join("\n");
