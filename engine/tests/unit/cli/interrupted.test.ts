import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkContent } from "#check/check-content.ts";
import { applyPlan, type Plan } from "#cli/plan.ts";
import { planPublishing } from "#cli/publish.ts";
import { planRenaming } from "#cli/rename.ts";
import { planUnpublishing } from "#cli/unpublish.ts";
import { anArticleFile } from "../../support/an-article.ts";
import { makeContent, makeFolder } from "../../support/fixture.ts";
import { runHere } from "../../support/run-command.ts";

const now = new Date("2026-06-15T12:00:00Z");

const toRecord = (slug: string, published: string) =>
  `{\n  "/articles/${slug}/": { "id": "tag:saucepan.example,2026:/articles/${slug}/", "published": "${published}" }\n}\n`;

/** Every content file with its text. */
const filesOf = (root: string) =>
  readdirSync(join(root, "src/content"), {
    recursive: true,
    withFileTypes: true,
  })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [file.slice(root.length), readFileSync(file, "utf8")]);

const linking: [string, string] = [
  "articles/linking.md",
  anArticleFile({ title: "L" }, "[a](/articles/old/) [b](./old/a.png)\n"),
];

const cases: [
  string,
  [string, string][],
  "publish" | "rename" | "unpublish",
  string[],
][] = [
  [
    "the rename of a published article",
    [
      linking,
      ["articles/old/index.md", anArticleFile({}, "[a](/articles/old/#b)\n")],
      ["published.json", toRecord("old", "2026-01-02")],
    ],
    "rename",
    ["old", "new"],
  ],
  [
    "the rename of a scheduled article",
    [
      linking,
      ["articles/old.md", anArticleFile({ pubDate: "2026-12-01" })],
      ["published.json", toRecord("old", "2026-12-01")],
    ],
    "rename",
    ["old", "new"],
  ],
  [
    "the rename back to an earlier address",
    [
      ["articles/old.md", anArticleFile({ aliases: ["/articles/new/"] })],
      ["published.json", toRecord("old", "2026-01-02")],
    ],
    "rename",
    ["old", "new"],
  ],
  [
    "the publication of a draft",
    [["articles/old.md", anArticleFile({ draft: true })]],
    "publish",
    ["old", "--keep-day"],
  ],
  [
    "the withdrawal of an article that was not recorded",
    [["articles/old.md", anArticleFile()]],
    "unpublish",
    ["old"],
  ],
];

describe.each(cases)("%s", (_, content, command, args) => {
  test("is finished by running the command again after any interruption", async () => {
    const start = makeContent(content);
    const plan: Plan = await {
      publish: () => planPublishing(start, ["old"], { "keep-day": true }, now),
      rename: () => planRenaming(start, ["old", "new"], now),
      unpublish: () => planUnpublishing(start, "old", undefined, now),
    }[command]();
    const whole = makeFolder();
    cpSync(start, whole, { recursive: true });
    await applyPlan(whole, plan);

    for (const [index, file] of [...plan.writes.keys()].entries()) {
      const root = makeFolder();
      cpSync(start, root, { recursive: true });
      await applyPlan(root, {
        writes: new Map([...plan.writes].slice(0, index + 1)),
      });
      const { findings } = await checkContent(root);
      if (command === "rename") expect(findings, file).not.toEqual([]);
      const { code, err } = await runHere(root, command, args);
      expect({ code, err }, file).toEqual({ code: 0, err: "" });
      expect(filesOf(root), file).toEqual(filesOf(whole));
    }
  });
});
