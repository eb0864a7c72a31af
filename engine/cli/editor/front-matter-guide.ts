import { stringify } from "yaml";
import { collectionNames, type CollectionName } from "#model/collections.ts";
import { toArticleText } from "#files/front-matter.ts";
import { contentFolder } from "#files/find-files.ts";
import { getFields, type Field } from "./fields.ts";

/** docs/front-matter.md: what every field means, and where it can be written. */
export const toFrontMatterGuide = (): string =>
  [head(), ...collectionNames.map(toSection), editors].join("\n\n");

function head(): string {
  const fields = getFields("articles");
  const needed = fields.filter(({ isNeeded }) => isNeeded);
  const shown = [...needed, ...fields.filter(({ name }) => name === "tags")];
  const article = toArticleText(
    Object.fromEntries(shown.map(({ name, example }) => [name, example])),
    "The answer, in the first sentence.",
  );
  return `<!-- Made by npm run generate, from the schema in engine/model/ and engine/cli/editor/front-matter-guide.ts. -->

# Front matter

An article is a Markdown file in \`src/content/articles/\`: a line of three hyphens, fields, such a line again, then the
text. The name of the file is the article's address.

\`\`\`markdown
${article.trim()}
\`\`\`

${needed.map(({ name }) => `\`${name}\``).join(", ")} must be there; every other field may be left out. A value with a
colon, or one that begins with a sign like \`#\`, \`*\` or \`@\`, stands in quotes. A day is written 2026-02-28; an instant
has a time and its zone, 2026-02-28T09:00:00+01:00. What is inside another field is indented by two spaces under it.

\`npm run check\` says what is wrong, where, and what to write.`;
}

const plural = (collection: CollectionName): string =>
  collection
    .replaceAll("-", " ")
    .replace(/^./, (letter) => letter.toUpperCase());

function toSection(collection: CollectionName): string {
  const rows = getFields(collection).flatMap((field) => toRows(field));
  return [
    `## ${plural(collection)}`,
    `One file each in \`${contentFolder}/${collection}/\`.`,
    [
      "| Field | What it is | What to write | Without it | Example |",
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
      toRows(inner, `${name}${field.item ? "[]" : ""}.`),
    ),
  ];
}

function toDefault({ isNeeded, default: value }: Field): string {
  if (isNeeded) return "must be there";
  if (value === undefined || (Array.isArray(value) && value.length === 0))
    return "nothing";
  return `\`${value}\``;
}

const editors = `## In the editor

In VS Code, install the extensions that it recommends for this folder. Then, after \`npm run dev\` or \`npm run generate\`:

- The Astro extension helps inside the front matter of every file under \`src/content/\`, Markdown or MDX: Ctrl+Space
  offers fields, the pointer over a field explains it, and what does not fit is underlined. It knows the files that were
  there when the command began.
- \`article\` and Ctrl+Space in an empty file write the front matter of a new article, a draft of today, and offer the
  categories.
- Ctrl+Shift+B runs \`npm run check\` and lists every problem in the Problems panel, at its place and in its own words.

The editor compares with a schema and knows no more: that a day is in the calendar, that a category or a picture exists,
or that an address is free, only \`npm run check\`, the page under \`npm run dev\` and the build say. VS Code's YAML
extension does not look into Markdown. Other tools can be given \`schemas/article.schema.json\`.

## In the browser

Whoever has never seen a terminal can write with [Pages CMS](https://pagescms.org), which edits the files of a repository
on GitHub: sign in at app.pagescms.org, open the repository, choose Articles. The forms come from \`.pages.yml\`.

- Each save is a commit. Whoever may not publish alone works on a branch that somebody reviews.
- **Draft** is off in the form unless the file says otherwise: switch it on for what is not ready, or give a day to come.
  (On by default, the CMS would take down every published article that is opened and saved.)
- The text is written in Markdown. A visual editor would rewrite tables and footnotes.
- Pictures are uploaded to the folder of the collection. In the text, write \`![What it shows](./name.png)\`.
- The name of the file, which is the address, is proposed from the title and can be changed until the first save.
- Categories, authors, series and calls to action are offered by the name of their file; one that was added since the
  last \`npm run generate\` can be typed.

What the forms cannot do: MDX, dates with a time (they show as empty, and saving leaves an optional one out), a new
picture for an article that is a folder, keeping comments and line breaks in the front matter, and moving a file. Those
need an editor.

The forms refuse what is missing, too long or of the wrong shape. All the rest is checked after the push: \`npm test\`,
which every push to main runs, has the rules of \`npm run check\` in it, and a build that finds a problem writes nothing,
so that the site stays as it was. After a push that adds a category, an author, a series or a call to action, somebody
runs \`npm run generate\` and commits what it wrote: until then one of those tests fails, and names that command.
`;
