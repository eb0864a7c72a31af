import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readSource } from "#files/read.ts";
import { articleSchema, pathOnly } from "#model/schema.ts";
import { checkContent } from "#check/check-content.ts";
import { toReport } from "#check/report.ts";
import { makeContent, readFixture } from "../../support/fixture.ts";

const broken = join(import.meta.dirname, "../../fixtures/broken");
const readJson = (name: string): unknown =>
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, "../../../init/vscode", name),
      "utf8",
    ),
  );

test("the snippet, filled in, is the front matter of a draft dated today", () => {
  const { Article } = readJson("article.code-snippets") as {
    Article: { body: string[] };
  };
  const written = Article.body
    .join("\n")
    .replace("$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE", "2026-11-22")
    .replace(/\$\{\d+\|(\w+).*?\|\}/g, "$1")
    .replace(/\$\{\d+:([^}]+)\}/g, "$1")
    .replace("$0", "Text.")
    .replace(/\$\d+/g, "Knives: which one first?");
  expect(written).not.toContain("$");
  const { source, findings } = readSource("a.md", "a", Buffer.from(written));
  expect(findings).toEqual([]);
  expect(source?.body).toContain("Text.");
  expect(articleSchema(pathOnly).parse(source?.data)).toMatchObject({
    title: "Knives: which one first?",
    pubDate: "2026-11-22",
    category: "notes",
    draft: true,
  });
});

type Pattern = Record<
  "file" | "line" | "column" | "message" | "code" | "severity",
  number
> & {
  regexp: string;
};

test("VS Code's task finds every problem of every broken fixture in the report", async () => {
  const { tasks } = readJson("tasks.json") as {
    tasks: [{ problemMatcher: { severity?: string; pattern: Pattern[] }[] }];
  };
  const matchers = tasks[0].problemMatcher;
  const fixtures = globSync("*.txt", { cwd: broken });
  expect(fixtures.length).toBeGreaterThan(15);
  for (const fixture of fixtures) {
    const { files } = readFixture(join(broken, fixture));
    const { findings } = await checkContent(makeContent(files));
    const lines = toReport(findings).split("\n");
    // As VS Code reads: one expression a line, and what they catch of a message is joined.
    const problems = lines.flatMap((_, index) => {
      const matched = matchers
        .map(({ severity = "error", pattern: patterns }) => ({
          severity,
          patterns,
          matches: patterns.map(({ regexp }, offset) =>
            new RegExp(regexp).exec(lines[index + offset] ?? ""),
          ),
        }))
        .find(({ matches }) => matches.every((match) => match !== null));
      if (!matched) return [];
      const { severity, patterns, matches } = matched;
      const get = (name: keyof Omit<Pattern, "regexp">) =>
        patterns
          .flatMap((pattern, offset) =>
            pattern[name] ? [matches[offset]![pattern[name]]] : [],
          )
          .join("\n");
      return [
        `${get("file")}:${get("line")}:${get("column")} ${get("message")} ${get("code")} ${get("severity") || severity}`,
      ];
    });
    expect(problems).toEqual(
      findings.map(
        ({ file, line, column, problem, remedy, rule, severity }) =>
          `${file}:${line}:${column} ${problem}\n${remedy} ${rule} ${severity === "reminder" ? "info" : severity}`,
      ),
    );
  }
});

test("settings and extensions are valid JSON", () => {
  expect(readJson("settings.json")).toMatchObject({
    "astro.content-intellisense": true,
    "[markdown]": { "editor.formatOnSave": false },
  });
  expect(readJson("extensions.json")).toMatchObject({
    recommendations: expect.arrayContaining([
      "astro-build.astro-vscode",
    ]) as unknown,
  });
});
