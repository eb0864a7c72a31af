/** Lightness and chroma from 0 to 1, hue in degrees: https://bottosson.github.io/posts/oklab/ */
export type Oklch = [lightness: number, chroma: number, hue: number];
/** The theme in which a colour is shown, light by default, and the hue of the category. */
export type Setting = { theme?: "light" | "dark"; hue?: number };
type Values = ReadonlyMap<string, string>;

/** `var()` in an attribute of a drawing: the token's name and the fallback. */
export const reference =
  /var\(\s*--([\w-]+)\s*(?:,\s*([^()]*(?:\([^()]*\)[^()]*)?))?\)/g;

/** Resolves a token's value to a colour; undefined unless it is `oklch(…)`, hex, `light-dark()` or `var()`. */
export function readColour(
  value: string,
  { theme = "light", hue = 0 }: Setting,
  tokens: Values,
): Oklch | undefined {
  let text = value;
  // Resolves one reference or choice at a time, innermost first; the limit stops circular references.
  for (let step = 0; step < 20; step++) {
    const reduced = text
      .replace(/var\(\s*--([\w-]+)\s*\)/, (_, name: string) =>
        name === "hue" ? String(hue) : (tokens.get(name) ?? name),
      )
      .replace(
        /light-dark\(\s*([^(),]+(?:\([^()]*\))?)\s*,\s*([^(),]+(?:\([^()]*\))?)\s*\)/,
        theme === "light" ? "$1" : "$2",
      )
      .trim();
    if (reduced === text) break;
    text = reduced;
  }
  const [, lightness, percent, chroma, angle] =
    /^oklch\(\s*([\d.]+)(%?)\s+([\d.]+)\s+([\d.]+)(?:deg)?\s*\)$/.exec(text) ??
    [];
  if (lightness)
    return [
      Number(lightness) / (percent ? 100 : 1),
      Number(chroma),
      Number(angle),
    ];
  const digits = /^#(?:([\da-f]{3})|([\da-f]{6}))$/i.exec(text);
  if (!digits) return undefined;
  return hexToOklch(digits[2] ?? (digits[1] as string).replace(/./g, "$&$&"));
}

/** Converts OKLCH to sRGB, clipping each channel. */
export function oklchToHex([lightness, chroma, hue]: Oklch): string {
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

/** The inverse, from six hex digits. */
function hexToOklch(digits: string): Oklch {
  const [r, g, b] = [0, 2, 4].map((at) => {
    const shown = parseInt(digits.slice(at, at + 2), 16) / 255;
    return shown <= 0.04045 ? shown / 12.92 : ((shown + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const bb = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    Math.hypot(a, bb),
    ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360,
  ];
}
