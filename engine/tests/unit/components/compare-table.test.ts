import { describe, expect, test } from "vitest";
import { toCards } from "#components/compare-table.ts";
import { render } from "../markdown/render.ts";

const table = `| Saucepan | What it *opens* | Price |
| :---------- | --------------- | ----: |
| One         | A [door](/a/)   |   300 |
| Two         |                 |    80 |
`;
const toTable = async (text: string, caption?: string) =>
  toCards((await render(text)).code, caption);

test("every cell knows the head of its column, and the first of a row is the row's own", async () => {
  const html = await toTable(table);
  expect(html).toContain(
    '<th class="left" data-label="Saucepan" scope="row" role="rowheader">One</th>',
  );
  expect(html).toMatch(
    /<td data-label="What it opens" role="cell">A <a href="\/a\/">door<\/a><\/td>/,
  );
  expect(html).toContain(
    '<td class="right" data-label="Price" role="cell">80</td>',
  );
});

test("it stays a table to whoever hears it, however it is drawn", async () => {
  const html = await toTable(table);
  expect(html).toMatch(/^<table role="table" class="compare">/);
  expect(html.match(/role="row"/g)).toHaveLength(3);
  expect(html.match(/role="rowgroup"/g)).toHaveLength(2);
  expect(html.match(/scope="col"/g)).toHaveLength(3);
  expect(html.match(/role="columnheader"/g)).toHaveLength(3);
  expect(html.match(/role="rowheader"/g)).toHaveLength(2);
  expect(html.match(/role="cell"/g)).toHaveLength(4);
});

test("it scrolls nowhere, so that no key press stops at it", async () => {
  expect(await toTable(table)).not.toContain("tabindex");
});

test("a caption stands in it as text", async () => {
  expect(await toTable(table, "A <b> & more")).toMatch(
    /^<table[^>]*><caption>A &#x3C;b> &#x26; more<\/caption>/,
  );
});

describe("what is no table, or more than one, says so", () => {
  test.each(["", "Words.", `${table}\nWords.`, `${table}\n${table}`])(
    "%j",
    async (text) => {
      await expect(toTable(text)).rejects.toThrow("holds one Markdown table");
    },
  );
});
