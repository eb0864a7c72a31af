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

test("every cell is labelled with its column's heading, and the first cell is the row's heading", async () => {
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

test("it stays a table for screen readers", async () => {
  const html = await toTable(table);
  expect(html).toMatch(/^<table role="table" class="compare">/);
  expect(html.match(/role="row"/g)).toHaveLength(3);
  expect(html.match(/role="rowgroup"/g)).toHaveLength(2);
  expect(html.match(/scope="col"/g)).toHaveLength(3);
  expect(html.match(/role="columnheader"/g)).toHaveLength(3);
  expect(html.match(/role="rowheader"/g)).toHaveLength(2);
  expect(html.match(/role="cell"/g)).toHaveLength(4);
});

test("it does not scroll, so it is not a keyboard stop", async () => {
  expect(await toTable(table)).not.toContain("tabindex");
});

test("the caption is text inside the table", async () => {
  expect(await toTable(table, "A <b> & more")).toMatch(
    /^<table[^>]*><caption>A &#x3C;b> &#x26; more<\/caption>/,
  );
});

describe("content other than one table is an error", () => {
  test.each(["", "Words.", `${table}\nWords.`, `${table}\n${table}`])(
    "%j",
    async (text) => {
      await expect(toTable(text)).rejects.toThrow("holds one Markdown table");
    },
  );
});
