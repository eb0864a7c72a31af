import { describe, expect, test } from "vitest";
import { readBody } from "#text/body.ts";
import { toSlips } from "#check/rules/mdx-code.ts";

/** What is said of the code in a body, as "line:column problem". */
function slips(body: string): string[] {
  const { code, failure } = readBody(body, "mdx");
  expect(failure).toBeUndefined();
  return toSlips(code).map(
    ({ line, column, slip: [problem] }) => `${line}:${column} ${problem}`,
  );
}

describe("what only computes passes", () => {
  test.each([
    "{1 + 1} {`a ${'b'}`} {/* nothing */} {'process'} {/process/.test('x')}",
    "{[3, 1].map((number, index) => <em key={index}>{number + index}</em>)}",
    "{Object.entries({ a: 1 }).map(([name, value]) => `${name}: ${value}`)}",
    "{Math.max(...[1, 2])} {Number('1').toFixed(2)} {JSON.stringify({ a: 1 })}",
    "{new Intl.NumberFormat('en').format(1e6)} {new Set([1]).size}",
    "{[1, 2][0]} {[1, 2][+true]} {({ 'a b': 1 })['a b']} {[1, 2].at(-1)}",
    "{[[1, 2]].map(([first, ...rest]) => [1, 2][first - 1] + rest.length)}",
    "{(() => { const own = 1; return own })()}",
    "{((a, { b = 2, c: { d } }) => a + b + d)(1, { c: { d: 3 } })}",
    "{(() => { try { return 1 } catch (error) { return error } })()}",
    "{(() => { for (const one of [1]) if (one) return one; return null })()}",
    "{(function count(left) { return left ? count(left - 1) : 0 })(3)}",
    "{(() => { outer: for (const a of [1]) break outer; return 1 })()}",
    "{({ process: 1, fetch() { return 2 } }).process} {({}).window}",
    "{frontmatter.title} {undefined} {frontmatter?.tags?.length}",
    "export const prices = [1, 2];\n\nIn all {prices.length}, {prices.map(String).join()}",
    "export function half(number) { return number / 2 }\n\n{half(2)}",
    "export class Own { constructor() {} }\n\n{new Own() && 1}",
    'import Opinion from "#components/Opinion.astro";\n\n{[1].map((key) => <Opinion key={key} answer="go" />)}',
    'A <b title={"a" + 1}>b</b> and <a href="/x/">c</a>.',
    '{<a href="/x/">c</a>}',
  ])("%s", (body) => {
    expect(slips(body)).toEqual([]);
  });
});

describe("what leads out of the text is refused", () => {
  test.each([
    ["{process.env.HOME}", "1:2 process leads out of the text."],
    ["{globalThis['process']}", "1:2 globalThis leads out of the text."],
    ["{global}", "1:2 global leads out of the text."],
    ["{window.fetch}", "1:2 window leads out of the text."],
    ["{self}", "1:2 self leads out of the text."],
    ["{document.cookie}", "1:2 document leads out of the text."],
    ["{fetch('/')}", "1:2 fetch leads out of the text."],
    ["{require('fs')}", "1:2 require leads out of the text."],
    ["{module.exports}", "1:2 module leads out of the text."],
    ["{eval('1')}", "1:2 eval leads out of the text."],
    ["{(0, eval)('1')}", "1:6 eval leads out of the text."],
    ["{new Function('1')}", "1:6 Function leads out of the text."],
    ["{new WebSocket('ws://a')}", "1:6 WebSocket leads out of the text."],
    ["{Deno.cwd()}", "1:2 Deno leads out of the text."],
    ["{setTimeout(() => 1)}", "1:2 setTimeout leads out of the text."],
    ["{Astro.url}", "1:2 Astro leads out of the text."],
    ["{Reflect.get([], 'at')}", "1:2 Reflect leads out of the text."],
    ["{new Proxy({}, {})}", "1:6 Proxy leads out of the text."],
    ["{`${process}`}", "1:5 process leads out of the text."],
    ["{process`x`}", "1:2 process leads out of the text."],
    ["{({ process })}", "1:5 process leads out of the text."],
    ["{({ a: process })}", "1:8 process leads out of the text."],
    ["{typeof process}", "1:9 process leads out of the text."],
    ["{[...process.argv]}", "1:6 process leads out of the text."],
    ["{pro\\u0063ess}", "1:2 process leads out of the text."],
    ["{((a = process) => a)()}", "1:8 process leads out of the text."],
    ["{(() => { var a = process })()}", "1:19 process leads out of the text."],
    ["{((fetch) => 1)}", "1:4 fetch leads out of the text."],
    ["export const process = 1;", "1:14 process leads out of the text."],
    ["export const a = process;", "1:18 process leads out of the text."],
    ["<b title={process.title}>a</b>", "1:11 process leads out of the text."],
    ["{<b title={process.title}>a</b>}", "1:12 process leads out of the text."],
    ["{<b>{process.title}</b>}", "1:6 process leads out of the text."],
    ["{<>{process.title}</>}", "1:5 process leads out of the text."],
    [
      "{function () { return arguments }}",
      "1:23 arguments leads out of the text.",
    ],
    ["{Date.now()}", "1:2 Date.now gives another answer with every build."],
    ["{new Date()}", "1:6 Date gives another answer with every build."],
    [
      "{crypto.randomUUID()}",
      "1:2 crypto.randomUUID gives another answer with every build.",
    ],
    [
      "{Math.random()}",
      "1:2 Math.random gives another answer with every build.",
    ],
    ["{Math['random']()}", "1:2 Math is not for texts."],
    ["{(({ random }) => random())(Math)}", "1:29 Math is not for texts."],
    [
      "{new Intl.DateTimeFormat().format()}",
      "1:6 Intl.DateTimeFormat is not for texts.",
    ],
    [
      "{Object.getPrototypeOf([])}",
      "1:2 Object.getPrototypeOf is not for texts.",
    ],
    ["{Object['getPrototypeOf']([])}", "1:2 Object is not for texts."],
    ["{[].map(Object)}", "1:9 Object is not for texts."],
    ["{navigate()}", "1:2 Nothing in this text is called navigate."],
    ["{Buffer.from('a')}", "1:2 Nothing in this text is called Buffer."],
    ["{props.components}", "1:2 Nothing in this text is called props."],
    ["{_jsx('script')}", "1:2 Nothing in this text is called _jsx."],
    ["{<Image />}", "1:3 Nothing imports <Image>."],
    ["{<_Fragment />}", "1:3 Nothing imports <_Fragment>."],
    ["{this}", "1:2 this is nothing in a text."],
    [
      "{function () { return new.target }}",
      "1:23 new.target is nothing in a text.",
    ],
  ])("%s", (body, ...expected) => {
    expect(slips(body)).toEqual(expected);
  });
});

describe("a name counts only where it is declared", () => {
  test.each([
    [
      "{((Buffer) => 1)(2)} {Buffer}",
      "1:23 Nothing in this text is called Buffer.",
    ],
    [
      "{(() => { { let Buffer = 1 } return Buffer })()}",
      "1:37 Nothing in this text is called Buffer.",
    ],
    [
      "{(() => { try {} catch (Buffer) {} return Buffer })()}",
      "1:43 Nothing in this text is called Buffer.",
    ],
    [
      "{(() => { for (const Buffer of []); return Buffer })()}",
      "1:44 Nothing in this text is called Buffer.",
    ],
    [
      "{(() => { (function Buffer() {}); return Buffer })()}",
      "1:42 Nothing in this text is called Buffer.",
    ],
    [
      "{((a = Buffer) => { let Buffer = 1; return a })()}",
      "1:8 Nothing in this text is called Buffer.",
    ],
    [
      "{({ Buffer: 1 }) && Buffer}",
      "1:21 Nothing in this text is called Buffer.",
    ],
  ])("%s", (body, expected) => {
    expect(slips(body)).toEqual([expected]);
  });
});

describe("the way behind a value is closed, however it is written", () => {
  const behind = "constructor leads to the code behind a value.";
  const chosen = "A property is chosen by code.";
  const changed = "Code changes a value that others use.";
  test.each([
    ["{[].constructor}", `1:5 ${behind}`],
    ["{[]?.constructor}", `1:6 ${behind}`],
    ["{[]['constructor']}", `1:5 ${behind}`],
    ["{[]?.['constructor']}", `1:7 ${behind}`],
    ['{[]["con\\x73tructor"]}', `1:5 ${behind}`],
    ["{[].c\\u006fnstructor}", `1:5 ${behind}`],
    ["{[][`constructor`]}", `1:5 ${chosen}`],
    ["{[]['con' + 'structor']}", `1:5 ${chosen}`],
    ["{[][['constructor']]}", `1:5 ${chosen}`],
    ["{[][(0, 'constructor')]}", `1:6 ${chosen}`],
    ["{((a) => [][a])('constructor')}", `1:13 ${chosen}`],
    ["{[][['con', 'structor'].join('')]}", `1:5 ${chosen}`],
    ["{(({ constructor }) => constructor)([])}", `1:6 ${behind}`],
    ["{(({ constructor: a }) => a)([])}", `1:6 ${behind}`],
    ["{(({ 'constructor': a }) => a)([])}", `1:6 ${behind}`],
    ["{(({ ['con' + 'structor']: a }) => a)([])}", `1:7 ${chosen}`],
    [
      "{(() => { let a; ({ constructor: a } = []); return a })()}",
      `1:21 ${behind}`,
    ],
    ["{[].__proto__}", "1:5 __proto__ leads to the code behind a value."],
    [
      "{({ __proto__: [] })}",
      "1:5 __proto__ leads to the code behind a value.",
    ],
    [
      "{Array.prototype.map}",
      "1:8 prototype leads to the code behind a value.",
    ],
    [
      "{({}).__lookupGetter__('a')}",
      "1:7 __lookupGetter__ leads to the code behind a value.",
    ],
    ["{<b title={[].constructor}>a</b>}", `1:15 ${behind}`],
    ["{(() => { Array.from = 1 })()}", `1:11 ${changed}`],
    ["{(() => { (Array.from) = 1 })()}", `1:12 ${changed}`],
    ["{(() => { [Array.from] = [1] })()}", `1:12 ${changed}`],
    ["{(() => { ({ a: Array.from } = { a: 1 }) })()}", `1:17 ${changed}`],
    ["{(() => { [...Array.from] = [1] })()}", `1:15 ${changed}`],
    ["{(() => { [Array.from = 1] = [] })()}", `1:12 ${changed}`],
    ["{(() => { for (Array.from of [1]); })()}", `1:16 ${changed}`],
    ["{(() => { Number.a++ })()}", `1:11 ${changed}`],
    ["{(() => { delete Array.from })()}", `1:18 ${changed}`],
    ["{(() => { Array = 1 })()}", `1:11 ${changed}`],
    ["{(() => { [Array] = [1] })()}", `1:12 ${changed}`],
    ["{((a) => { a.from = 1 })(Array)}", `1:12 ${changed}`],
  ])("%s", (body, expected) => {
    expect(slips(body)).toEqual([expected]);
  });
});

describe("elements in code have only the attributes that are written out", () => {
  const spread = "Attributes are taken from code.";
  const address = "An address is made by code.";
  test.each([
    ["<b {...{}}>a</b>", `1:5 ${spread}`],
    ["<Opinion {...{}} />", `1:11 ${spread}`],
    ["{<b {...{}}>a</b>}", `1:5 ${spread}`],
    ['<a href={"javascript:a()"}>a</a>', `1:10 ${address}`],
    ['{<a href={"javascript:a()"}>a</a>}', `1:5 ${address}`],
    ["<blockquote cite={'x'}>a</blockquote>", `1:19 ${address}`],
    ["{<A.b />}", "1:3 A component has no parts."],
  ])("%s", (body, expected) => {
    expect(slips(body)).toEqual([expected]);
  });

  test("what they are is looked at as if they stood in the text", () => {
    const { refused, pictures, links } = readBody(
      '{[1].map(() => <script>{1}</script>)} {<b onClick={1} set:html="x" style="y"><a href="javascript:a()">b</a></b>} {<img src="./a.png" />}',
      "mdx",
    );
    expect(
      refused.map(({ column, element, attribute }) => [
        column,
        element,
        attribute,
      ]),
    ).toEqual([
      [16, "script", undefined],
      [40, "b", "onClick"],
      [40, "b", "set:html"],
      [40, "b", "style"],
    ]);
    expect(links.map(({ address }) => address)).toEqual(["javascript:a()"]);
    expect(pictures.map(({ address, markup }) => [address, markup])).toEqual([
      ["./a.png", "html"],
    ]);
  });
});

test("places are exact behind lists, quotations and indentation", () => {
  expect(
    slips(
      "A {1 +\n     a}.\n\n- B\n\n  {\n    b\n  }\n\n> C {`\n>  ${c}`} <b\n>   title={[\n>     d]}>e</b>\n",
    ).map((slip) => slip.replace(" Nothing in this text is called", "")),
  ).toEqual(["2:6 a.", "7:5 b.", "11:6 c.", "13:7 d."]);
});

test("code that goes deeper than anybody reads is refused, not fallen over", () => {
  expect(
    toSlips([
      {
        line: 1,
        column: 2,
        code: `${"(".repeat(50_000)}1${")".repeat(50_000)}`,
        kind: "expression",
      },
      {
        line: 2,
        column: 2,
        code: "[".repeat(3000) + "]".repeat(3000),
        kind: "expression",
      },
    ]).map(({ slip: [problem] }) => problem),
  ).toContain("This code cannot be read.");
});
