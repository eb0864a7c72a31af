import { expect, test } from "vitest";
import { slugForm } from "#model/fields.ts";
import { toSlug } from "#model/slug.ts";

test.each([
  ["Bowl or basket?", "bowl-or-basket"],
  ["CompTIA Security+", "comptia-security-plus"],
  ["C++", "c-plus-plus"],
  ["C# guide", "c-sharp-guide"],
  ["C++/C#", "c-plus-plus-c-sharp"],
  ["Q&A", "q-and-a"],
  ["iPhone, AWS SAA-C03", "iphone-aws-saa-c03"],
  ["What you don’t say and don't write", "what-you-dont-say-and-dont-write"],
  ["A naïve café in the Straße", "a-naive-cafe-in-the-strasse"],
  ["WOK® at 10:30", "wok-at-10-30"],
  ["  --a_title.md  ", "a-title-md"],
])("the slug of %j is %s", (title, slug) => {
  expect(toSlug(title)).toBe(slug);
  expect(toSlug(slug)).toBe(slug);
  expect(slug).toMatch(slugForm);
});
