import { mark } from "#own-theme.ts";
import { toHex, valueToHex } from "./colours.ts";
import { reference } from "./oklch.ts";

const viewBox = /\bviewBox="([^"]*)"/.exec(mark)?.[1] ?? "0 0 16 16";
const [x = 0, y = 0, width = 16, height = 16] = viewBox
  .split(/[\s,]+/)
  .map(Number);
/** Width divided by height. */
export const markRatio = width / height;

const [, attributes = "", content = ""] =
  /<svg\b([^>]*)>([^]*)<\/svg>/.exec(
    mark.replace(/<!--[^]*?-->/g, "").replace(/>\s+</g, "><"),
  ) ?? [];

const toSvg = (own: string) =>
  `<svg ${own}${attributes.replace(/\s+(?:xmlns|viewBox|width|height)="[^"]*"/g, "").trimEnd()}>${content}</svg>`;

/** For pages, which define the tokens; `size` is the width and height of its box in pixels. */
export const toInlineMark = (size: number): string =>
  toSvg(
    `viewBox="${viewBox}" width="${size}" height="${size}" aria-hidden="true"`,
  );

const standalone = (box: string) =>
  `xmlns="http://www.w3.org/2000/svg" viewBox="${box}"`;
const toLight = (svg: string) =>
  svg
    .replace(reference, (_, token: string, fallback?: string) =>
      fallback === undefined
        ? toHex(token)
        : (valueToHex(`var(--${token})`) ?? valueToHex(fallback) ?? fallback),
    )
    .replaceAll("currentColor", toHex("color-ink"));

/** For share images, in the colours of the light theme. */
export const toCardMark = (): string => toLight(toSvg(standalone(viewBox)));

const side = Math.max(width, height);
const square = `${x - (side - width) / 2} ${y - (side - height) / 2} ${side} ${side}`;
/** An icon file has no tokens, so each reference resolves to its fallback. */
const toFallback = (svg: string) =>
  svg.replace(reference, (found, _, fallback?: string) => fallback ?? found);

/** For raster icons, in the colours of the light theme; `size` is the width and height in pixels. */
export const toIconMark = (size: number): string =>
  toLight(
    toFallback(toSvg(`${standalone(square)} width="${size}" height="${size}"`)),
  );

/** `/favicon.svg`: follows the colour scheme of the reader's system. */
export function toFavicon(): string {
  const svg = toFallback(toSvg(standalone(square)));
  const tokens = new Set(
    [...svg.matchAll(reference)].map(([, token]) => token as string),
  );
  const toRule = (theme: "light" | "dark") =>
    `:root{color:${toHex("color-ink", { theme })}${[...tokens].map((token) => `;--${token}:${toHex(token, { theme })}`).join("")}}`;
  return svg.replace(
    ">",
    `><style>${toRule("light")}@media(prefers-color-scheme:dark){${toRule("dark")}}</style>`,
  );
}
