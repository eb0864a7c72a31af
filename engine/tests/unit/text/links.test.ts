import { describe, expect, test } from "vitest";
import { findLinks } from "#text/links.ts";

const written = (body: string, format: "md" | "mdx" = "md") =>
  findLinks(body, format).map(({ start, end, address }) => {
    // The text at each range is the address.
    expect(body.slice(start, end)).toBe(address);
    return address;
  });

const everyForm = `é😀 [a\\] b](</a/> "title") [b](b) <https://e.org/c> https://e.org/d.

[\`]\`](/e) [[in]](/f(g)h "x") [a [b] c](/i) [![p](./j.png)](/k) [**b**](/l) [a](
/m
) [t]( /n 'q' ) [empty]() [ref][x] [y]

> [x]:
> /o/

[y]: <../p/#a> "t"
[q\\]r]: /q

1. In a list [s](/s)

| A [t](/t) |
| --- |
| ![u](u.png "u") |

Note.[^1]

[^1]: A [v](/v).
`;

describe("every address is found at its position", () => {
  test("in callouts, among colons", () => {
    expect(
      written(
        ":::oven[At 10:30 [a](/a:b/)]\nAt 10:30[b](/b/) ![c 1:2](./c:d.png)\n:::\n\n> [!NOTE]\n> [d](/d/)\n",
      ),
    ).toEqual(["/a:b/", "/b/", "./c:d.png", "/d/"]);
  });

  test.each([
    ["\n", everyForm],
    ["\r\n", everyForm.replaceAll("\n", "\r\n")],
  ])("in Markdown with line endings %j", (_, body) => {
    expect(written(body)).toEqual([
      "/a/",
      "b",
      "https://e.org/c",
      "https://e.org/d",
      "/e",
      "/f(g)h",
      "/i",
      "./j.png",
      "/k",
      "/l",
      "/m",
      "/n",
      "/o/",
      "../p/#a",
      "/q",
      "/s",
      "/t",
      "u.png",
      "/v",
    ]);
  });

  test("in HTML, quoted or not", () => {
    expect(
      written(
        `<p>\n<a class="x" href="/a/">q</a> <a\n  title=">" href='/b/'>q</a></p>\n\ntext <a href=c>z</a> <img src="./d.png" alt="">\n`,
      ),
    ).toEqual(["/a/", "/b/", "c", "./d.png"]);
  });

  test("in MDX: JSX, expressions, imports", () => {
    expect(
      written(
        `import A from "../a/a.png"

<A href="/b/" title='a > b'>

[c](/c)

</A>

text <a href={"/d/"}>z</a> {1 && <a href="/e"/>} <B fn={() => ({ a: 1 > 0 })} href="/f/" />
`,
        "mdx",
      ),
    ).toEqual(["../a/a.png", "/b/", "/c", "/d/", "/e", "/f/"]);
  });
});

test("code and comments contain no links", () => {
  expect(
    written(
      '`[a](/a)`\n\n```\n[b](/b) <a href="/b">\n```\n\n    [c](/c)\n\n<!-- <a href="/d"> -->\n\n\\[e](/e)\n',
    ),
  ).toEqual([]);
  expect(
    written(
      '{/* <a href="/a"> */}\n\n<A>\n\n```html\n<a href="/b">\n```\n\n</A>\n',
      "mdx",
    ),
  ).toEqual([]);
});

test("MDX that cannot be parsed is an error, never an empty list", () => {
  expect(() => findLinks("<A>\n\n[a](/a)\n", "mdx")).toThrow();
});
