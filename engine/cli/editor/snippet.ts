import { fieldOrder } from "#files/front-matter.ts";
import { getFields, type Field } from "./fields.ts";
import type { Names } from "./names.ts";

/** What a new article gets beside the fields it cannot be without. */
const alsoWritten = ["tags", "draft"];

/** The snippet `article`: front matter with tab stops, the day of today and the categories there are. */
export function toSnippet(names: Names): string {
  let stop = 0;
  const toLines = (field: Field): string[] => {
    const { name, type, kind, collection, example, item } = field;
    if (type === "boolean") return [`${name}: ${example}`];
    if (item) return [`${name}:`, `  - \${${++stop}:${item.example}}`];
    if (kind === "day")
      return [`${name}: $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE`];
    if (collection)
      return [`${name}: \${${++stop}|${names[collection].join(",")}|}`];
    return [`${name}: "$${++stop}"`];
  };
  const body = getFields("articles")
    .filter(({ name, isNeeded }) => isNeeded || alsoWritten.includes(name))
    .sort((a, b) => fieldOrder.indexOf(a.name) - fieldOrder.indexOf(b.name))
    .flatMap(toLines);
  const snippets = {
    Article: {
      scope: "markdown,mdx",
      prefix: "article",
      description: "The front matter of a new article, a draft",
      isFileTemplate: true,
      body: ["---", ...body, "---", "", "$0"],
    },
  };
  return `// Made by npm run generate: see engine/cli/editor/.\n${JSON.stringify(snippets, undefined, 2)}\n`;
}
