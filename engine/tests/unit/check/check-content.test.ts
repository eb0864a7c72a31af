import { expect, test } from "vitest";
import { checkContent } from "#check/check-content.ts";
import { anArticleFile } from "../../support/an-article.ts";
import { makeContent } from "../../support/fixture.ts";

test("1,000 findings of one rule are listed per file and the rest are counted; other rules are unaffected", async () => {
  const { findings } = await checkContent(
    makeContent([
      [
        "articles/a.md",
        anArticleFile(
          { aliases: Array.from({ length: 1200 }, (_, n) => `/tags/${n}/`) },
          "![A](bowl.png)\n",
        ),
      ],
      [
        "articles/b.md",
        anArticleFile({
          aliases: Array.from({ length: 1000 }, (_, n) => `/archive/${n}/`),
        }),
      ],
    ]),
  );
  const inA = findings.filter(({ file }) => file.endsWith("/a.md"));
  expect(inA).toHaveLength(1002);
  expect(inA[1000]).toMatchObject({
    line: 1007,
    problem: "200 more of this kind follow.",
    rule: "article/address",
    severity: "error",
  });
  expect(inA[1001]).toMatchObject({ rule: "article/picture" });
  expect(findings).toHaveLength(2002);
});
