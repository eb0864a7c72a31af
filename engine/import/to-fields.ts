import { quote } from "gatepost/model/fields.ts";
import { articleSchema, pathOnly } from "gatepost/model/schema.ts";
import { todo } from "gatepost/text/todo.ts";
import type { PictureFinder } from "./pictures.ts";
import { toPicker, type Picker } from "./picker.ts";
import {
  toTexts,
  type Field,
  type Note,
  type SourceArticle,
} from "./source.ts";
import { isSecret, takeRestrictions } from "./restrictions.ts";
import { meaningless, synonyms, toBareName } from "./synonyms.ts";
import { takePubDate, takeUpdatedDate } from "./to-date.ts";
import { toPaths } from "./to-paths.ts";
import { toPlain } from "./to-plain.ts";
import { toAuthors, toTopics, type Names } from "./to-topics.ts";

export type Options = {
  categories: Names;
  authors: Names;
  /** For articles without a known category. */
  category?: string | undefined;
  /** The pattern of addresses on the old site: /:year/:month/:title/. */
  permalink?: string | undefined;
  /** The pattern of slugs here: :year-:title. */
  slug?: string | undefined;
};

export type Mapped = {
  source: SourceArticle;
  slug: string;
  /** Its addresses on the old site, which links may use. */
  paths: string[];
  fields: Record<string, unknown>;
  pictures: PictureFinder;
  notes: Note[];
  /** Questions for the writer, which stop publishing until they are answered. */
  prompts: string[];
  kept: Pick<Field, "name" | "value">[];
};

const { shape } = articleSchema(pathOnly);
const coverShape = shape.cover.unwrap().shape;

/** Maps a source's fields. `toTitle` returns the title in the text, in case no field has one. */
export function toFields(
  source: SourceArticle,
  toTitle: () => string | undefined,
  pictures: PictureFinder,
  options: Options,
): Mapped {
  const picker = toPicker(source);
  const { take, note, gather, left, keep } = picker;
  const fields: Record<string, unknown> = { draft: true };

  fields["title"] = takeText(picker, "title");
  if (fields["title"] === undefined) {
    const title = toTitle();
    const fits = title !== undefined && shape.title.safeParse(title).success;
    fields["title"] = fits ? title : todo;
    if (fits)
      note(
        "guessed",
        `title from the ${source.dialect === "obsidian" ? "file name" : "text"}: ${quote(title)}`,
      );
    else note("to do", "title is missing: write one");
  }
  fields["description"] = takeText(picker, "description");
  const pubDate = takePubDate(picker);
  fields["pubDate"] = pubDate;
  fields["updatedDate"] = takeUpdatedDate(picker, pubDate);
  const { slug, paths, aliases } = toPaths(
    picker,
    fields["title"] === todo ? undefined : String(fields["title"]),
    pubDate,
    options,
  );
  fields["aliases"] = aliases;
  Object.assign(fields, toTopics(picker, options.categories, options.category));
  fields["authors"] = toAuthors(picker, options.authors);
  fields["canonicalUrl"] = take(
    "canonicalUrl",
    ({ value }) => shape.canonicalUrl.safeParse(value).data,
  );
  fields["id"] = take(
    "id",
    ({ value }) => shape.id.safeParse(toTexts(value)[0]).data,
  );
  fields["featured"] = takeFlag(picker, "featured") || undefined;
  fields["toc"] = takeFlag(picker, "toc") === false ? false : undefined;

  const prompts = takeRestrictions(picker);
  for (const field of gather("draft")) {
    left.delete(field);
    note(
      "dropped",
      `${field.name}: ${toTexts(field.value).join()}; imported articles start as drafts`,
      field.line,
    );
  }
  fields["cover"] = takeCover(picker, pictures);

  for (const field of left) {
    if (isSecret(field)) {
      note("dropped", `${field.name}: it may be a secret`, field.line);
      continue;
    }
    const isKnown = meaningless.has(toBareName(field.name));
    const isId = synonyms.id.includes(field.name);
    note(
      "dropped",
      `${field.name}: ${quote(field.value)}${isId ? " is not a permanent id" : ""}${isKnown ? "" : ", kept as a comment"}`,
      field.line,
    );
    if (!isKnown) keep(field);
  }
  // The title of an article in an export may contain HTML.
  if (source.part) source.part = toPlain(source.part, source);
  return {
    source,
    slug,
    paths,
    fields,
    pictures,
    notes: picker.notes,
    prompts,
    kept: picker.kept,
  };
}

function takeText(
  { take, note, keep, source }: Picker,
  target: "title" | "description",
): string | undefined {
  return take(target, (field) => {
    const text = toPlain(toTexts(field.value).join(" "), source);
    if (text === "") return undefined;
    const fits = shape[target].safeParse(text);
    if (fits.success) return text;
    note(
      "to do",
      `${target}: ${fits.error.issues[0]?.message ?? ""} Write a shorter one; the original is kept as a comment`,
      field.line,
    );
    keep(field);
    return todo;
  });
}

/** The cover, if its picture is found; otherwise its fields are kept as comments. */
function takeCover(picker: Picker, pictures: PictureFinder) {
  const { gather, left, note, keep, take, use, source } = picker;
  const cover = gather("cover.image").find(
    ({ value }) => toTexts(value).length > 0,
  );
  if (!cover) return undefined;
  const found = pictures.find(toTexts(cover.value)[0] as string);
  if ("reason" in found) {
    left.delete(cover);
    keep(cover);
    note(
      "to do",
      `the cover ${quote(cover.value)} ${found.reason}: put a picture beside the article, or publish it without a cover`,
      cover.line,
    );
    return undefined;
  }
  use(cover, "cover.image");
  const alt = take(
    "cover.alt",
    ({ value }) => coverShape.alt.safeParse(value).data,
  );
  const caption = take(
    "cover.caption",
    ({ value }) =>
      coverShape.caption.safeParse(toPlain(String(value), source)).data,
  );
  if (!alt) note("to do", "cover.alt: describe the picture", cover.line);
  return {
    image: found.address,
    alt: alt ?? todo,
    ...(caption ? { caption } : {}),
  };
}

const takeFlag = (
  { take }: Picker,
  target: "featured" | "toc",
): boolean | undefined =>
  take(
    target,
    ({ value }) =>
      ({ true: true, "1": true, false: false, "0": false })[String(value)],
  );
