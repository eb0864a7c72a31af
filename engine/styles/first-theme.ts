import { createHash } from "node:crypto";
import { site } from "#site.ts";

/**
 * Puts a theme on the page: "light", "dark" or "" for the system's. Runs in <head>, below the theme-color metas, so that
 * the first paint has it; page.ts calls it again when the reader chooses.
 */
export const firstTheme = [
  'setTheme=t=>{document.children[0].dataset.theme=t;document.getElementsByName("theme-color")',
  '.forEach((m,i)=>m.media=t==(i=i?"dark":"light")?"":t?"not all":`(prefers-color-scheme:${i})`)}',
  `;try{setTheme(JSON.parse(localStorage.${site.storageKey}).theme)}catch{}`,
].join("");

/** The hash that allows this inline script in the site's policy. */
export const firstThemeHash =
  `sha256-${createHash("sha256").update(firstTheme).digest("base64")}` as const;
