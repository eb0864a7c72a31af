import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding, Place } from "#files/finding.ts";
import { toSuggestion } from "#model/suggestion.ts";
import { toPlacer } from "#text/body-tree.ts";
import { readColour } from "#theme/colours.ts";
import {
  defaultTokens,
  readMark,
  readTokensFile,
  themeFolder,
} from "#theme/files.ts";
import { readFonts } from "#theme/fonts.ts";
import { readTokens } from "#theme/tokens.ts";
import type { Rule } from "#check/rule.ts";
import { toSvgProblem } from "#check/svg.ts";

export const themeRule: Rule = {
  words: [
    {
      name: "theme/token",
      severity: "warning",
      about:
        "Every custom property in src/theme/tokens.css is a token of the engine, or the publication uses it.",
    },
    {
      name: "theme/colour",
      severity: "error",
      about:
        "A colour token is written in a way that share images, icons and theme-color can read too.",
    },
    {
      name: "theme/fonts",
      severity: "error",
      about:
        "src/theme/fonts.ts names both typefaces, and their files are there.",
    },
    {
      name: "theme/mark",
      severity: "error",
      about:
        "src/theme/mark.svg is a drawing with a viewBox and no styles: it is part of every page.",
    },
  ],
  check: async ({ root }) => [
    ...checkTokens(root),
    ...(await checkFonts(root)),
    ...checkMark(root),
  ],
};

const toFinding = (
  name: string,
  place: Place,
  said: Pick<Finding, "problem" | "remedy" | "rule">,
): Finding => ({ file: `${themeFolder}/${name}`, ...place, ...said });

const start: Place = { line: 1, column: 1 };
const toMap = (css: string): Map<string, string> =>
  new Map(readTokens(css).map(({ name, value }) => [name, value]));

function checkTokens(root: string): Finding[] {
  const file = join(root, themeFolder, "tokens.css");
  if (!existsSync(file)) return [];
  const css = readFileSync(file, "utf8");
  const toPlace = toPlacer(css, start);
  const defaults = toMap(readFileSync(defaultTokens, "utf8"));
  const values = toMap(readTokensFile(root).tokens);
  const colours = new Set(
    [...defaults]
      .filter(([, value]) => readColour(value, {}, defaults))
      .map(([name]) => name),
  );
  let used: Set<string> | undefined;
  return readTokens(css).flatMap(({ name, value, at, valueAt }) => {
    if (!defaults.has(name) && !(used ??= listUsed(root)).has(name)) {
      const meant = toSuggestion(name, [...defaults.keys()]);
      return toFinding("tokens.css", toPlace(at[0]), {
        problem: `--${name} is not a token of the engine, and nothing in src/ uses it.`,
        remedy: meant
          ? `Did you mean --${meant}? Otherwise delete it.`
          : "Delete it, or use it with var().",
        rule: "theme/token",
      });
    }
    const isRead = (theme: "light" | "dark") =>
      readColour(value, { theme }, values) !== undefined;
    return !colours.has(name) || (isRead("light") && isRead("dark"))
      ? []
      : toFinding("tokens.css", toPlace(valueAt[0]), {
          problem: `--${name} cannot be read as a colour: ${value}`,
          remedy:
            "Write oklch(0.45 0.1 155) or #17653c, light-dark() with one of these for each theme, or var() of another token.",
          rule: "theme/colour",
        });
  });
}

/** The names of the custom properties that the publication's own styles and drawings use. */
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
  const toPlace = toPlacer(text, start);
  return problems.map(({ at, problem, remedy }) =>
    toFinding("fonts.ts", toPlace(Math.max(0, text.indexOf(at))), {
      problem,
      remedy,
      rule: "theme/fonts",
    }),
  );
}

function checkMark(root: string): Finding[] {
  const svg = readMark(root);
  const problem =
    toSvgProblem(svg) ??
    (/<style|\sstyle=/.test(svg)
      ? "has styles, which a page does not allow."
      : /<svg[^>]*\sviewBox="(?:-?[\d.]+[\s,]+){2}[\d.]+[\s,]+[\d.]+"/.test(svg)
        ? undefined
        : "has no viewBox.");
  return problem
    ? [
        toFinding("mark.svg", start, {
          problem: `The mark ${problem}`,
          remedy:
            'Save it as a plain SVG: <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16">, shapes, and colours as fill or stroke.',
          rule: "theme/mark",
        }),
      ]
    : [];
}
