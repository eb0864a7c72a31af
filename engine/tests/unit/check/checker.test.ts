import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import { checkerOf, type Checked } from "#check/checker.ts";
import { toStamp } from "#files/stamp.ts";
import { anArticleFile } from "../../support/an-article.ts";
import { makeContent } from "../../support/fixture.ts";

const makeRoot = () =>
  makeContent([
    ["articles/first.md", anArticleFile({ title: "First" })],
    ["articles/second.md", anArticleFile({ title: "Second" })],
  ]);
const articlesOf = ({ content }: Checked) => content.collections.articles;

/** Follows a checker, and collects what it is called with. */
const follow = async (checker: ReturnType<typeof checkerOf>, name: string) => {
  const seen: Checked[] = [];
  await checker.follow(name, async (checked) => void seen.push(checked));
  return seen;
};

test("every follower gets the same check", async () => {
  const root = makeRoot();
  const [[one], [other]] = await Promise.all([
    follow(checkerOf(root), "articles"),
    follow(checkerOf(`${root}/`), "tags"),
  ]);
  expect(one).toBeDefined();
  expect(other).toBe(one);
});

test("after a save only the changed file is read again, and every follower gets the one new check", async () => {
  const root = makeRoot();
  await expect
    .poll(() => toStamp(join(root, "src/content/articles/first.md")).isSettled)
    .toBe(true);
  const checker = checkerOf(root);
  const followed = await follow(checker, "articles");
  const others = await follow(checker, "tags");

  const file = join(root, "src/content/articles/second.md");
  writeFileSync(file, `${readFileSync(file, "utf8")}\nAnother sentence.\n`);
  // One save may cause two events.
  const [ignored, after] = await Promise.all([
    checker.checkAgain(),
    checker.checkAgain(),
  ]);
  expect(ignored).toBeUndefined();
  const [before] = followed;
  expect(followed).toEqual([before, after]);
  expect(others).toEqual([before, after]);
  const [first, second] = articlesOf(before!);
  expect(articlesOf(after!)[0]).toBe(first);
  expect(articlesOf(after!)[1]).not.toBe(second);
});

test("a file saved a moment ago is read again even if its size and times are the same", async () => {
  const root = makeRoot();
  const checker = checkerOf(root);
  const file = join(root, "src/content/articles/first.md");
  for (const title of ["Other", "Third", "Fifth"]) {
    writeFileSync(file, anArticleFile({ title }));
    const checked = await checker.checkAgain();
    expect(articlesOf(checked!)[0]?.data["title"]).toBe(title);
  }
});

test("a save during the first check calls no follower twice at once", async () => {
  const checker = checkerOf(makeRoot());
  let running = 0;
  const most: number[] = [];
  const first = checker.follow("articles", async () => {
    most.push(++running);
    await setImmediate();
    running--;
  });
  await Promise.all([first, checker.checkAgain()]);
  expect(most).toEqual([1, 1]);
});
