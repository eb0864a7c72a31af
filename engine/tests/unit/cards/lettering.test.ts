import { describe, expect, test } from "vitest";
import { toDrawable } from "#cards/lettering.ts";

describe("the part of a text that our fonts can show", () => {
  test.each([
    "Steel or cast iron? Two kinds of saucepans",
    "Łódź, Żółw, ğüşıİ, Ångström, œuvre",
    "Αξίζει ένα πιστοποιητικό;",
    "Стоит ли сертификат своих денег?",
    "Chứng chỉ có đáng không?",
    `<b>bold</b> & "quoted" ]]> </script> 'it''s`,
    "“Yes” — 50 % of 2 × 3 = £3… €4",
  ])("%s stays as it is", (text) => {
    expect(toDrawable(text)).toBe(text);
  });

  test.each([
    ["Worth it? 😀 Yes 👩🏽‍🚀🇵🇱", "Worth it? Yes"],
    ["Done ✓ and ★ starred", "Done and starred"],
    ["1️⃣ first", "1 first"],
    [
      "hyphen\u2011ated, in\u00advisible,\u200b narrow\u202fspace",
      "hyphen-ated, invisible, narrow space",
    ],
    ["  many\t\nspaces ", "many spaces"],
    ["re\u0301sume\u0301", "résumé"],
    ["An o\ufb03ce, a \ufb01le and ＡＷＳ", "An office, a file and AWS"],
    ["Heart ❤︎ and ☁\ufe0e", "Heart and"],
  ])("%s is drawn without decoration: %s", (text, shown) => {
    expect(toDrawable(text)).toBe(shown);
  });

  test.each([
    "האם זה שווה",
    "資格は役に立つか",
    "هل تستحق",
    "คุ้มไหม",
    "One word of שלום",
    "1 ≢ 2",
  ])(
    "%s is not drawn at all, since leaving characters out would change the meaning",
    (text) => {
      expect(toDrawable(text)).toBeUndefined();
    },
  );

  test.each(["", " ", "😀", "\u200b"])("nothing is left of “%s”", (text) => {
    expect(toDrawable(text)).toBeUndefined();
  });
});
