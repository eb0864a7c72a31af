import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The components that a publication may replace or wrap, by a file of the same name in `src/components/`. */
export const replaceable =
  "ArticleNotice Byline CallToAction Cover Mark Newsletter Share SiteFooter SiteHeader".split(
    " ",
  );

export const ownComponentFolder = "src/components";
export const ownRouteFolder = "src/pages";
export const componentFolder = join(import.meta.dirname, "../components");
export const proseFolder = join(componentFolder, "prose");

export const listComponents = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder).flatMap(
        (file) => /^([A-Z]\w*)\.astro$/.exec(file)?.[1] ?? [],
      )
    : [];

/** The first doc comment of an engine file. */
export const readPurpose = (file: string): string =>
  (/\/\*\*(.*?)\*\//s.exec(readFileSync(file, "utf8"))?.[1] ?? "")
    .replaceAll(/\s+\*?\s*/g, " ")
    .trim();
