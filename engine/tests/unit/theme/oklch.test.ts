import { expect, test } from "vitest";
import { toHex as tokenToHex } from "#theme/colours.ts";
import { oklchToHex, readColour } from "#theme/oklch.ts";

const tokens = new Map([
  ["ink", "light-dark(#000, oklch(100% 0 0deg))"],
  ["rule", "oklch(0.72 0.13 var(--hue))"],
  ["loop", "var(--loop)"],
]);
const toHex = (
  value: string,
  theme: "light" | "dark" = "light",
  hue = 29.2339,
) => {
  const colour = readColour(value, { theme, hue }, tokens);
  return colour && oklchToHex(colour);
};

test("colours convert as in other converters", () => {
  expect(toHex("oklch(1 0 0)")).toBe("#ffffff");
  expect(toHex("oklch(0 0 0)")).toBe("#000000");
  // From CSS Color 4, for red and lime.
  expect(toHex("oklch(62.7955% 0.257683 var(--hue))")).toBe("#ff0000");
  expect(toHex("oklch(0.86644 0.294827 142.4953)")).toBe("#00ff00");
});

test("hex colours survive conversion to OKLCH and back", () => {
  for (const hex of ["#000000", "#ffffff", "#ff0000", "#1b1f2a", "#0a84ff"])
    expect(toHex(hex)).toBe(hex);
  expect(toHex("#0A8")).toBe("#00aa88");
  expect(readColour("#ff0000", {}, tokens)?.[2]).toBeCloseTo(29.23, 1);
});

test("a reference has the value of its token in the given theme", () => {
  expect(toHex("var(--ink)", "light")).toBe("#000000");
  expect(toHex("var(--ink)", "dark")).toBe("#ffffff");
  expect(toHex("light-dark(var( --ink ), var(--rule))", "dark")).toBe(
    toHex("oklch(0.72 0.13 29.2339)"),
  );
  expect(toHex("light-dark(\n  var(--ink),\n  #123456\n)", "dark")).toBe(
    "#123456",
  );
});

test.each([
  "",
  "red",
  "#12345",
  "rgb(0 0 0)",
  "oklch(0.5 0.1)",
  "oklch(0.5 0.1 155 / 50%)",
  "light-dark(#000)",
  "var(--unknown)",
  "var(--loop)",
])("%s is not read as a colour", (value) => {
  expect(toHex(value)).toBeUndefined();
});

/** Relative luminance, WCAG 2.2. */
const toLuminance = (hex: string) => {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const toContrast = (one: string, other: string) => {
  const [light, dark] = [toLuminance(one), toLuminance(other)].sort(
    (a, b) => b - a,
  ) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

const hues = Array.from({ length: 12 }, (_, index) => index * 30);

test.each(["light", "dark"] as const)(
  "in the %s theme, text has a contrast of at least 4.5 to 1 in each of the twelve hues",
  (theme) => {
    expect(toContrast("#ffffff", "#000000")).toBe(21);
    const toHex = (token: string, hue: number) =>
      tokenToHex(token, { theme, hue });
    const faint = hues.flatMap((hue) =>
      ["color-ink", "color-quiet", "color-link", "color-hue-text"]
        .filter(
          (token) =>
            toContrast(toHex(token, hue), toHex("color-paper", hue)) < 4.5,
        )
        .map((token) => `${token} in ${hue}`),
    );
    expect(faint).toEqual([]);
  },
);
