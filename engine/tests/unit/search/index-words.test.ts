import { expect, test } from "vitest";
import { fromIndexed, toIndexed } from "#search/index-words.ts";
import { toTerms } from "#search/query-terms.ts";

test.each([
  "Don’t say “AWS’s `aws s3 ls`” in C++, C# or .NET—not even (k8s).",
  "Weißbier, ŒUVRE, Œuvre, Ænima, Łódź, straße, STRAẞE, ﬁne, Øre, þorn",
  "GPTは、東京都の認証機関です。 新しい ページ",
  "한국어 문서와 ภาษาไทย 𠮷野家 😀",
  "",
])("%j is shown as written", (text) => {
  expect(fromIndexed(toIndexed(text))).toBe(text);
});

test("a soft hyphen is neither indexed nor shown", () => {
  expect(fromIndexed(toIndexed("Donau\u00addampf"))).toBe("Donaudampf");
});

test("a query without letters or digits asks for nothing", () => {
  expect(
    toTerms("“ ” – ` & <b></b>").map(({ beginning }) => beginning),
  ).toEqual(["b", "b"]);
  expect(toTerms(" … ")).toEqual([]);
});
