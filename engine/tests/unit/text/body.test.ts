import { describe, expect, test } from "vitest";
import { readBody } from "#text/body.ts";

describe("words are counted as readers would", () => {
  test.each([
    ["One two, three.", 3],
    ["A hands-on job that don't and don’t end", 8],
    ["naïve café, Ünïcode", 3],
    ["In 2026 at 10:30", 5],
    ["- One.\n- Two.\n\n> Three.\n\n## Four", 4],
    ["**bo**ld and `code`", 3],
    ["[a link](https://example.org/a/long/address)", 2],
    ["A note.[^1]\n\n[^1]: Below it.", 4],
    ["— … & 😀", 0],
    ["", 0],
    ["## 漢字\n\n漢字を3つ。", 4],
    ["漢", 1],
  ])("%j: %i", (body, words) => {
    expect(readBody(body, "md").words).toBe(words);
    expect(readBody(body, "mdx").words).toBe(words);
  });

  test("in MDX, text in a component counts and code does not", () => {
    const body = `import Opinion from "#components/Opinion.astro";

One {1 + 1} <b>two</b>.

<Opinion answer="go">

three **four**

</Opinion>
`;
    expect(readBody(body, "mdx").words).toBe(4);
  });
});

describe("every picture is found with its position", () => {
  const found = (body: string, format: "md" | "mdx") =>
    readBody(body, format).pictures.map(
      ({ line, column, address, markup }) =>
        `${line}:${column} ${address} ${markup}`,
    );

  test.each([
    ["in Markdown", "Text\n\n![a](./a.png)", ["3:1 ./a.png markdown"]],
    [
      "after an accent and an emoji",
      "é 😀 ![a](./a.png)",
      ["1:6 ./a.png markdown"],
    ],
    [
      "with spaces and a title",
      '![a](<./a b.png> "T")',
      ["1:1 ./a b.png markdown"],
    ],
    ["inside a link", "[![a](./a.png)](/x/)", ["1:2 ./a.png markdown"]],
    [
      "inside a list in a quotation",
      "> - ![a](./a.png)",
      ["1:5 ./a.png markdown"],
    ],
    [
      "by reference",
      "![a][R] ![r][] ![r]\n\n[r]: ./a.png",
      ["1:1 ./a.png markdown", "1:9 ./a.png markdown", "1:16 ./a.png markdown"],
    ],
    [
      "by a reference above it",
      "[r]: ./a.png\n\n![a][r]",
      ["3:1 ./a.png markdown"],
    ],
  ])("%s", (_, body, pictures) => {
    expect(found(body, "md")).toEqual(pictures);
    if (!body.includes("<")) expect(found(body, "mdx")).toEqual(pictures);
  });

  test.each([
    ["in quotes", '<img alt="a" src="./a.png">', ["1:1 ./a.png markdown"]],
    [
      "in single quotes",
      "Text <img src='./a%20b.png' />",
      ["1:6 ./a b.png markdown"],
    ],
    ["without quotes", "<IMG SRC=a.png>", ["1:1 a.png markdown"]],
    [
      "two at once",
      '<p><img src="a.png"><img\nsrc="b.png"></p>',
      ["1:4 a.png html", "1:21 b.png html"],
    ],
  ])("in HTML, %s", (_, body, pictures) => {
    expect(found(body, "md")).toEqual(pictures);
  });

  test.each([
    ["in a line", 'Text <img src="./a.png" alt="" />', ["1:6 ./a.png html"]],
    [
      "in a component",
      '<V>\n  <img src="./a.png" />\n</V>',
      ["2:3 ./a.png html"],
    ],
    ["imported, so Astro sees to it", "<img src={a} />", []],
  ])("in JSX, %s", (_, body, pictures) => {
    expect(found(body, "mdx")).toEqual(pictures);
  });

  test.each([
    "`![a](./a.png)`",
    "    ![a](./a.png)",
    "```md\n![a](./a.png)\n```",
    '`<img src="./a.png">`',
    "\\![a](./a.png)",
    "[a](./a.png)",
    "![a][nowhere]",
  ])("no picture is found in %j", (body) => {
    expect(found(body, "md")).toEqual([]);
  });
});

describe("a body is empty if readers would see nothing", () => {
  test.each(["", "\n \n", "<!-- later -->", "[r]: /about/", ">", "***"])(
    "%j",
    (body) => {
      expect(readBody(body, "md").isEmpty).toBe(true);
    },
  );

  test.each([
    "{/* later */}",
    'import V from "./V.astro";',
    "export const a = 1;",
  ])("%j in MDX", (body) => {
    expect(readBody(body, "mdx").isEmpty).toBe(true);
  });

  test.each(["Text", "1", "![a](./a.png)", "- item", "`code`"])(
    "%j is not empty",
    (body) => {
      expect(readBody(body, "md").isEmpty).toBe(false);
      expect(readBody(body, "mdx").isEmpty).toBe(false);
    },
  );

  test("a body with a component alone is not empty", () => {
    const body = 'import V from "./V.astro";\n\n<V />';
    expect(readBody(body, "mdx").isEmpty).toBe(false);
  });
});

describe("invalid MDX is reported with its position and without the parser's coordinates", () => {
  test.each([
    [
      "Fine.\n\n<V>\n\nnever closed\n",
      3,
      1,
      "Expected a closing tag for `<V>`",
    ],
    ["Fine.\n\na {b\n", 3, 3, "brace"],
    ["<!-- no comment here -->", 1, 1, "use `{/* text */}`"],
  ])("%j: %i:%i", (body, line, column, words) => {
    const { issues } = readBody(body, "mdx");
    expect(issues).toMatchObject([{ line, column, rule: "article/mdx" }]);
    expect(issues[0]?.problem).toContain(words);
    expect(issues[0]?.problem).not.toMatch(/\d+:\d+|mdx-?\w*:/);
  });

  test("a brace that MDX refuses is text in Markdown", () => {
    expect(readBody("a {b <b>c</b>", "md").issues).toEqual([]);
  });
});

describe("earlier bugs", () => {
  test("the words of adjacent blocks are separate", () => {
    expect(readBody("One\n\nTwo\n\n- Three\n- Four\n", "md").words).toBe(4);
  });

  test.each([
    ["md", "```sh\nnpm start\n```\n"],
    ["md", "<p>Five words</p>\n"],
    ["mdx", "{1 + 1}\n"],
  ] as const)("a %s body of only %j is not empty", (format, body) => {
    expect(readBody(body, format).isEmpty).toBe(false);
  });

  test.each([
    ["md", "<!-- TODO -->\n"],
    ["mdx", "{/* TODO */}\n"],
  ] as const)("a %s body of only %j is empty", (format, body) => {
    expect(readBody(body, format).isEmpty).toBe(true);
  });

  test("commented-out pictures and data-src are ignored", () => {
    const { pictures } = readBody(
      '<!-- <img src="./old.png"> -->\n\n<img data-src="a.png" src="b.png">\n',
      "md",
    );
    expect(pictures.map(({ address }) => address)).toEqual(["b.png"]);
  });

  test("the first of two definitions is used", () => {
    const { pictures } = readBody(
      "![x][a]\n\n[a]: ./first.png\n[a]: ./second.png\n",
      "md",
    );
    expect(pictures.map(({ address }) => address)).toEqual(["./first.png"]);
  });
});

describe("the contents of a callout are read like any other text", () => {
  const text =
    "## At 10:30\n\nSee [a 3:1 link](/b:c/) and ![at 5:1](./a.png).[^1]\n\n- [ ] To do\n\n| 1:2 | b |\n| - | - |\n| c | d |";
  const end = "\n\n[^1]: By x:y.\n";

  test.each(["md", "mdx"] as const)("in .%s", (format) => {
    const plain = readBody(text + end, format);
    const inside = readBody(`:::oven[Label 7:8]\n${text}\n\n:::${end}`, format);
    expect(inside.words).toBe(plain.words + 3);
    expect(inside.anchors).toEqual(["at-1030"]);
    expect(
      inside.links.map(({ line, column, address }) => ({
        line,
        column,
        address,
      })),
    ).toEqual([{ line: 4, column: 5, address: "/b:c/" }]);
    expect(inside.pictures).toEqual([
      {
        line: 4,
        column: 29,
        address: "./a.png",
        markup: "markdown",
        alt: "at 5:1",
      },
    ]);
    expect(inside.headings[0]).toMatchObject({ line: 2, text: "At 10:30" });
    expect(inside.issues).toEqual([]);
  });

  test("in GitHub's notation", () => {
    const body = "> [!NOTE]\n> ## At 10:30\n> See [this](/x/).";
    const { anchors, links, issues } = readBody(body, "md");
    expect(anchors).toEqual(["at-1030"]);
    expect(links).toHaveLength(1);
    expect(issues).toEqual([]);
  });
});

test("JSX works in a callout, and a callout in JSX", () => {
  const body = `import Opinion from "#components/Opinion.astro";

:::oven
<Opinion answer="go" when="at 10:30">
Yes at 3:1.
</Opinion>
:::

<Opinion answer="go" when="at 10:30">

:::note
Two words.
:::

</Opinion>
`;
  expect(readBody(body, "mdx")).toMatchObject({
    words: 6,
    imports: [{ line: 1, column: 1, name: "Opinion" }],
    components: [{ name: "Opinion" }, { name: "Opinion" }],
    issues: [],
  });
});

describe("articles import components by their own names and contain no other code", () => {
  /** Statements other than imports of components, and the issues about code. */
  const toCode = (body: string) => {
    const { statements, issues } = readBody(body, "mdx");
    expect(issues.map(({ rule }) => rule)).not.toContain("article/mdx");
    return [
      ...statements,
      ...issues.filter(({ rule }) => rule === "article/mdx-code"),
    ];
  };

  test.each([
    'import A from "#components/A.astro"',
    "import  Compare  from '#components/Compare.astro' ;",
    "A {/* b */} c {} {/* d */ /* e */}",
    '<B c="{d}" e />',
  ])("%s is fine", (body) => {
    expect(toCode(body)).toEqual([]);
  });

  test.each([
    'import A from "#components/A.astro"; fetch("/")',
    'import A from "#components/A.astro"\n// import B',
    'import A from "#components/A.astro"\nfetch("/")',
    'import A from "#components/../A.astro";',
    'import A from "#components/A.astro?raw";',
    'import A, { b } from "#components/A.astro";',
    'import * as A from "#components/A.astro";',
    'import A from "#components/A.astro" with { type: "json" };',
    'import B from "#components/A.astro";',
    'import "#components/A.astro";',
    'import a from "#components/a.astro";',
    'import A from "../A.astro";',
    "import A\u2028from 'b'",
    "export const a = [\n\n1,\n];",
    "export default 1;",
    "{1}",
    "> {a}",
    "{/* a */ b}",
    "{// a\n}",
    "<b title={1}>a</b>",
    "<A b={<i />} />",
    "<A {...b} />",
    "<b>{a}</b>",
  ])("%j is reported once", (body) => {
    expect(toCode(body)).toHaveLength(1);
  });
});

test("<div/> is an opening tag, <br/> is whole", () => {
  expect(
    readBody("<div/>\n\nText<br/> and <b/> more.", "md").issues.map(
      ({ line, column, problem }) => `${line}:${column} ${problem}`,
    ),
  ).toEqual(["1:1 <div> is never closed.", "3:15 <b> is never closed."]);
});

test("a language of three letters gets no suggestion", () => {
  expect(readBody("```foo\nx\n```\n", "md").issues[0]?.remedy).toBe(
    "Write text for code without colours.",
  );
});
