import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mergeTokens, readOtherProperties, readTokens } from "#theme/tokens.ts";

const defaults = `/* Defaults: --no: token; */
:root {
  color-scheme: light dark;
  --ink: #000;
  --paper: light-dark(
    #fff,
    #111
  );
}
[data-hue] {
  --rule: oklch(0.7 0.1 var(--hue));
}
`;

test("tokens are read from :root and [data-hue], not from comments, strings or nested rules", () => {
  const css = `/* :root { --a: 1 } */
:root{--b:2;--c: "; --d: 3"; /* --e: 4; */ color: red}
@media print { :root { --f: 5; } }
.x { --g: 6; }
[data-hue] { --h: calc(1px * 7) }`;
  expect(readTokens(css).map(({ name, value }) => [name, value])).toEqual([
    ["b", "2"],
    ["c", '"; --d: 3"'],
    ["h", "calc(1px * 7)"],
  ]);
});

test("a semicolon in an unquoted url() is part of the value", () => {
  expect(
    readTokens(":root { --a: url(data:image/png;base64,--b:1;); --c: 2 }").map(
      ({ name, value }) => [name, value],
    ),
  ).toEqual([
    ["a", "url(data:image/png;base64,--b:1;)"],
    ["c", "2"],
  ]);
});

test("custom properties outside plain :root and [data-hue] rules are found, with their offsets", () => {
  const css = `:root { --a: 1 } html{--b: 2; color: var(--x)}
:root[data-theme="dark"] { color: red; --c: ";--no:" }
@media print { :root { --d: 4 } }
[data-hue] { --e: 5 } /* html { --f: 6 } */`;
  const found = readOtherProperties(css);
  expect(found.map(({ name }) => name)).toEqual(["b", "c", "d"]);
  for (const { name, at } of found)
    expect(css.slice(at[0])).toMatch(new RegExp(`^--${name}:`));
});

test("a theme's values replace the defaults, in whichever rule either declares them", () => {
  const css = mergeTokens(
    defaults,
    ":root { --paper: #eee; --rule: var(--ink) }\n.x { color: red }",
  );
  const merged = defaults
    .replace(/light-dark\([^]*?\)/, "#eee")
    .replace("oklch(0.7 0.1 var(--hue))", "var(--ink)");
  expect(css.startsWith(merged)).toBe(true);
  expect(css.slice(merged.length)).toMatch(
    /^\n:root \{\s*\}\n\.x \{ color: red \}$/,
  );
});

test("the last of several values counts, as in a style sheet", () => {
  expect(
    mergeTokens(defaults, ":root { --ink: #111; --ink: #222; }"),
  ).toContain(defaults.replace("#000", "#222"));
});

test("without a theme the defaults stay as they are", () => {
  expect(mergeTokens(defaults, "")).toBe(`${defaults}\n`);
});

test("a new publication starts with the default values of its tokens", () => {
  const read = (file: string) =>
    readTokens(
      readFileSync(join(import.meta.dirname, "../../..", file), "utf8"),
    ).map(({ name, value }) => `${name}: ${value}`);
  const start = read("init/src/theme/tokens.css");
  expect(start.length).toBeGreaterThan(0);
  expect(read("theme/default/tokens.css")).toEqual(
    expect.arrayContaining(start),
  );
});
