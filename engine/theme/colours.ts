import { tokens } from "#own-theme.ts";
import { oklchToHex, readColour, type Oklch, type Setting } from "./oklch.ts";
import { readTokens } from "./tokens.ts";

const values = new Map(
  readTokens(tokens).map(({ name, value }) => [name, value]),
);

/** A value as `#rrggbb`, for outputs that no style sheet reaches; undefined if `readColour` cannot read it. */
export function valueToHex(value: string, setting: Setting = {}) {
  const colour = readColour(value, setting, values);
  return colour && oklchToHex(colour);
}

/** A colour token as `#rrggbb`. Throws if its value cannot be read. */
export const toHex = (token: string, setting: Setting = {}): string =>
  oklchToHex(toOklch(token, setting));

/** The hue of a colour token in the light theme, in whole degrees. */
export const toHue = (token: string) => Math.round(toOklch(token, {})[2]);

function toOklch(token: string, setting: Setting): Oklch {
  const colour = readColour(`var(--${token})`, setting, values);
  if (!colour)
    throw new Error(`--${token} is not a colour: ${values.get(token)}`);
  return colour;
}
