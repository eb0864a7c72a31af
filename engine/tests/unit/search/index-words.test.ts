import { expect, test } from "vitest";
import { fromIndexed, toIndexed } from "#search/index-words.ts";
import { toTerms } from "#search/query-terms.ts";

test.each([
  "Don’t say “AWS’s `aws s3 ls`” in C++, C# or .NET—not even (k8s).",
  "Weißbier, ŒUVRE, Œuvre, Ænima, Łódź, straße, STRAẞE, ﬁne, Øre, þorn",
  "GPTは、東京都の認証機関です。 新しい ページ",
  "ＡＷＳ と Ｗｅｂの話。ｶﾅ、ｶﾞｽ、ﾀﾞｰ！ 「ＧｉｔＨｕｂ」",
  "x² ½ ① Ⅳ 𝐀𝐖𝐒 µm ﬂuﬃ Straße–Nord’ß` (ŒUVRE) ﷺ … ™ ㍿ ﾞ",
  "O’Brien’s AWS-S3, awsKey, AWSKeys, COVID-19, 1,000 and U.S.",
  "ＡＷＳ".repeat(2000),
  "한국어 문서와 ภาษาไทย น้ำ 𠮷野家 😀",
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
  expect(toTerms(" … _ ")).toEqual([]);
});
