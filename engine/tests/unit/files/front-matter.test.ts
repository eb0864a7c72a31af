import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import {
  editFrontMatter,
  fieldOrder,
  toArticleText,
  toYaml,
  type Edit,
} from "#files/front-matter.ts";
import { splitFrontMatter } from "#files/read.ts";
import { siteContent } from "../../support/site-content.ts";

/** Edits front matter, given and returned without the rest of the file. */
const edited = (yaml: string, ...edits: Edit[]): string => {
  const after = editFrontMatter(`---\n${yaml}\n---\n\nText.\n`, edits);
  expect(after).toMatch(/^---\n[^]*\n---\n\nText\.\n$/);
  return after.slice(4, -"\n---\n\nText.\n".length);
};

describe("only the value changes, and no other byte", () => {
  test.each<[string, string, Edit, string]>([
    [
      "a comment after it stays",
      "title: A # mine\ndraft: true # not yet",
      { set: "draft", value: false },
      "title: A # mine\ndraft: false # not yet",
    ],
    [
      "quotes and extra spaces of other fields stay",
      "title:   'A'\n\n# dates\npubDate: \"2026-01-02\"\ncategory: work",
      { set: "category", value: "leftovers" },
      "title:   'A'\n\n# dates\npubDate: \"2026-01-02\"\ncategory: leftovers",
    ],
    [
      "a folded text is one value",
      "title: A\ndescription: >-\n  One line\n  and another.\n\npubDate: 2026-01-02",
      { set: "description", value: "Short." },
      "title: A\ndescription: Short.\n\npubDate: 2026-01-02",
    ],
    [
      "a literal block with an empty line is one value",
      "description: |\n  One.\n\n  Two.\n# next\npubDate: 2026-01-02",
      { set: "description", value: "Short." },
      "description: Short.\n# next\npubDate: 2026-01-02",
    ],
    [
      "a quoted value on two lines is one value",
      'description: "One\n  two"\npubDate: 2026-01-02',
      { set: "description", value: "Short." },
      "description: Short.\npubDate: 2026-01-02",
    ],
    [
      "a list of lines",
      "tags:\n  - a # first\n  # between\n  - b\ndraft: true",
      { set: "tags", value: ["c"] },
      "tags:\n  - c\ndraft: true",
    ],
    [
      "an object",
      "cover:\n  image: ./a.png\n  alt: A\nkicker: K",
      { set: "cover", value: { image: "./b.png", alt: "B" } },
      "cover:\n  image: ./b.png\n  alt: B\nkicker: K",
    ],
    [
      "an empty value",
      "title:\ndraft: true",
      { set: "title", value: "A" },
      "title: A\ndraft: true",
    ],
    [
      "an empty one with a comment",
      "title: # think\ndraft: true",
      { set: "title", value: "A" },
      "title: A # think\ndraft: true",
    ],
    [
      "an anchored value without an alias",
      "title: &name A\ndraft: true",
      { set: "title", value: "B" },
      "title: B\ndraft: true",
    ],
    [
      "the last field",
      "title: A\ndraft: true",
      { set: "draft", value: false },
      "title: A\ndraft: false",
    ],
    [
      "a name in quotes is the same name",
      '"title": A\ndraft: true',
      { set: "title", value: "B" },
      "title: B\ndraft: true",
    ],
    [
      "a value with another meaning in YAML gets quotes",
      "title: A",
      { set: "title", value: "Wok: is it worth it?" },
      'title: "Wok: is it worth it?"',
    ],
    [
      "a long line stays one line",
      "title: A",
      { set: "title", value: "word ".repeat(40).trim() },
      `title: ${"word ".repeat(40).trim()}`,
    ],
  ])("%s", (_, before, edit, after) => {
    expect(edited(before, edit)).toBe(after);
  });
});

describe("a new field is inserted in the schema's order", () => {
  test.each<[string, string, Edit, string]>([
    [
      "between its neighbours",
      "title: A\npubDate: 2026-01-02\ndraft: true",
      { set: "updatedDate", value: "2026-01-03" },
      "title: A\npubDate: 2026-01-02\nupdatedDate: 2026-01-03\ndraft: true",
    ],
    [
      "before all others",
      "# an article\ndescription: A",
      { set: "title", value: "B" },
      "title: B\n# an article\ndescription: A",
    ],
    [
      "after a list and its comment",
      "tags:\n  - a # last\nkicker: K",
      { set: "draft", value: true },
      "tags:\n  - a # last\ndraft: true\nkicker: K",
    ],
    [
      "after a folded text",
      "description: >\n  One.\n\nkicker: K",
      { set: "pubDate", value: "2026-01-02" },
      "description: >\n  One.\npubDate: 2026-01-02\n\nkicker: K",
    ],
    [
      "after an empty value with a comment",
      "title: # think\nkicker: K",
      { set: "pubDate", value: "2026-01-02" },
      "title: # think\npubDate: 2026-01-02\nkicker: K",
    ],
    [
      "at the end, if it is not in the schema",
      "title: A\nkicker: K",
      { set: "layout", value: "wide" },
      "title: A\nkicker: K\nlayout: wide",
    ],
    [
      "in order, though the others are not",
      "kicker: K\ntitle: A",
      { set: "draft", value: true },
      "kicker: K\ntitle: A\ndraft: true",
    ],
  ])("%s", (_, before, edit, after) => {
    expect(edited(before, edit)).toBe(after);
  });

  test("into front matter without fields", () => {
    const edit: Edit = { set: "title", value: "A" };
    expect(editFrontMatter("---\n---\nText.\n", [edit])).toBe(
      "---\ntitle: A\n---\nText.\n",
    );
    expect(editFrontMatter("---\n\n---\nText.\n", [edit])).toBe(
      "---\ntitle: A\n\n---\nText.\n",
    );
  });
});

describe("a new list item follows the list's notation", () => {
  const edit: Edit = { append: "aliases", value: "/b/" };
  test.each([
    ["lines", "aliases:\n  - /a/", "aliases:\n  - /a/\n  - /b/"],
    ["not indented", "aliases:\n- /a/", "aliases:\n- /a/\n- /b/"],
    [
      "a comment after the last",
      "aliases:\n  - /a/ # old\nkicker: K",
      "aliases:\n  - /a/ # old\n  - /b/\nkicker: K",
    ],
    [
      "a comment between the items",
      "aliases:\n    - /0/\n    # older\n    - /a/\n# next\nkicker: K",
      "aliases:\n    - /0/\n    # older\n    - /a/\n    - /b/\n# next\nkicker: K",
    ],
    ["in brackets", "aliases: [/a/] # one", "aliases: [/a/, /b/] # one"],
    ["a comma at the end", "aliases: [/a/,]", "aliases: [/a/, /b/,]"],
    [
      "brackets over lines",
      "aliases: [\n  /a/,\n  '/c/'\n]\nkicker: K",
      "aliases: [\n  /a/,\n  '/c/', /b/\n]\nkicker: K",
    ],
    ["an empty list", "aliases: []", "aliases:\n  - /b/"],
    ["no value", "aliases:\nkicker: K", "aliases:\n  - /b/\nkicker: K"],
    ["no field", "title: A\nid: x:y", "title: A\naliases:\n  - /b/\nid: x:y"],
    [
      "an anchored list",
      "aliases: &a\n  - /a/\nkicker: K",
      "aliases: &a\n  - /a/\n  - /b/\nkicker: K",
    ],
    [
      "the last item in quotes over two lines",
      'aliases:\n  - "/a\n    /"\nkicker: K',
      'aliases:\n  - "/a\n    /"\n  - /b/\nkicker: K',
    ],
  ])("%s", (_, before, after) => {
    expect(edited(before, edit)).toBe(after);
  });

  test.each(["aliases: [/a/]", "aliases:\n  - /a/"])(
    "an item with YAML punctuation stays one item: %j",
    (before) => {
      for (const value of ["/b,c/", "[d]", "e: f", "# g", "h, i"])
        expect(parse(edited(before, { append: "aliases", value }))).toEqual({
          aliases: ["/a/", value],
        });
    },
  );

  test.each(["aliases: /a/", "aliases: {a: b}", "x: &x [/a/]\naliases: *x"])(
    "a value that is not a list is not overwritten: %j",
    (before) => {
      expect(() => edited(before, edit)).toThrow("aliases is not a list.");
    },
  );
});

describe("removing a field removes its lines and nothing else", () => {
  test.each([
    ["title: A\ndraft: true # soon\nkicker: K", "title: A\nkicker: K"],
    ["draft: true\nkicker: K", "kicker: K"],
    ["title: A\ndraft: true", "title: A"],
    ["title: A\ndraft:\nkicker: K", "title: A\nkicker: K"],
    [
      "title: A\n# why\ndraft: true\n\n# K\nkicker: K",
      "title: A\n# why\n\n# K\nkicker: K",
    ],
    ["title: A\ndraft: >-\n  a\n  b\nkicker: K", "title: A\nkicker: K"],
    ["title: A\ndraft:\n  - a\n  - b # c\nkicker: K", "title: A\nkicker: K"],
    ["title: A\nkicker: K", "title: A\nkicker: K"],
  ])("%j", (before, after) => {
    expect(edited(before, { remove: "draft" })).toBe(after);
  });
});

test("line endings are kept, and new lines get the same", () => {
  const before =
    "---\r\ntitle: A\r\ntags:\r\n  - a\r\ndescription: >-\r\n  One\r\n  two.\r\n---\r\n\r\nText.\r\n";
  const after = editFrontMatter(before, [
    { append: "tags", value: "b" },
    { set: "draft", value: true },
    { set: "cover", value: { image: "./a.png", alt: "A" } },
    { set: "title", value: "B" },
    { remove: "description" },
  ]);
  expect(after).toBe(
    "---\r\ntitle: B\r\ntags:\r\n  - a\r\n  - b\r\ndraft: true\r\ncover:\r\n  image: ./a.png\r\n  alt: A\r\n---\r\n\r\nText.\r\n",
  );
  expect(
    editFrontMatter("--- \r\ntitle: A\r\n---\r\n", [
      { set: "draft", value: true },
    ]),
  ).toBe("--- \r\ntitle: A\r\ndraft: true\r\n---\r\n");
});

test("several edits are applied in order", () => {
  expect(
    edited(
      "title: A\ndraft: true",
      { remove: "draft" },
      { set: "pubDate", value: "2026-01-02" },
      { append: "tags", value: "a" },
      { append: "tags", value: "b" },
    ),
  ).toBe("title: A\npubDate: 2026-01-02\ntags:\n  - a\n  - b");
});

describe("front matter that cannot be edited safely is refused", () => {
  test.each([
    ["no front matter", "Text.\n"],
    ["no closing line", "---\ntitle: A\n"],
    ["a field twice", "---\ntitle: A\ntitle: B\n---\n"],
    ["a colon in a value", "---\ntitle: A: b\n---\n"],
    [
      "a new field next to fields in braces",
      "---\n{title: A, kicker: K}\n---\n",
    ],
    ["text instead of fields", "---\nonly words\n---\n"],
    ["fields that are indented", "---\n  title: A\n  kicker: K\n---\n"],
    ["a value that an alias refers to", "---\ndraft: &d true\ntoc: *d\n---\n"],
  ])("%s", (_, text) => {
    for (const edit of [
      { set: "draft", value: false },
      { append: "draft", value: "a" },
    ] satisfies Edit[])
      expect(() => editFrontMatter(text, [edit])).toThrow();
  });

  test("removing a value that an alias refers to", () => {
    expect(() =>
      edited("draft: &d true\ntoc: *d", { remove: "draft" }),
    ).toThrow();
  });
});

const articles = [...siteContent()].filter(([file]) =>
  /^articles\/(?!plain).*\.mdx?$/.test(file),
);

test.each(articles)(
  "%s: each edit can be undone, byte for byte",
  (_, source) => {
    const before = String(source);
    const data = parse(splitFrontMatter(before).yaml) as Record<
      string,
      unknown
    >;
    const values = ["A: b", true, ["a", "b"], { id: "a", part: 1 }];
    for (const name of [...fieldOrder, "layout"])
      for (const value of values) {
        const after = editFrontMatter(before, [{ set: name, value }]);
        expect(parse(splitFrontMatter(after).yaml)).toEqual({
          ...data,
          [name]: value,
        });
        expect(splitFrontMatter(after).body).toBe(
          splitFrontMatter(before).body,
        );
        if (!(name in data))
          expect(editFrontMatter(after, [{ remove: name }])).toBe(before);
      }
    for (const text of [before, before.replaceAll("\n", "\r\n")]) {
      const one = editFrontMatter(text, [{ append: "aliases", value: "/x/" }]);
      expect(parse(splitFrontMatter(one).yaml)).toEqual({
        ...data,
        aliases: [...((data.aliases as string[] | undefined) ?? []), "/x/"],
      });
      expect(one.includes("\r")).toBe(text.includes("\r"));
      expect(one.replaceAll("\r\n", "").includes("\n")).toBe(
        !text.includes("\r"),
      );
    }
  },
);

test("a new article has known fields in the schema's order, then unknown ones, then the text", () => {
  expect(
    toArticleText(
      {
        layout: "wide",
        draft: true,
        updatedDate: undefined,
        tags: ["a", "b"],
        title: "2026",
        pubDate: "2026-01-02",
      },
      "\n\nText.\n\n",
    ),
  ).toBe(
    '---\ntitle: "2026"\npubDate: 2026-01-02\ntags:\n  - a\n  - b\ndraft: true\nlayout: wide\n---\n\nText.\n',
  );
});

test.each([
  ["true", 'title: "true"'],
  ["1.0", 'title: "1.0"'],
  ["Don't panic", "title: Don't panic"],
  ["# 1", 'title: "# 1"'],
  [" a ", 'title: " a "'],
  ["", 'title: ""'],
])("%j is quoted if necessary", (value, written) => {
  expect(toYaml("title", value)).toBe(written);
  expect(parse(toYaml("title", value))).toEqual({ title: value });
});
