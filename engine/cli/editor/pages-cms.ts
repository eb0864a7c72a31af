import { stringify } from "yaml";
import { collectionNames, type CollectionName } from "#model/collections.ts";
import { contentFolder, pictureEndings } from "#files/find-files.ts";
import { getFields, toSentences, type Field } from "./fields.ts";
import type { Names } from "./names.ts";

type Entry = Record<string, unknown>;

/**
 * The configuration of Pages CMS (https://pagescms.org/docs/configuration): a form for each collection. Every field is
 * in it, since the CMS drops what its form does not have; and every default is the schema's own, since the CMS writes
 * the default of what is missing whenever a file is saved: `draft: true` there would take published articles down.
 */
export const toPagesConfig = (names: Names): string =>
  "# Made by npm run generate: see engine/cli/editor/.\n" +
  stringify(
    {
      media: collectionNames.filter(hasPicture).map((name) => ({
        name,
        label: `Pictures: ${toLabel(name).toLowerCase()}`,
        input: `${contentFolder}/${name}`,
        // From a file of the collection, so that the picture is one beside it.
        output: `../${name}`,
        extensions: pictureEndings.map((ending) => ending.slice(1)),
      })),
      content: collectionNames.map((name) => toCollection(name, names)),
    },
    { lineWidth: 0, aliasDuplicateObjects: false },
  );

const hasPicture = (collection: CollectionName): boolean => {
  const isPicture = ({ kind, fields }: Field): boolean =>
    kind === "picture" || fields.some(isPicture);
  return getFields(collection).some(isPicture);
};

function toCollection(name: CollectionName, names: Names): Entry {
  const fields = getFields(name);
  const primary = fields[0]!.name;
  const day = fields.find(({ kind }) => kind === "day")?.name;
  return {
    name,
    label: toLabel(name),
    type: "collection",
    path: `${contentFolder}/${name}`,
    format: "yaml-frontmatter",
    filename: { template: "{primary}.md", field: "create" },
    view: {
      primary,
      fields: day ? [primary, day] : [primary],
      ...(day && {
        sort: [day, primary],
        default: { sort: day, order: "desc" },
      }),
    },
    fields: [
      ...fields.map((field) => toEntry(field, name, names)),
      {
        name: "body",
        label: "Text",
        description: "The text, in Markdown.",
        // The CMS's rich text would rewrite tables, footnotes and HTML into something else.
        type: "code",
        options: { format: "markdown" },
      },
    ],
  };
}

function toEntry(
  field: Field,
  collection: CollectionName,
  names: Names,
): Entry {
  const { name, isNeeded, type, item, fields } = field;
  const common = {
    name,
    label: toLabel(name),
    ...(field.is && { description: toHint(field) }),
    ...(isNeeded && { required: true }),
    // An empty list or text is left out of the file anyhow.
    ...(type === "boolean" && { default: field.default }),
  };
  const inner = fields.map((one) => toEntry(one, collection, names));
  if (item?.collection && item.collection !== "articles")
    return {
      ...common,
      type: "select",
      options: {
        multiple: true,
        creatable: true,
        values: names[item.collection],
      },
    };
  if (item)
    return {
      ...common,
      list: true,
      ...(fields.length > 0
        ? { type: "object", fields: inner }
        : toInput({ ...item, isNeeded: true }, collection, names)),
    };
  if (type === "object") return { ...common, type, fields: inner };
  return { ...common, ...toInput(field, collection, names) };
}

/** The contract without what is said of lines and hyphens, and of times, which a form does not have. */
const toHint = (field: Field): string =>
  field.item || field.fields.length > 0
    ? toSentences({ is: field.is, write: "" }).trim()
    : field.type === "boolean" || field.kind || field.collection
      ? field.write
      : toSentences(field);

/** How one value is put in. */
function toInput(
  field: Field,
  collection: CollectionName,
  names: Names,
): Entry {
  const { type, kind, minimum, maximum, maxLength, pattern } = field;
  if (type === "boolean") return { type };
  if (type === "integer")
    return { type: "number", options: { min: minimum, max: maximum } };
  if (kind === "day")
    return { type: "date", options: { format: "yyyy-MM-dd" } };
  if (kind === "picture")
    return { type: "image", options: { media: collection } };
  // New articles come every week: a list of them here would be old at once.
  if (field.collection && field.collection !== "articles")
    return {
      type: "select",
      options: { creatable: true, values: names[field.collection] },
    };
  return {
    type: (maxLength ?? 0) > 200 ? "text" : "string",
    ...(maxLength && { options: { maxlength: maxLength } }),
    ...(pattern && isPlain(pattern) && { pattern: toPattern(field, pattern) }),
  };
}

/** Whether an expression means the same without the flag u, which the CMS does not set. */
const isPlain = (pattern: string): boolean => !pattern.includes("\\p{");

/** What need not be there may be empty, which the CMS would put to the pattern too. */
const toPattern = ({ isNeeded, write }: Field, pattern: string): Entry => ({
  regex: isNeeded ? pattern : `^$|${pattern}`,
  message: write,
});

/** pubDate → "Pub date", calls-to-action → "Calls to action". */
const toLabel = (name: string): string => {
  const words = name
    .replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
    .replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};
