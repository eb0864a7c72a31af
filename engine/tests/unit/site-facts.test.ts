import { describe, expect, test } from "vitest";
import { siteSchema } from "#site-settings.ts";
import { evaluateWith } from "../support/with-settings.ts";

const { storageKey, language } = siteSchema.shape;

test("the script before the first paint reads the key in the settings", () => {
  const script = evaluateWith(
    { storageKey: "larder2" },
    "styles/first.ts",
    "it.firstTheme",
  );
  expect(script).toContain('storageKey="larder2";');
});

test("dates are written in the language that the settings name", () => {
  const long = evaluateWith(
    { language: "de" },
    "model/dates.ts",
    'it.formatDay(it.readArticleDate("2026-05-02"))',
  );
  expect(long).toBe("2. Mai 2026");
});

describe("in the settings", () => {
  test("the key is a valid property name that no storage object has", () => {
    for (const key of ["site1", "theLarder2", "a_b3"])
      expect(storageKey.safeParse(key).success, key).toBe(true);
    for (const key of ["the-larder1", "1", "length", "__proto__", "a b1", ""])
      expect(storageKey.safeParse(key).success, key).toBe(false);
  });

  test("the language is valid for formatting dates and numbers", () => {
    for (const tag of ["en-GB", "de", "pt-BR"])
      expect(language.safeParse(tag).success, tag).toBe(true);
    for (const tag of ["en_GB", "english language", ""])
      expect(language.safeParse(tag).success, tag).toBe(false);
  });
});
