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
const guides = ["docs/writing.md", "docs/style.md"]
  .map((file) => readFileSync(join(project, file), "utf8"))
  .join("\n");

/** The expected results of each section's examples, in order. */
const promised: Record<string, RegExp[]> = {
  Paragraphs: [/<p>The answer[^]*<em>stressed<\/em>[^]*<strong>strong</],
  Headings: [
    /<h2 id="when-to-wait">.*<a class="heading-link" href="#when-to-wait"[^]*<h3 id="if-the-dough-is-cold">/,
  ],
  Lists: [/<ul>\n<li>One point[^]*<ol>\n<li>First this/],
  Links: [/href="[^"]*\/articles\/"[^]*"#when-to-wait"[^]*pan" rel="external"/],
  Pictures: [
    /<p><img [^>]*Two pans, one/,
    /<img [^>]*&quot;alt&quot;:&quot;&quot;/,
  ],
  Figures: [/<figure><img [^>]*><figcaption>A lid: without it/],
  Tables: [/<div class="table"[^]*<td class="right">300/],
  Footnotes: [/<sup><a href="#[^]*>Notes<\/h2>[^]*In the mill’s own report/],
  Abbreviations: [
    /ABV<\/abbr> <small>\(Alcohol by volume\)<\/small>[^]*A higher ABV makes the sauce bitter\.<\/p>\s*$/,
  ],
  Quotations: [/<blockquote>/],
  Code: [/<code>npm test<\/code>[^]*<pre class="code"[^]*class="keyword"/],
  "Files and lines of code": [
    /<figcaption>src\/site\.ts<[^]*<mark class="line">[^\n]*Saucepan[^]*en"[^]*(?:<mark class="line">[^]*){2}/,
  ],
  "Changes in code": [
    /<del class="line"><span class="sign">-<[^\n]*\n<ins class="line"><span class="sign">\+<[^]*<\/pre>[^]*<del class="line"><span class="sign">-<[^\n]*\n<ins class="line"><span class="sign">\+</,
  ],
  Callouts: [
    /<aside [^>]*data-kind="warning"[^]*<strong>The handle gets hot[^]*<aside [^>]*data-kind="tip"[^]*<strong>Tip</,
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
  "Tables that compare": [/_jsxs?\(Compare, \{\s*caption: "Two pans/],
  "Checklists that remember": [/_jsxs?\(Checklist, \{(?:[^]*"task"[^]*☐){2}/],
  "Our own callouts and components": [
    /<aside [^>]*data-kind="gate"[^]*<strong>You need it whatever[^]*<aside [^>]*data-kind="signal"[^]*<strong>Signal</,
    /_jsx\(Verdict, \{\s*answer: "wait"/,
  ],
};

/** The headings in the guides with their examples, in fences of three or more backticks. */
const headings: {
  heading: string;
  examples: { format: string; example: string }[];
}[] = [];
for (const [, heading, , format = "", example = ""] of guides.matchAll(
  /^## (.+)$|^(`{3,})(mdx?)\n([^]*?)\n\2$/gm,
))
  if (heading) headings.push({ heading, examples: [] });
  else headings.at(-1)?.examples.push({ format, example });
const sections = headings.filter(({ examples }) => examples.length > 0);

test("every example in the guides is tested", () => {
  expect(
    sections.map(({ heading, examples }) => [heading, examples.length]),
  ).toEqual(
    Object.entries(promised).map(([heading, { length }]) => [heading, length]),
  );
});

describe.each(sections)("$heading", ({ heading, examples }) => {
  test.each(examples.map((one, index) => ({ ...one, index })))(
    "example $index passes check and renders as the guide says",
    async ({ format, example, index }) => {
      const root = makeContent([
        [`articles/example/index.${format}`, anArticleFile({}, `${example}\n`)],
        [
          "articles/example/pan.svg",
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 4"><style>path { fill: black } @media (prefers-color-scheme: dark) { path { fill: white } }</style><path d="M0 0h1v4H0z"/></svg>',
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
