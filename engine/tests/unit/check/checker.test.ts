import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkerOf, type Checked } from "#check/checker.ts";
import { anArticleFile } from "../../support/an-article.ts";
import { makeContent } from "../../support/fixture.ts";

const makeRoot = () =>
  makeContent([
    ["articles/first.md", anArticleFile({ title: "First" })],
    ["articles/second.md", anArticleFile({ title: "Second" })],
  ]);
const articlesOf = ({ content }: Checked) => content.collections.articles;

test("whoever asks gets the same check, even from a second copy of the code", async () => {
  const root = makeRoot();
  // Vite bundles the loader; Node loads the overlay: each has its own copy of this module.
  const copy = (await import("#check/checker.ts?copy" as string)) as {
    checkerOf: typeof checkerOf;
  };
  expect(copy.checkerOf).not.toBe(checkerOf);
  const [one, other, third] = await Promise.all([
    checkerOf(root).check(),
    copy.checkerOf(`${root}/`).check(),
    checkerOf(root).check(),
  ]);
  expect(other).toBe(one);
  expect(third).toBe(one);
});

test("after a save only the changed file is read again, and every follower gets the one new check", async () => {
  const root = makeRoot();
  const checker = checkerOf(root);
  const before = await checker.check();
  const followed: Checked[] = [];
  for (const name of ["articles", "tags"])
    checker.follow(name, async (checked) => void followed.push(checked));

  const file = join(root, "src/content/articles/second.md");
  writeFileSync(file, `${readFileSync(file, "utf8")}\nAnother sentence.\n`);
  // A save may come as two events; one that comes while a check runs makes it start once more.
  const [after, ignored] = await Promise.all([
    checker.checkAgain(),
    checker.checkAgain(),
  ]);
  expect(ignored).toBeUndefined();
  expect(followed).toEqual([after, after]);
  expect(await checker.check()).toBe(after);
  const [first, second] = articlesOf(before);
  expect(articlesOf(after!)[0]).toBe(first);
  expect(articlesOf(after!)[1]).not.toBe(second);
});

test("what is forgotten is checked anew and follows nobody", async () => {
  const checker = checkerOf(makeRoot());
  const before = await checker.check();
  let told = 0;
  checker.follow("articles", async () => void told++);
  checker.forget();
  expect(await checker.check()).not.toBe(before);
  await checker.checkAgain();
  expect(told).toBe(0);
});
