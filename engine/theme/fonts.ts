import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fonts as defaultFonts } from "./default/fonts.ts";
import { themeFolder } from "./files.ts";
import { fontsSchema, type ThemeFonts } from "./typefaces.ts";

/** What is wrong in `fonts.ts`, and words of that file that show the place. */
type FontProblem = { at: string; problem: string; remedy: string };
const form =
  'A typeface is { name: "Figtree", weight: "300 900", files: { normal: "….woff2" }, fallbacks: ["sans-serif"] }.';

/** The publication's typefaces from `src/theme/fonts.ts`; the engine's if that cannot be used or is not there. */
export async function readFonts(
  root: string,
): Promise<{ fonts: ThemeFonts; problems: FontProblem[] }> {
  const file = join(root, themeFolder, "fonts.ts");
  const fallback = fontsSchema.parse(defaultFonts);
  if (!existsSync(file)) return { fonts: fallback, problems: [] };
  const problems: FontProblem[] = [];
  try {
    // The query makes Node read the file again after a change; Vite takes off a query of this form.
    const address = `${pathToFileURL(file).href}?t=${Math.trunc(statSync(file).mtimeMs)}`;
    const module = (await import(/* @vite-ignore */ address)) as {
      fonts: unknown;
    };
    const { data, error } = fontsSchema.safeParse(module.fonts);
    for (const { path, message } of error?.issues ?? [])
      problems.push({
        at: String(path.at(-1) ?? ""),
        problem: `${["fonts", ...path].join(".")}: ${message}.`,
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
  [fonts.reading, fonts.interface].flatMap(({ files, moreScripts }) => [
    files.normal,
    ...(files.italic ? [files.italic] : []),
    ...moreScripts,
  ]);

/** The path of a font file, from how `fonts.ts` names it; undefined if there is none. */
export function toFontPath(root: string, name: string): string | undefined {
  try {
    return createRequire(join(root, themeFolder, "fonts.ts")).resolve(name);
  } catch {
    return undefined;
  }
}
