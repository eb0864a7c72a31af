import { site } from "#site.ts";
import type { Tone } from "./cover.ts";

/** Lightness and chroma in OKLCH, and the hue of what is not in a category's. */
type Colour = [lightness: number, chroma: number, hue?: number];

/**
 * The light theme's colours for what no style sheet reaches, by the roles they have in `styles/tokens.css`; a unit
 * test compares the two.
 */
export const tokens = {
  ground: [0.93, 0.045],
  tint: [0.85, 0.07],
  mid: [0.62, 0.1],
  deep: [0.35, 0.07],
  signal: [0.77, 0.15, 70],
  rule: [0.72, 0.13],
  kicker: [0.42, 0.1],
  ink: [0.22, 0.02, 265],
  quiet: [0.44, 0.02, 265],
  mark: [0.45, 0.1, 155],
} satisfies Record<Tone, Colour> & Record<string, Colour>;

/** Every colour of a card in a category's hue, as `#rrggbb`. */
export const toColours = (hue: number) => ({
  paper: site.paper.light,
  ...(Object.fromEntries(
    Object.entries(tokens as Record<string, Colour>).map(
      ([role, [lightness, chroma, own = hue]]) => [
        role,
        toHex(lightness, chroma, own),
      ],
    ),
  ) as Record<keyof typeof tokens, string>),
});

/** An OKLCH colour in sRGB, cut off where a screen has none so strong: https://bottosson.github.io/posts/oklab/ */
export function toHex(lightness: number, chroma: number, hue: number): string {
  const angle = (hue * Math.PI) / 180;
  const [a, b] = [chroma * Math.cos(angle), chroma * Math.sin(angle)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  return `#${linear
    .map((light) => {
      const shown =
        light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
      return Math.round(Math.min(1, Math.max(0, shown)) * 255)
        .toString(16)
        .padStart(2, "0");
    })
    .join("")}`;
}
