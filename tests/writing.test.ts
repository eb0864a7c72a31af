import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkContent } from "gatepost/check/check-content.ts";
import { toReport } from "gatepost/check/report.ts";
import { processor, shikiConfig } from "gatepost/markdown/pipeline.ts";
import { anArticleFile } from "gatepost/tests/support/an-article.ts";
import { makeContent } from "gatepost/tests/support/fixture.ts";
import { now } from "gatepost/tests/support/site-content.ts";

process.env.BUILD_NOW = now;

const project = join(import.meta.dirname, "..");
const guide = readFileSync(join(project, "docs/writing.md"), "utf8");

/** What each part of the guide says that its examples become, in order. */
const promised: Record<string, RegExp[]> = {
  Paragraphs: [/<p>The answer[^]*<em>stressed<\/em>[^]*<strong>strong</],
  Headings: [
    /<h2 id="when-to-wait">.*<a class="heading-link" href="#when-to-wait"[^]*<h3 id="if-the-employer-pays">/,
  ],
  Lists: [/<ul>\n<li>One point[^]*<ol>\n<li>First this/],
  Links: [
    /href="[^"]*\/articles\/gate-or-signal\/"[^]*#the-signal"[^]*"#when-to-wait"[^]*exam" rel="external"/,
  ],
  Pictures: [
    /<p><img [^>]*Two posts with a bar/,
    /<img [^>]*&quot;alt&quot;:&quot;&quot;/,
  ],
  Figures: [/<figure><img [^>]*><figcaption>A gate: without it/],
  Tables: [/<div class="table"[^]*<td class="right">300/],
  Footnotes: [/<sup><a href="#[^]*>Notes<\/h2>[^]*In the body’s own report/],
  Abbreviations: [
    /CKA<\/abbr> <small>\(Certified Kubernetes Administrator\)<\/small>[^]*The CKA ends after three years\.<\/p>\s*$/,
  ],
  Quotations: [/<blockquote>/],
  Code: [/<code>npm test<\/code>[^]*<pre class="code"[^]*class="keyword"/],
  "Files and lines of code": [
    /<figcaption>src\/site\.ts<[^]*<mark class="line">[^\n]*Gatepost[^]*en"[^]*(?:<mark class="line">[^]*){2}/,
  ],
  "Changes in code": [
    /<del class="line"><span class="sign">-<[^\n]*\n<ins class="line"><span class="sign">\+<[^]*<\/pre>[^]*<del class="line"><span class="sign">-<[^\n]*\n<ins class="line"><span class="sign">\+</,
  ],
  Callouts: [
    /<aside [^>]*data-kind="gate"[^]*<strong>You need it whatever[^]*<aside [^>]*data-kind="signal"[^]*<strong>Signal</,
  ],
  "Callouts as on GitHub": [
    /<aside [^>]*data-kind="note"[^]*<aside [^>]*data-kind="warning"/,
  ],
  Videos: [
    /data-video="dQw4w9WgXcQ"><a [^>]*><strong>A song[^]*<a [^>]*><img /,
  ],
  "Calls to action": [/<div hidden data-cta="feed"><\/div>/],
  Checklists: [/(?:<span class="task"[^]*){3}/],
  HTML: [/<kbd>Ctrl<\/kbd>[^]*<details>[^]*<p>It depends/],
  Components: [/_jsx\(Verdict, \{\s*answer: "wait"/],
  "Tables that compare": [/_jsxs?\(Compare, \{\s*caption: "Two certificates/],
  "Checklists that remember": [/_jsxs?\(Checklist, \{(?:[^]*"task"[^]*☐){2}/],
};

/** The guide's headings, each with its examples: ```md … ```, or more backticks around some. */
const parts: {
  heading: string;
  examples: { format: string; example: string }[];
}[] = [];
for (const [, heading, , format = "", example = ""] of guide.matchAll(
  /^## (.+)$|^(`{3,})(mdx?)\n([^]*?)\n\2$/gm,
))
  if (heading) parts.push({ heading, examples: [] });
  else parts.at(-1)?.examples.push({ format, example });

test("every part of the guide has examples, and a test knows what they become", () => {
  expect(
    parts.map(({ heading, examples }) => [heading, examples.length]),
  ).toEqual(
    Object.entries(promised).map(([heading, { length }]) => [heading, length]),
  );
});

describe.each(parts)("$heading", ({ heading, examples }) => {
  test.each(examples.map((one, index) => ({ ...one, index })))(
    "example $index passes check and becomes what the guide says",
    async ({ format, example, index }) => {
      const root = makeContent([
        [`articles/example/index.${format}`, anArticleFile({}, `${example}\n`)],
        [
          "articles/example/gate.svg",
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><style>path { fill: black } @media (prefers-color-scheme: dark) { path { fill: white } }</style><path d="M0 0h1v4H0z"/></svg>',
        ],
        [
          "articles/gate-or-signal.md",
          anArticleFile(
            { title: "Gate or signal?" },
            "## The signal\n\nOne.\n",
          ),
        ],
      ]);
      const components = "src/components";
      cpSync(join(project, components), join(root, components), {
        recursive: true,
      });
      const findings = (await checkContent(root)).findings.filter(
        ({ rule, file }) =>
          file.includes("example/") && rule !== "article/unrecorded",
      );
      expect(findings, toReport(findings)).toEqual([]);

      const shared = {
        syntaxHighlight: "shiki" as const,
        shikiConfig,
        gfm: true,
        smartypants: true,
      };
      const html =
        format === "md"
          ? await (await processor.createRenderer(shared)).render(example)
          : await (
              await processor.createMdxRenderer?.(shared, { optimize: false })
            )?.process(example, join(root, "index.mdx"), {});
      expect(html?.code).toMatch(promised[heading]?.[index] ?? /^$/);
    },
  );
});
