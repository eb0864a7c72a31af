import { fieldOrder } from "#files/front-matter.ts";
import { getFields, type Field } from "./fields.ts";
import type { Names } from "./names.ts";

const toJsonc = (value: unknown): string =>
  `// Made by npm run generate: see engine/cli/editor/.\n${JSON.stringify(value)}`;

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
  return toJsonc({
    Article: {
      scope: "markdown,mdx",
      prefix: "article",
      description: "The front matter of a new article, a draft",
      isFileTemplate: true,
      body: ["---", ...body, "---", "", "$0"],
    },
  });
}

export const toExtensions = (): string =>
  toJsonc({
    recommendations: [
      "astro-build.astro-vscode",
      "unifiedjs.vscode-mdx",
      "esbenp.prettier-vscode",
      "streetsidesoftware.code-spell-checker",
    ],
  });

export function toSettings(): string {
  const built = ["dist", ".astro", ".build", ".cache"];
  // Articles are laid out by hand: Prettier would move line ends and rewrite tables.
  const prose = { "editor.formatOnSave": false, "editor.wordWrap": "on" };
  return toJsonc({
    "astro.content-intellisense": true,
    "editor.defaultFormatter": "esbenp.prettier-vscode",
    "editor.formatOnSave": true,
    "[markdown]": prose,
    "[mdx]": prose,
    "files.eol": "\n",
    "files.exclude": Object.fromEntries(built.map((name) => [name, true])),
    "typescript.tsdk": "node_modules/typescript/lib",
  });
}

/** Reads what `toReport` writes: an expression for each of the three lines of a finding. */
const toMatcher = (ending: string, more: object) => ({
  owner: "check",
  fileLocation: ["relative", "${workspaceFolder}"],
  ...more,
  pattern: [
    {
      regexp: "^(src/\\S.*?):(\\d+):(\\d+)(?: {2}.*)?$",
      file: 1,
      line: 2,
      column: 3,
    },
    { regexp: "^ {2}(\\S.*)$", message: 1 },
    {
      regexp: `^ {2}(\\S.*?) +\\[(\\S+)\\]${ending}$`,
      message: 1,
      code: 2,
      ...(ending.includes("(warning)") ? { severity: 3 } : {}),
    },
  ],
});

/**
 * The task `check` (Ctrl+Shift+B): every problem that `npm run check` prints becomes an entry in the Problems panel, at
 * its place. A reminder has a matcher of its own, because VS Code does not know the word.
 */
export const toTasks = (): string =>
  toJsonc({
    version: "2.0.0",
    tasks: [
      {
        label: "check",
        type: "npm",
        script: "check",
        group: { kind: "build", isDefault: true },
        presentation: { reveal: "silent", clear: true },
        problemMatcher: [
          toMatcher("(?: (warning))?", {}),
          toMatcher(" reminder", { severity: "info" }),
        ],
      },
    ],
  });
