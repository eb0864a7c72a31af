import { toHex } from "#theme/colours.ts";
import type { Tone } from "#theme/types.ts";

const roles = {
  paper: "color-paper",
  ink: "color-ink",
  quiet: "color-quiet",
  rule: "color-hue-rule",
  kicker: "color-hue-text",
  ground: "cover-ground",
  tint: "cover-tint",
  mid: "cover-mid",
  deep: "cover-deep",
  signal: "color-signal",
} satisfies Record<Tone, string> & Record<string, string>;

type Colours = Record<keyof typeof roles, string>;
const byHue = new Map<number, Colours>();

/** The colours of a card for a category's hue, as `#rrggbb`, from the light theme. */
export function toColours(hue: number): Colours {
  const known = byHue.get(hue);
  if (known) return known;
  const colours = Object.fromEntries(
    Object.entries(roles).map(([role, token]) => [role, toHex(token, { hue })]),
  ) as Colours;
  byHue.set(hue, colours);
  return colours;
}
