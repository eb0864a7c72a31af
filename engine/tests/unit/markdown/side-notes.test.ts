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

test("a note has the number of its reference, in text order", async () => {
  const { code } = await render(
    "One.[^b] Two.[^a]\n\n[^a]: Note A.\n\n[^b]: Note B.\n\n    With more.",
  );
  expect(numbersOf(code, "a")).toEqual([1, 2]);
  expect(numbersOf(code, "li")).toEqual([1, 2]);
  expect(code).toMatch(/data-note="1">\s*<p>Note B\.<\/p>/);
});

test("a note appears next to the first of two references", async () => {
  const { code } = await render(
    "One.[^a] Two.[^b] Again.[^a]\n\n[^a]: A.\n[^b]: B.",
  );
  expect(numbersOf(code, "a")).toEqual([1, 2]);
  expect(code.indexOf("data-note")).toBeLessThan(code.indexOf("Two."));
});

test("ids are unique, and every note links back", async () => {
  const { code } = await render(withNotes(3));
  const ids = [...code.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(code.match(/data-footnote-backref=/g)).toHaveLength(3);
});

test("if there are too many notes for the margin, all stay at the end", async () => {
  expect(numbersOf((await render(withNotes(12))).code, "li")).toHaveLength(12);
  expect(numbersOf((await render(withNotes(13))).code, "li")).toEqual([]);
});

test("numbers start again in the next text", async () => {
  const [, second] = [await render(withNotes(1)), await render(withNotes(1))];
  expect(numbersOf(second.code, "a")).toEqual([1]);
});

test("a text without notes has no numbers", async () => {
  expect(
    (await render("<section>\n\n1. One\n\n</section>")).code,
  ).not.toContain("data-note");
});
