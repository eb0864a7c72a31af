import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The components that a publication may replace or wrap, by a file of the same name in `src/components/`. */
export const replaceable = [
  "ArticleNotice",
  "Byline",
  "CallToAction",
  "Cover",
  "Mark",
  "Newsletter",
  "Share",
  "SiteFooter",
  "SiteHeader",
];

export const ownComponentFolder = "src/components";
export const componentFolder = join(import.meta.dirname, "../components");
/** The engine's components for articles. */
export const proseFolder = join(componentFolder, "prose");

/** The names of the components in a folder, sorted; none when there is no such folder. */
export const listComponents = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder).flatMap(
        (file) => /^([A-Z]\w*)\.astro$/.exec(file)?.[1] ?? [],
      )
    : [];

/** What a file of the engine is for, as its first doc comment says it. */
export const readPurpose = (file: string): string =>
  (/\/\*\*(.*?)\*\//s.exec(readFileSync(file, "utf8"))?.[1] ?? "")
    .replaceAll(/\s+\*?\s*/g, " ")
    .trim();
