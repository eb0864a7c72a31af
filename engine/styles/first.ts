import { createHash } from "node:crypto";
import { site } from "#site.ts";

/** The hash that lets an inline style or script through the content security policy. */
const toHash = (text: string) =>
  `sha256-${createHash("sha256").update(text).digest("base64")}` as const;

/** Inline CSS, before any style sheet: the order of the layers, since Astro orders the sheets, and transitions. */
export const firstStyle =
  "@layer reset,base,layout,components,utilities;@media (prefers-reduced-motion:no-preference){@view-transition{navigation:auto}}";
export const firstStyleHash = toHash(firstStyle);

/** Sets the theme before the first paint, below the theme-color metas; theme.ts calls it again. Has the storage key. */
export const firstTheme = [
  'setTheme=t=>{document.children[0].dataset.theme=t;document.getElementsByName("theme-color")',
  '.forEach((m,i)=>m.media=t==(i=i?"dark":"light")?"":t?"not all":`(prefers-color-scheme:${i})`)}',
  `;storageKey="${site.storageKey}";try{setTheme(JSON.parse(localStorage[storageKey]).theme)}catch{}`,
].join("");
export const firstThemeHash = toHash(firstTheme);
