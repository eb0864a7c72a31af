import { describe, expect, test } from "vitest";
import { toSvgProblem } from "#check/svg.ts";

const xmlns =
  'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const svg = (inside: string, attributes = ""): string =>
  `<svg ${xmlns} ${attributes}>${inside}</svg>`;

describe("drawings are accepted", () => {
  test.each([
    ["shapes", svg('<path d="M0 0h4v4z"/><g><rect width="4" height="4"/></g>')],
    ["a declaration", `<?xml version="1.0" encoding="UTF-8"?>\n${svg("")}`],
    [
      "an old DOCTYPE",
      `<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">${svg("")}`,
    ],
    ["a generator's note", `<!-- Made with a pen -->${svg("<!-- x -->")}\n`],
    ["parts drawn again", svg('<g id="a"/><use href="#a"/>')],
    ["the same in old words", svg('<g id="a"/><use xlink:href="#a"/>')],
    [
      "gradients",
      svg('<path fill="url(#a)" style="mask: url(\'#b\')"/>', 'fill="none"'),
    ],
    ["its own style", svg("<style>path { fill: url(#a) }</style>")],
    [
      "colours of its own for the dark",
      svg(
        "<style>path { stroke: black } @media (prefers-color-scheme: dark) { path { stroke: white } }</style>",
      ),
    ],
    ["style in CDATA", svg("<style><![CDATA[a > b { fill: red }]]></style>")],
    [
      "a font of its own",
      svg(
        "<style>@font-face { src: url('data:font/woff2;base64,AA==') }</style>",
      ),
    ],
    ["pixels of its own", svg('<image href="data:image/png;base64,AA=="/>')],
    ["a link within it", svg('<a href="#b"><path d="M0"/></a><view id="b"/>')],
    ["a label with any words", svg("", 'aria-label="JavaScript: url(x) \\"')],
    [
      "an editor's path",
      svg(
        "",
        'inkscape:export-filename="C:\\\\oven.png" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape"',
      ),
    ],
    ["movement", svg('<animate attributeName="opacity" to="1" dur="1s"/>')],
    ["words", svg("<title>An oven &amp; a post &#8211; both</title>")],
    ["a label with a bracket", svg("", 'aria-label="An image (large)"')],
    [
      "an editor's own elements",
      svg(
        '<sodipodi:namedview/><metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></metadata>',
        'xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"',
      ),
    ],
    [
      "a prefix for all",
      '<svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:g/></svg:svg>',
    ],
  ])("%s", (_, text) => {
    expect(toSvgProblem(text)).toBeUndefined();
  });
});

describe("whatever runs code is refused, in every notation", () => {
  test.each([
    [svg("<script>alert(1)</script>"), "has a <script> in it."],
    [svg("<SCRIPT/>"), "has a <SCRIPT> in it."],
    [svg("<g><g><script\n/></g></g>"), "has a <script> in it."],
    [
      svg('<s:script xmlns:s="http://www.w3.org/2000/svg"/>'),
      'has xmlns:s="http://www.w3.org/2000/svg".',
    ],
    [svg("<foreignObject/>"), "has a <foreignObject> in it."],
    [svg("<iframe/>"), "has a <iframe> in it."],
    [svg("<embed/>"), "has a <embed> in it."],
    [svg("<object/>"), "has a <object> in it."],
    [
      svg('<h:p xmlns:h="http://www.w3.org/1999/xhtml"/>'),
      'has xmlns:h="http://www.w3.org/1999/xhtml".',
    ],
    [
      svg('<h:p xmlns:h="http://www.w3.org/1999/&#x78;html"/>'),
      'has xmlns:h="http://www.w3.org/1999/xhtml".',
    ],
    [svg("", 'onload="a()"'), "has onload in it, which runs code."],
    [svg("", "onload\n=\n'a()'"), "has onload in it, which runs code."],
    [svg("<g ONCLICK=''/>"), "has ONCLICK in it, which runs code."],
    [svg("<g x:onclick=''/>"), "has x:onclick in it, which runs code."],
    ...[
      "javascript:a()",
      "JavaScript:a()",
      " java\nscript:a()",
      "&#106;avascript:a()",
      "&#x6A;avascript&#58;a()",
      "&#1;javascript:a()",
      "java&#9;script:a()",
      "java&#x0a;script:a()",
    ].flatMap((address) =>
      ["href", "xlink:href"].map((name) => [
        svg(`<a ${name}="${address}"/>`),
        expect.stringMatching(
          `^has ${name}=".*, which leads out of the drawing.$`,
        ),
      ]),
    ),
    [
      svg('<a><set attributeName="href" to="x"/></a>'),
      "changes href with <set>.",
    ],
    [
      svg('<a><animate attributeName=" xlink:href" to="x"/></a>'),
      "changes xlink:href with <animate>.",
    ],
    [
      svg('<set attributeName="onclick" to="x"/>'),
      "changes onclick with <set>.",
    ],
  ])("%s", (text, problem) => {
    expect(toSvgProblem(text as string)).toEqual(problem);
  });
});

describe("whatever loads something is refused, in every notation", () => {
  test.each([
    [
      svg('<image href="http://a.example/"/>'),
      'has href="http://a.example/" in it, which leads out of the drawing.',
    ],
    [
      svg('<use href="//a.example/#b"/>'),
      'has href="//a.example/#b" in it, which leads out of the drawing.',
    ],
    [
      svg('<use href="other.svg#b"/>'),
      'has href="other.svg#b" in it, which leads out of the drawing.',
    ],
    [
      svg('<image href="data:image/svg+xml,&lt;svg/>"/>'),
      'has href="data:image/svg+xml,<svg/>" in it, which leads out of the drawing.',
    ],
    [
      svg('<a href="data:text/html,x"/>'),
      'has href="data:text/html,x" in it, which leads out of the drawing.',
    ],
    [
      svg('<feImage xlink:href="ftp://a/"/>'),
      'has xlink:href="ftp://a/" in it, which leads out of the drawing.',
    ],
    [svg("", 'xml:base="http://a.example/"'), "has xml:base in it."],
    [
      svg("", 'xmlns:i="urn:i" i:export-filename="/home/ada/a.png"'),
      'names a file of somebody\'s computer: i:export-filename="/home/ada/a.png".',
    ],
    [
      svg("", 'data-file="C:\\Users\\ada\\a.png"'),
      'names a file of somebody\'s computer: data-file="C:\\Users\\ada\\a.png".',
    ],
    [
      `<?xml-stylesheet href="a.css"?>${svg("")}`,
      "has instructions for programs in it.",
    ],
    [
      svg("<style>@import 'http://a'</style>"),
      "loads a style sheet with @import.",
    ],
    [
      svg("<style>@im<!-- -->port 'http://a'</style>"),
      "loads a style sheet with @import.",
    ],
    [
      svg("<style>@<![CDATA[im]]>port 'http://a'</style>"),
      "loads a style sheet with @import.",
    ],
    [
      svg("<style>@\\69mport 'http://a'</style>"),
      "has a backslash in its style.",
    ],
    [
      svg("<style>g { fill: url(http://a) }</style>"),
      "loads http://a from its style.",
    ],
    [
      svg("<style>g { fill: \\75 rl( ' //a') }</style>"),
      "has a backslash in its style.",
    ],
    [
      svg("<style>g { fill: &#117;rl(//a) }</style>"),
      "loads //a from its style.",
    ],
    [svg('<g fill="url(http://a)"/>'), "loads http://a from its style."],
    [svg("<g style='filter:URL(a.svg#b)'/>"), "loads a.svg#b from its style."],
    [
      svg("<style>g { mask: image-set('http://a' 1x) }</style>"),
      "loads a picture from its style.",
    ],
  ])("%s", (text, problem) => {
    expect(toSvgProblem(text)).toBe(problem);
  });
});

describe("files that expand when parsed or drawn are refused", () => {
  test("nested entities", () => {
    const lol = `<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${svg("<text>&b;</text>")}`;
    expect(toSvgProblem(lol)).toMatch(/^contains declarations/);
    expect(toSvgProblem(`<!DOCTYPE svg\n[]>${svg("")}`)).toMatch(
      /^contains declarations/,
    );
  });

  test("nested uses", () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) =>
        `<g id="g${level}">${`<use href="#g${level - 1}"/>`.repeat(10)}</g>`,
    );
    expect(toSvgProblem(svg(levels.join("")))).toMatch(
      /^comes to more than 200,000 shapes/,
    );
    expect(toSvgProblem(svg('<g id="a"><use href="#a"/></g>'))).toMatch(
      /^comes to more than 200,000 shapes/,
    );
    expect(toSvgProblem(svg(levels.slice(0, 4).join("")))).toBeUndefined();
  });

  test("a megabyte of repeated markup is read to its end", () => {
    for (const inside of [
      "<g>".repeat(1e5),
      "<g/>".repeat(1e5),
      `<g ${'a="b" '.repeat(1e5)}`,
      `<g${" ".repeat(1e5)}`,
      "&#x6a;".repeat(1e5),
      "&".repeat(1e5),
      "<!--".repeat(1e5),
      "<!DOCTYPE".repeat(1e5),
      "<![CDATA[".repeat(1e5),
      `<style>${"url(".repeat(1e5)}</style>`,
      `<path d="${"0 ".repeat(1e5)}"/>`,
      Array.from({ length: 2e4 }, (_, id) => `<g id="a${id}"/>`).join(""),
      Array.from(
        { length: 2e4 },
        (_, id) => `<g id="a${id}"><use href="#a${id + 1}"/></g>`,
      ).join(""),
    ])
      expect(() => toSvgProblem(svg(inside))).not.toThrow();
  });
});

test.each([
  ["nothing", ""],
  ["a text", "A text."],
  ["a tag that is not closed", svg("<g>")],
  ["a tag too many", svg("</g>")],
  ["an entity of HTML", svg("&nbsp;")],
  ["an attribute without quotes", svg("<g a=b/>")],
  [
    "elements deeper than anybody draws",
    svg("<g>".repeat(9) + "</g>".repeat(9))
      .replace(/<g>/g, "<g>".repeat(30))
      .replace(/<\/g>/g, "</g>".repeat(30)),
  ],
])("%s is damaged", (_, text) => {
  expect(toSvgProblem(text)).toBe("is damaged: it cannot be read as SVG.");
});

test.each([
  '<html xmlns="http://www.w3.org/1999/xhtml"/>',
  "<svg/>",
  '<svg xmlns="http://www.w3.org/1999/svg"/>',
  `${svg("")}<script/>`,
  '<x:svg xmlns="http://www.w3.org/2000/svg" xmlns:x="y"/>',
])("%s is not an SVG", (text) => {
  expect(toSvgProblem(text)).toMatch(/^is no SVG/);
});

test("an encoding other than UTF-8 is refused", () => {
  expect(
    toSvgProblem(`<?xml version="1.0" encoding="ISO-2022-JP"?>${svg("")}`),
  ).toBe("declares the encoding ISO-2022-JP, but only UTF-8 works everywhere.");
});
