import { stringify } from "yaml";
import { engineNames, type CollectionName } from "#model/collections.ts";
import { toArticleText } from "#files/front-matter.ts";
import { contentFolder } from "#files/find-files.ts";
import { toJsonSchema, type Node } from "#cli/astro-extension.ts";

/** A field of a collection, with the fields of an object, or of each object in a list. */
export type Field = Node & {
  name: string;
  isNeeded: boolean;
  fields: Field[];
};

/** The fields of a collection in the schema's order. */
export const getFields = (collection: CollectionName): Field[] =>
  toFields(toJsonSchema(collection));

const toFields = ({ properties = {}, required = [] }: Node): Field[] =>
  Object.entries(properties).map(([name, node]) => ({
    ...node,
    name,
    isNeeded: required.includes(name),
    fields: toFields(node.items ?? node),
  }));

/** The text of engine/docs/front-matter.md: every field of every collection. */
export const toFrontMatterGuide = (): string =>
  [head(), ...engineNames.map(toSection), editors].join("\n\n");

function head(): string {
  const fields = getFields("articles");
  const needed = fields.filter(({ isNeeded }) => isNeeded);
  const shown = [...needed, ...fields.filter(({ name }) => name === "tags")];
  const article = toArticleText(
    Object.fromEntries(shown.map(({ name, example }) => [name, example])),
    "The answer, in the first sentence.",
  );
  return `<!-- Written by engine/tests/unit/guides.test.ts from the schema in engine/model/. -->

# Front matter

An article is a Markdown file in \`src/content/articles/\`: a line of three hyphens, fields, another line of three hyphens,
then the text. The name of the file is the article's slug.

\`\`\`markdown
${article.trim()}
\`\`\`

${needed.map(({ name }) => `\`${name}\``).join(", ")} are required; every other field is optional. Put a value in quotes if it
contains a colon or begins with a character like \`#\`, \`*\` or \`@\`. Write a date as 2026-02-28, or with a time and its
zone, 2026-02-28T09:00:00+01:00. Indent the fields inside another field by two spaces.

\`npm run check\` lists every problem, with its place and what to write.`;
}

const plural = (collection: CollectionName): string =>
  collection
    .replaceAll("-", " ")
    .replace(/^./, (letter) => letter.toUpperCase());

function toSection(collection: CollectionName): string {
  const rows = getFields(collection).flatMap((field) => toRows(field));
  return [
    `## ${plural(collection)}`,
    `One file for each, in \`${contentFolder}/${collection}/\`.`,
    [
      "| Field | What it is | What to write | Default | Example |",
      "| --- | --- | --- | --- | --- |",
      ...rows.map((row) => `| ${row.join(" | ")} |`),
    ].join("\n"),
  ].join("\n\n");
}

/** A field's row, then those of the fields in it: `series.id`, `sources[].url`. */
function toRows(field: Field, parent = ""): string[][] {
  const name = `${parent}${field.name}`;
  const example = stringify(field.example, {
    collectionStyle: "flow",
    flowCollectionPadding: false,
    lineWidth: 0,
  }).trim();
  return [
    [
      `\`${name}\``,
      field.is,
      field.write,
      toDefault(field),
      `\`${example}\``,
    ].map((cell) => cell.replaceAll("|", String.raw`\|`)),
    ...field.fields.flatMap((inner) =>
      toRows(inner, `${name}${field.items ? "[]" : ""}.`),
    ),
  ];
}

function toDefault({ isNeeded, default: value }: Field): string {
  if (isNeeded) return "required";
  if (value === undefined || (Array.isArray(value) && value.length === 0))
    return "nothing";
  return `\`${value}\``;
}

const editors = `## In the editor

In VS Code, install the extensions that it recommends for this folder, and run \`npm run dev\` once.

- Inside the front matter of every file in \`src/content/\`, the Astro extension offers fields (Ctrl+Space), explains them
  (hover) and underlines what is not valid. It knows the files that existed when \`npm run dev\` started.
- In an empty file, type \`article\` and press Ctrl+Space to insert the front matter of a draft dated today. The snippet is
  \`.vscode/article.code-snippets\`: list your categories there.
- Ctrl+Shift+B runs \`npm run check\` and shows every problem in the Problems panel.

The editor checks only the form of each field. Only \`npm run check\`, \`npm run dev\` and the build check that a date is in the
calendar, that a category or a picture exists, or that an address is free.

## In the browser

On GitHub, press \`.\` in the repository to open the same editor in the browser: write, drag pictures into the folder, and
commit. Work on a branch if somebody else should review it. A build that finds a problem leaves the published site as it is.
`;
