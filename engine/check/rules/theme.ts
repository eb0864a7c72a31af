import { existsSync, globSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { top, type Finding, type Place } from "#files/finding.ts";
import { toSuggestion } from "#model/suggestion.ts";
import { toPlacer } from "#text/body-tree.ts";
import { toFailure, type SiteFailure } from "#site-source.ts";
import {
  defaultTokens,
  readMark,
  readTokensFile,
  themeFolder,
} from "#theme/files.ts";
import { readFonts } from "#theme/fonts.ts";
import { readColour, reference } from "#theme/oklch.ts";
import { readOtherProperties, readTokens } from "#theme/tokens.ts";
import type { Rule } from "#check/rule.ts";
import { toSvgProblem } from "#check/svg.ts";

export const themeRule: Rule = {
  errors: {
    "theme/colour":
      "A colour token has a form that share images, icons and `theme-color` support.",
    "theme/fonts":
      "src/theme/fonts.ts names both typefaces, and their files exist.",
    "theme/mark":
      "src/theme/mark.svg is a drawing with a viewBox, no styles, and colours that icons and share images can read too.",
    "theme/cover": "src/theme/cover.ts can be run and exports a function draw.",
  },
  warnings: {
    "theme/token":
      "Every custom property in src/theme/tokens.css is a token of the engine, declared in :root, or the publication uses it.",
  },
  check: async ({ root }) => [
    ...checkTokens(root),
    ...(await checkFonts(root)),
    ...checkMark(root),
    ...(await checkCover(root)),
  ],
};

/** Reports findings of one rule in a file of the theme. */
const reporter =
  (name: string) =>
  (rule: string, place: Place, problem: string, remedy: string): Finding => ({
    file: `${themeFolder}/${name}`,
    ...place,
    problem,
    remedy,
    rule: `theme/${rule}`,
  });

const toMap = (css: string): Map<string, string> =>
  new Map(readTokens(css).map(({ name, value }) => [name, value]));

const isColour = (value: string, tokens: ReadonlyMap<string, string>) =>
  (["light", "dark"] as const).every((theme) =>
    readColour(value, { theme }, tokens),
  );
const defaults = toMap(readFileSync(defaultTokens, "utf8"));
const isColourToken = (name: string) =>
  isColour(defaults.get(name) ?? "", defaults);

function checkTokens(root: string): Finding[] {
  const file = join(root, themeFolder, "tokens.css");
  if (!existsSync(file)) return [];
  const css = readFileSync(file, "utf8");
  const report = reporter("tokens.css");
  const toPlace = toPlacer(css, top);
  const values = toMap(readTokensFile(root));
  const misplaced = readOtherProperties(css)
    .filter(({ name }) => defaults.has(name))
    .map(({ name, at }) =>
      report(
        "token",
        toPlace(at[0]),
        `--${name} is declared outside a plain :root rule: share images, icons and theme-color don't see it, and pages may not either.`,
        "Declare it in :root, with light-dark() if the themes differ, or use a property of your own.",
      ),
    );
  let used: Set<string> | undefined;
  const others = readTokens(css).flatMap(({ name, value, at, valueAt }) => {
    if (!defaults.has(name) && !(used ??= listUsed(root)).has(name)) {
      const meant = toSuggestion(name, [...defaults.keys()]);
      return report(
        "token",
        toPlace(at[0]),
        `--${name} is not a token of the engine, and nothing in src/ uses it.`,
        meant
          ? `Did you mean --${meant}? Otherwise delete it.`
          : "Delete it, or use it with var().",
      );
    }
    return !isColourToken(name) || isColour(value, values)
      ? []
      : report(
          "colour",
          toPlace(valueAt[0]),
          `--${name} cannot be read as a colour: ${value}`,
          "Write oklch(0.45 0.1 155) or #17653c, light-dark() with one of these for each theme, or var() of another token.",
        );
  });
  return [...misplaced, ...others];
}

const listUsed = (root: string): Set<string> =>
  new Set(
    globSync("src/**/*.{astro,css,svg}", {
      cwd: root,
      exclude: ["src/content/**"],
    }).flatMap((file) =>
      [
        ...readFileSync(join(root, file), "utf8").matchAll(
          /var\(\s*--([\w-]+)/g,
        ),
      ].map(([, name]) => name as string),
    ),
  );

async function checkFonts(root: string): Promise<Finding[]> {
  const { problems } = await readFonts(root);
  if (problems.length === 0) return [];
  const text = readFileSync(join(root, themeFolder, "fonts.ts"), "utf8");
  const report = reporter("fonts.ts");
  const toPlace = toPlacer(text, top);
  return problems.map(({ at, problem, remedy }) =>
    report("fonts", toPlace(Math.max(0, text.indexOf(at))), problem, remedy),
  );
}

function checkMark(root: string): Finding[] {
  const svg = readMark(root);
  const report = reporter("mark.svg");
  const problem =
    toSvgProblem(svg) ??
    (/<style|\sstyle=/.test(svg)
      ? "has styles, which a page does not allow."
      : /<svg[^>]*\sviewBox="(?:-?[\d.]+[\s,]+){2}[\d.]+[\s,]+[\d.]+"/.test(svg)
        ? undefined
        : "has no viewBox.");
  if (problem)
    return [
      report(
        "mark",
        top,
        `The mark ${problem}`,
        'Save it as a plain SVG: <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">, shapes, and colours as fill or stroke.',
      ),
    ];
  const tokens = toMap(readTokensFile(root));
  const toPlace = toPlacer(svg, top);
  const drawing = svg.replace(/<!--[^]*?-->/g, (comment) =>
    " ".repeat(comment.length),
  );
  return [...drawing.matchAll(reference)]
    .filter(
      ([, name = "", fallback]) =>
        fallback === undefined &&
        // An engine's token that cannot be read is reported by theme/colour.
        !isColourToken(name) &&
        !isColour(`var(--${name})`, tokens),
    )
    .map(({ 1: name = "", index }) =>
      report(
        "mark",
        toPlace(index),
        tokens.has(name)
          ? `The mark uses --${name}, which cannot be read as a colour: ${tokens.get(name)}`
          : `The mark uses --${name}, which is not a token.`,
        `Name a colour token, like var(--color-link), or add a fallback: var(--${name}, currentColor).`,
      ),
    );
}

async function checkCover(root: string): Promise<Finding[]> {
  const file = join(root, themeFolder, "cover.ts");
  if (!existsSync(file)) return [];
  const report = reporter("cover.ts");
  try {
    // The query makes Node read the file again after a change.
    const { draw } = (await import(
      /* @vite-ignore */ `${pathToFileURL(file).href}?t=${Math.trunc(statSync(file).mtimeMs)}`
    )) as { draw?: unknown };
    return typeof draw === "function"
      ? []
      : [
          report(
            "cover",
            top,
            "This file exports no function draw.",
            "Write export const draw: DrawCover = ({ width, height, random }) => [ … ];",
          ),
        ];
  } catch (error) {
    const { problem, ...place }: SiteFailure = toFailure(
      error as Error,
      `${themeFolder}/cover.ts`,
    );
    const remedy = "Fix this first: the site cannot be built without it.";
    return [report("cover", place, problem, remedy)];
  }
}
