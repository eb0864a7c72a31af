import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { toColours, toHex, tokens } from "#cards/cover-colours.ts";
import { site } from "#site.ts";

const css = readFileSync(
  join(import.meta.dirname, "../../../styles/tokens.css"),
  "utf8",
);

/** The numbers of a token in tokens.css, the light theme's first; a category's hue is none of them. */
const inCss = (name: string) => {
  const value = new RegExp(`--${name}: ([^;]+);`).exec(css)?.[1] ?? "";
  return [...value.matchAll(/oklch\(\s*([^)]*?)\s*(?:var\(--hue\))?\)/g)].map(
    ([, numbers]) => (numbers as string).trim().split(/\s+/).map(Number),
  );
};

const names: Record<keyof typeof tokens, string> = {
  ground: "cover-ground",
  tint: "cover-tint",
  mid: "cover-mid",
  deep: "cover-deep",
  signal: "color-signal",
  rule: "color-hue-rule",
  kicker: "color-hue-text",
  ink: "color-ink",
  quiet: "color-quiet",
  mark: "color-link",
};

test.each(Object.entries(names))(
  "a card's %s is --%s of tokens.css in the light theme",
  (role, name) => {
    expect(inCss(name)[0]).toEqual(tokens[role as keyof typeof tokens]);
  },
);

test("the paper that no style sheet reaches is that of tokens.css, in both themes", () => {
  const [light, dark] = inCss("color-paper").map((paper) =>
    toHex(...(paper as [number, number, number])),
  );
  expect({ light, dark }).toEqual(site.paper);
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

test("known colours come out as every converter gives them", () => {
  expect(toHex(1, 0, 0)).toBe("#ffffff");
  expect(toHex(0, 0, 0)).toBe("#000000");
  // CSS Color 4 gives these for red and for lime.
  expect(toHex(0.627955, 0.257683, 29.2339)).toBe("#ff0000");
  expect(toHex(0.86644, 0.294827, 142.4953)).toBe("#00ff00");
  expect(toContrast("#ffffff", "#000000")).toBe(21);
});

test("every text on a card stands out from its ground at least 4.5 to 1, in each of the 72 hues", () => {
  const faint = Array.from({ length: 72 }, (_, index) => index * 5).flatMap(
    (hue) => {
      const { paper, ...colours } = toColours(hue);
      return (["ink", "quiet", "kicker"] as const)
        .filter((role) => toContrast(colours[role], paper) < 4.5)
        .map((role) => `${role} in ${hue}`);
    },
  );
  expect(faint).toEqual([]);
});
