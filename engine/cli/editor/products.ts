import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toFrontMatterGuide } from "./front-matter-guide.ts";
import { toFrontMatterSchema } from "./front-matter-schema.ts";
import { readNames, type Names } from "./names.ts";
import { toPagesConfig } from "./pages-cms.ts";
import { toRulesGuide } from "./rules-guide.ts";
import { toSnippet } from "./snippet.ts";

/** A generated file that is committed, and how its text is made. */
type Product = { file: string; toText: (names: Names) => string };

export const products: readonly Product[] = [
  {
    file: "schemas/article.schema.json",
    toText: () => toFrontMatterSchema("articles"),
  },
  { file: "docs/front-matter.md", toText: toFrontMatterGuide },
  { file: "docs/rules.md", toText: toRulesGuide },
  { file: ".pages.yml", toText: toPagesConfig },
  { file: ".vscode/article.code-snippets", toText: toSnippet },
];

/** A product as it ought to stand below a root, and whether it does. */
export type GeneratedFile = { file: string; text: string; isCurrent: boolean };

/** Makes every product from the schema and the names of the content below a root; writes nothing. */
export async function generateFiles(root: string): Promise<GeneratedFile[]> {
  const names = await readNames(root);
  return Promise.all(
    products.map(async ({ file, toText }) => {
      const text = toText(names);
      const written = await readFile(join(root, file), "utf8").catch(
        () => undefined,
      );
      return { file, text, isCurrent: written === text };
    }),
  );
}
