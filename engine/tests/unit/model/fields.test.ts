import { describe, expect, test } from "vitest";
import {
  anyAddress,
  distinct,
  fileOf,
  quote,
  siteAddress,
  slugForm,
  text,
  webAddress,
} from "#model/fields.ts";

const onTheWeb = [
  "https://example.org",
  "http://example.org/a?b=c#d",
  "HTTPS://Example.org/",
  "https://münchen.example/ü",
];
const onThisSite = [
  "/about/",
  "/about",
  "/2019/05/a-title.html",
  "/café/",
  "/~me/a_b.c/",
  "/c++/what's-new,(part-2):yes!/",
  "/q&a=1;b@c/",
];
const nowhere = [
  "",
  "about/",
  "./about/",
  "//example.org/",
  "/a//b/",
  "/a/../b/",
  "/a/./b/",
  "/..",
  "/a?b",
  "/a#b",
  "/a b/",
  "/a*b/",
  "/a$1/",
  '/a"b/',
  "/a<b>/",
  "/a\\b/",
  "/a/\n",
  "/a/\n/b/",
  "/a{b}/",
  "/caf%C3%A9/",
  "example.org",
  "ftp://example.org/",
  "mailto:me@example.org",
  "javascript:alert(1)",
  "https://",
  "https://exa mple.org/",
  "https://example.org/a b",
  " https://example.org/",
];

describe("an address is on the web or on this site", () => {
  test.each(onTheWeb)("%s is on the web", (address) => {
    expect(webAddress().safeParse(address).success).toBe(true);
    expect(anyAddress().safeParse(address).success).toBe(true);
    expect(siteAddress().safeParse(address).success).toBe(false);
  });

  test.each(onThisSite)("%s is on this site", (address) => {
    expect(siteAddress().safeParse(address).success).toBe(true);
    expect(anyAddress().safeParse(address).success).toBe(true);
    expect(webAddress().safeParse(address).success).toBe(false);
  });

  test("quotes and angle brackets in it are escaped", () => {
    for (const field of [webAddress(), anyAddress()])
      expect(field.parse('https://example.org/?q="<b>"')).toBe(
        "https://example.org/?q=%22%3Cb%3E%22",
      );
  });

  test.each(nowhere)("%j is neither", (address) => {
    expect(siteAddress().safeParse(address).success).toBe(false);
    expect(anyAddress().safeParse(address).success).toBe(false);
    expect(webAddress().safeParse(address).success).toBe(false);
  });

  test("the home page cannot be an article's old address", () => {
    expect(siteAddress().safeParse("/").success).toBe(false);
  });
});

describe("text has one paragraph, with a length in characters as readers see them", () => {
  test.each([
    ["a letter", "a"],
    ["an accent", "é"],
    ["an emoji, two units in memory", "😀"],
    ["a rare character, two units in memory", "𝔊"],
    ["a family, seven characters to a machine", "👩‍👩‍👧‍👦"],
  ])("%s is one character", (_, character) => {
    expect(text(3).safeParse(character.repeat(3)).success).toBe(true);
    expect(
      text(3).safeParse(character.repeat(4)).error?.issues[0]?.message,
    ).toBe("It has 4 characters; the limit is 3.");
  });

  test("outer spaces are removed and do not count", () => {
    expect(text(3).parse("  abc \n")).toBe("abc");
  });

  test.each(["", "   ", "\n"])("%j is empty", (written) => {
    expect(text(3).safeParse(written).error?.issues[0]?.message).toBe(
      "It is empty.",
    );
  });

  test.each(["a\nb", "a\r\nb"])("%j has two paragraphs", (written) => {
    expect(text(9).safeParse(written).error?.issues[0]?.message).toBe(
      "It has more than one paragraph.",
    );
  });
});

test("every duplicate in a list is reported", () => {
  const list = distinct(fileOf("tags"));
  expect(list.parse(["a", "b"])).toEqual(["a", "b"]);
  expect(
    list
      .safeParse(["a", "b", "a", "b"])
      .error?.issues.map(({ path, message }) => [path, message]),
  ).toEqual([
    [[2], '"a" appears twice.'],
    [[3], '"b" appears twice.'],
  ]);
});

test.each([
  ["dinner-guests", true],
  ["a1", true],
  ["42", true],
  ["Dinner", false],
  ["dinner guests", false],
  ["dinner--guests", false],
  ["-dinner", false],
  ["dinner-", false],
  ["carrière", false],
  ["dinner_change", false],
  ["", false],
])("%j is a slug: %s", (written, fits) => {
  expect(slugForm.test(written)).toBe(fits);
});

test.each([
  ["as it is", '"as it is"'],
  ["a line\nand another", '"a line"'],
  ["a".repeat(60), `"${"a".repeat(60)}"`],
  ["a".repeat(61), `"${"a".repeat(59)}…"`],
  [3, '"3"'],
  [true, '"true"'],
  [["a", { b: 1 }], '"["a",{"b":1}]"'],
  [undefined, '"nothing"'],
])("%j is quoted as %s", (value, quoted) => {
  expect(quote(value)).toBe(quoted);
});
