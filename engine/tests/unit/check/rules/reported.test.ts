import { expect, test } from "vitest";
import { checkContent } from "#check/check-content.ts";
import { anArticleFile } from "../../../support/an-article.ts";
import { makeContent } from "../../../support/fixture.ts";

/** The messages of some rules about one article. */
async function findMessages(
  rules: string,
  front: Parameters<typeof anArticleFile>[0],
  body = "A text.\n",
): Promise<string[]> {
  const { findings } = await checkContent(
    makeContent([["articles/a.md", anArticleFile(front, body)]]),
  );
  return findings
    .filter(({ rule }) => rule.startsWith(rules))
    .map(({ problem }) => problem);
}

test("lengths are in characters as readers see them", async () => {
  expect(await findMessages("style/", { title: "👩‍🍳".repeat(70) })).toEqual([]);
  expect(await findMessages("style/title", { title: "👩‍🍳".repeat(71) })).toEqual(
    ["It has 71 characters; search results show about 70."],
  );
  expect(
    await findMessages("style/description", { description: "👩‍🍳".repeat(200) }),
  ).toEqual([]);
});

test("a description repeats a title only in whole words", async () => {
  const description =
    "good pans last for decades when they are oiled and dried.";
  expect(await findMessages("style/", { title: "Go", description })).toEqual(
    [],
  );
  expect(
    await findMessages("style/", { title: "Good pans", description }),
  ).toEqual(["The description repeats the title."]);
});

test("internship and internships are reported as two spellings of one tag", async () => {
  expect(
    await findMessages("article/tag", { tags: ["internship", "internships"] }),
  ).toEqual(['"internships" is also spelled "internship", in one article.']);
});

test("an article may link to every file that the build writes", async () => {
  const links = [
    "/articles/a.md",
    "/favicon.ico",
    "/site.webmanifest",
    "/apple-touch-icon.png",
    "/icon-512.png",
    "/icon-maskable-512.png",
    "/feed.css",
    "/feeds.opml",
    "/cards/articles/a.png",
    "/cards/index.png",
  ].map((address) => `- [${address}](${address})`);
  expect(await findMessages("content/link", {}, links.join("\n"))).toEqual([]);
  expect(
    await findMessages("content/link", {}, "[a](/cards/articles/b.png)"),
  ).toHaveLength(1);
});
