import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, inject, test } from "vitest";
import { audit } from "gatepost/audit/checks.ts";
import { isError } from "gatepost/check/rule.ts";
import { toLines } from "gatepost/cli/audit.ts";
import { readContent } from "gatepost/files/content.ts";
import { stateOf } from "gatepost/model/published.ts";
import { readNow } from "gatepost/model/dates.ts";
import { pageAt, readDist } from "gatepost/tests/support/build-site.ts";
import {
  expectPlainMarkdown,
  expectSameText,
  textsIn,
} from "gatepost/tests/support/markdown-texts.ts";
import { findProblems } from "gatepost/tests/support/sound-html.ts";
import { site } from "../src/site.ts";
import { now, root } from "./support/publication.ts";

const dist = readDist(inject("site"));
const { articles } = (await readContent(root)).collections;
process.env.BUILD_NOW = now;
const inState = (state: ReturnType<typeof stateOf>) =>
  articles
    .filter((article) => stateOf(article, readNow()) === state)
    .map(({ id }) => id);

test("every page is valid HTML", async () => {
  expect(await findProblems(dist)).toEqual([]);
});

test("the audit finds no problem", () => {
  const folder = inject("site");
  const { findings } = audit(join(folder, "dist"), folder);
  expect(toLines(findings.filter(isError))).toEqual([]);
});

test("every published article has a page, and drafts appear nowhere", () => {
  for (const id of inState("published"))
    expect(pageAt(dist, `/articles/${id}/`)).toContain("<h1");
  const drafts = inState("draft");
  expect(
    [...dist.keys()].filter((path) =>
      drafts.some((id) => path.split(/[/.]/).includes(id)),
    ),
  ).toEqual([]);
});

const home = site.address + (site.base ?? "").replace(/\/$/, "");

test("every article's Markdown copy has the same text and works outside the site", () => {
  expect(textsIn(dist)).toHaveLength(inState("published").length);
  for (const text of textsIn(dist)) {
    expectSameText(dist, text);
    expectPlainMarkdown(dist, text, home);
  }
});

/** Text that a page must contain while a setting is missing. Skipped if there is no such page. */
test.each([
  ["pages/corrections.md", site.email, "hasn't set one up yet"],
  ["pages/privacy.md", site.newsletter, "no forms that ask for your address"],
])("%s agrees with the site's settings", (path, fact, words) => {
  const file = join(root, "src/content", path);
  if (!fact && existsSync(file))
    expect(readFileSync(file, "utf8")).toContain(words);
});
