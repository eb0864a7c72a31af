import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fonts as defaultFonts } from "./default/fonts.ts";
import { themeFolder } from "./files.ts";
import { fontsSchema, type ThemeFonts } from "./typefaces.ts";

/** A problem in `fonts.ts`, and the words of that file at which it is. */
type FontProblem = { at: string; problem: string; remedy: string };
const form =
  'A typeface is { name: "Figtree", weight: "300 900", files: { normal: "….woff2" }, fallbacks: ["sans-serif"] }.';
const nouns: Record<string, string> = {
  object: "an object in braces",
  array: "a list",
  string: "text in quotes",
};

/** The publication's typefaces from `src/theme/fonts.ts`, or the engine's if that file is missing or has problems. */
export async function readFonts(root: string) {
  const file = join(root, themeFolder, "fonts.ts");
  const fallback = fontsSchema.parse(defaultFonts);
  if (!existsSync(file)) return { fonts: fallback, problems: [] };
  const problems: FontProblem[] = [];
  try {
    // The query makes Node import the file again after a change; Vite removes a query of this form.
    const address = `${pathToFileURL(file).href}?t=${Math.trunc(statSync(file).mtimeMs)}`;
    const module = (await import(/* @vite-ignore */ address)) as {
      fonts: unknown;
    };
    const { data, error } = fontsSchema.safeParse(module.fonts, {
      error: (issue) =>
        issue.code === "unrecognized_keys"
          ? `It has no field "${(issue["keys"] as string[]).join('" or "')}".`
          : issue.input === undefined
            ? "It is missing."
            : `It is not ${nouns[String(issue["expected"])]}.`,
    });
    for (const { path, message } of error?.issues ?? [])
      problems.push({
        at: String(path.at(-1) ?? ""),
        problem: `${["fonts", ...path].join(".")}: ${message}`,
        remedy: form,
      });
    for (const name of data ? listFontFiles(data) : [])
      if (!toFontPath(root, name))
        problems.push({
          at: name,
          problem: `There is no file ${name}.`,
          remedy:
            "Name a WOFF2 file of an installed package, or one beside fonts.ts like ./my.woff2.",
        });
    if (data && problems.length === 0) return { fonts: data, problems };
  } catch (error) {
    problems.push({
      at: "",
      problem: `It cannot be read: ${(error as Error).message}`,
      remedy: "Export fonts, a plain object; import only types.",
    });
  }
  return { fonts: fallback, problems };
}

const listFontFiles = (fonts: ThemeFonts): string[] =>
  [fonts.reading, fonts.interface].flatMap(({ files, moreScripts }) =>
    [files.normal, files.italic ?? [], moreScripts].flat(),
  );

/** The path of a font file by its name in `fonts.ts`; undefined if it does not exist. */
export function toFontPath(root: string, name: string): string | undefined {
  try {
    return createRequire(join(root, themeFolder, "fonts.ts")).resolve(name);
  } catch {
    return undefined;
  }
}
