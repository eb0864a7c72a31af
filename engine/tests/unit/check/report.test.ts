import { describe, expect, test, vi } from "vitest";
import type { Finding } from "#files/finding.ts";
import { checkContent } from "#check/check-content.ts";
import { count, toOutlook, toReport } from "#check/report.ts";
import { toWriterError } from "#files/writer-error.ts";
import { anArticleFile } from "../../support/an-article.ts";
import { makeContent } from "../../support/fixture.ts";

const finding = (own: Partial<Finding> = {}): Finding => ({
  file: "src/content/articles/first-cake.md",
  line: 4,
  column: 10,
  field: "pubDate",
  problem: "2026-02-31 is not a day in the calendar.",
  remedy: "Write the publication date, like 2026-02-28.",
  rule: "article/date",
  ...own,
});

test("a finding has the place, the problem, the remedy and the rule", () => {
  expect(toReport([finding()])).toBe(
    `src/content/articles/first-cake.md:4:10  pubDate
  2026-02-31 is not a day in the calendar.
  Write the publication date, like 2026-02-28.                  [article/date]

1 problem in 1 article.`,
  );
});

test("a finding about a whole file names no field", () => {
  const { field: _, ...whole } = finding();
  expect(toReport([whole]).split("\n")[0]).toBe(
    "src/content/articles/first-cake.md:4:10",
  );
});

test("rule names are aligned, with a space after a long remedy", () => {
  const long = "Write ".padEnd(80, "o");
  const lines = toReport([
    finding({ remedy: "Write it." }),
    finding({ remedy: long, rule: "article/fields" }),
    finding({ rule: "article/tags" }),
  ]).split("\n");
  expect([2, 6, 10].map((index) => lines[index]?.indexOf("["))).toEqual([
    64, 83, 64,
  ]);
  expect(lines[6]).toBe(`  ${long} [article/fields]`);
});

test("warnings of one rule beyond a limit are counted on one line; errors are always listed", () => {
  const times = (length: number, own: Partial<Finding>) =>
    Array.from({ length }, (_, index) => finding({ line: index + 4, ...own }));
  const findings = [
    ...times(5, {}),
    ...times(3, { severity: "warning", rule: "style/title" }),
    ...times(4, {
      severity: "warning",
      rule: "article/tag-introduction",
      problem: '"aws" is on 4 articles, but its page has no introduction.',
    }),
  ];
  const report = toReport(findings, 3);
  expect(report.match(/\[article\/date\]$/gm)).toHaveLength(5);
  expect(report.match(/\[style\/title\] warning$/gm)).toHaveLength(3);
  expect(report.split("\n\n").slice(-2)).toEqual([
    `4 warnings like this one (npm run check lists them):
  "aws" is on 4 articles, but its page has no introduction.     [article/tag-introduction] warning`,
    "5 problems and 7 warnings in 1 article.",
  ]);
  expect(toReport(findings)).not.toContain("like this one");
});

test.each([
  [["articles/a.md"], "1 problem in 1 article."],
  [["articles/a.md", "articles/a.md"], "2 problems in 1 article."],
  [["articles/a.md", "articles/b.md"], "2 problems in 2 articles."],
  [["tags/a.md"], "1 problem in 1 file."],
  [["articles/a.md", "articles/b.md", "tags/a.md"], "3 problems in 3 files."],
])("%j: %s", (files, summary) => {
  const report = toReport(
    files.map((file) => finding({ file: `src/content/${file}` })),
  );
  expect(report.split("\n\n")).toHaveLength(files.length + 1);
  expect(report.split("\n").at(-1)).toBe(summary);
});

test.each([
  [["warning"], "1 warning in 1 article."],
  [["reminder", "reminder"], "2 reminders in 1 article."],
  [["error", "reminder"], "1 problem and 1 reminder in 1 article."],
  [
    ["reminder", "warning", "error", "warning"],
    "1 problem, 2 warnings and 1 reminder in 1 article.",
  ],
] as const)("%j: %s", (severities, summary) => {
  const report = toReport(severities.map((severity) => finding({ severity })));
  expect(report.split("\n").at(-1)).toBe(summary);
  for (const severity of severities)
    expect(report).toContain(
      `[article/date]${severity === "error" ? "" : ` ${severity}`}\n`,
    );
});

test.each([
  [0, "0 problems"],
  [1, "1 problem"],
  [2, "2 problems"],
])("%i: %s", (number, words) => {
  expect(count(number, "problem")).toBe(words);
});

test("an error in content has a message and no stack trace", () => {
  const error = toWriterError("1 problem in 1 article.");
  expect(error).toBeInstanceOf(Error);
  expect(error.message).toBe("1 problem in 1 article.");
  expect(error.stack).toBe("");
});

describe("a build says", () => {
  const now = new Date("2026-06-15T12:00:00Z");
  const outlookOf = async (files: [string, string][]) => {
    const { content, findings } = await checkContent(makeContent(files));
    return toOutlook(content, findings, now);
  };

  test("how many articles there are, when the scheduled ones appear and how much check found", async () => {
    vi.stubEnv("BUILD_NOW", now.toISOString());
    expect(
      await outlookOf([
        ["articles/out.md", anArticleFile({ title: "Out" })],
        ["articles/draft.md", anArticleFile({ title: "D", draft: true })],
        [
          "articles/far.md",
          anArticleFile({ title: "Far", pubDate: "2062-02-03" }),
        ],
        [
          "articles/near.md",
          anArticleFile({
            title: "Near",
            pubDate: "2026-06-16T08:00:00+02:00",
          }),
        ],
        [
          "articles/marked.md",
          anArticleFile({ title: "M", updatedDate: "2026-06-20" }),
        ],
      ]),
    ).toBe(`5 articles: 2 published, 1 draft, 2 scheduled
  src/content/articles/near.md appears on 2026-06-16T08:00:00+02:00, if you build then.
  src/content/articles/far.md appears on 2062-02-03, if you build then.
1 warning and 1 reminder. To list them: npm run check`);
    vi.unstubAllEnvs();
  });

  test("the first ten days of many, and nothing of findings if there are none", async () => {
    const outlook = await outlookOf(
      Array.from({ length: 12 }, (_, index) => [
        `articles/a-${index}.md`,
        anArticleFile({
          title: `Title ${index}`,
          pubDate: `2026-07-${31 - index}`,
        }),
      ]),
    );
    expect(outlook.split("\n")).toHaveLength(12);
    expect(outlook).toMatch(
      /^12 articles: 0 published, 0 drafts, 12 scheduled\n.*a-11\.md appears on 2026-07-20/,
    );
    expect(outlook).toMatch(/\n {2}2 more appear later\.$/);
  });
});
