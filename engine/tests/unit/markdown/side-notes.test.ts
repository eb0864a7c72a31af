import { expect, test } from "vitest";
import { render } from "./render.ts";

const withNotes = (count: number) => {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return [
    ...numbers.map((number) => `Text.[^n${number}]`),
    ...numbers.map((number) => `[^n${number}]: Note ${number}.`),
  ].join("\n\n");
};
const numbersOf = (html: string, element: string) =>
  [...html.matchAll(/<(\w+)[^>]* data-note="(\d+)"/g)]
    .filter(([, name]) => name === element)
    .map(([, , number]) => Number(number));

test("a note and the reference to it have the same number, in the order of the text", async () => {
  const { code } = await render(
    "One.[^b] Two.[^a]\n\n[^a]: Note A.\n\n[^b]: Note B.\n\n    With more.",
  );
  expect(numbersOf(code, "a")).toEqual([1, 2]);
  expect(numbersOf(code, "li")).toEqual([1, 2]);
  expect(code).toMatch(/data-note="1">\s*<p>Note B\.<\/p>/);
});

test("a note stands beside the first of two references", async () => {
  const { code } = await render(
    "One.[^a] Two.[^b] Again.[^a]\n\n[^a]: A.\n[^b]: B.",
  );
  expect(numbersOf(code, "a")).toEqual([1, 2]);
  expect(code.indexOf("data-note")).toBeLessThan(code.indexOf("Two."));
});

test("no id is there twice, and every note leads back", async () => {
  const { code } = await render(withNotes(3));
  const ids = [...code.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(code.match(/data-footnote-backref=/g)).toHaveLength(3);
});

test("more notes than the margin has names for stay at the end, all of them", async () => {
  expect(numbersOf((await render(withNotes(12))).code, "li")).toHaveLength(12);
  expect(numbersOf((await render(withNotes(13))).code, "li")).toEqual([]);
});

test("one text's numbers say nothing to the next", async () => {
  const [, second] = [await render(withNotes(1)), await render(withNotes(1))];
  expect(numbersOf(second.code, "a")).toEqual([1]);
});

test("a text without notes has no numbers", async () => {
  expect(
    (await render("<section>\n\n1. One\n\n</section>")).code,
  ).not.toContain("data-note");
});
