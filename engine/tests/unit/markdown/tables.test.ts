import { beforeAll, expect, test } from "vitest";
import { render } from "./render.ts";

let code = "";
beforeAll(async () => {
  ({ code } = await render(
    `| Left | Middle | Right | Plain |
| :--- | :----: | ----: | ----- |
| 3:1  | b      | c     | d     |

Between

| Other |
| ----: |
| e     |
`,
  ));
});

test("a column is aligned by a class, in its heading and in every row", () => {
  for (const cell of [
    '<th class="left">Left</th>',
    '<th class="center">Middle</th>',
    '<th class="right">Right</th>',
    "<th>Plain</th>",
    '<td class="left">3:1</td>',
    '<td class="center">b</td>',
    '<td class="right">c</td>',
    "<td>d</td>",
    '<td class="right">e</td>',
  ])
    expect(code).toContain(cell);
});

test("never by a style or align attribute", () => {
  expect(code).not.toMatch(/<[^>]*\s(?:style|align)=/);
});

test("each table scrolls in its own named region, which the keyboard can reach", () => {
  const regions = [...code.matchAll(/<div ([^>]*)><table>/g)].map(
    ([, attributes]) => attributes,
  );
  expect(regions).toHaveLength(2);
  for (const attributes of regions) {
    expect(attributes).toContain('role="group"');
    expect(attributes).toContain('tabindex="0"');
    expect(attributes).toMatch(/aria-label="\S/);
  }
});
