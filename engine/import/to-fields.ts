import { htmlToHast, type HastNode } from "satteri";
import { compareDates, toArticleDate } from "gatepost/model/dates.ts";
import { quote } from "gatepost/model/fields.ts";
import { articleSchema, pathOnly } from "gatepost/model/schema.ts";
import { todo } from "gatepost/text/todo.ts";
import { toNameParts } from "./markdown-files.ts";
import { toPicker, type Picker } from "./picker.ts";
import {
  toTexts,
  type Field,
  type Note,
  type SourceArticle,
} from "./source.ts";
import { meaningless, synonyms } from "./synonyms.ts";
import { toDate } from "./to-date.ts";
import { toPaths } from "./to-paths.ts";
import { toAuthors, toTopics, type Names } from "./to-topics.ts";

export type Options = {
  categories: Names;
  authors: Names;
  /** The category of what names none that is here. */
  category?: string | undefined;
  /** How addresses were made of what does not say its own: /:year/:month/:title/. */
  permalink?: string | undefined;
};

/** A source's fields as ours, and all that was not taken over. */
export type Mapped = {
  source: SourceArticle;
  /** Empty when nothing in the source gives it one. */
  slug: string;
  /** Where it was to be found until now: what links to it may say. */
  paths: string[];
  fields: Record<string, unknown>;
  cover?: Field;
  notes: Note[];
  /** Fields that are kept as comments. */
  kept: Pick<Field, "name" | "value">[];
};

const { shape } = articleSchema(pathOnly);
const coverShape = shape.cover.unwrap().shape;

/** Maps a source's fields with the table of synonyms. @param toTitle what the text says when no field does */
export function toFields(
  source: SourceArticle,
  toTitle: () => string | undefined,
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
    if (fits) note("guessed", `title from the text: ${quote(title)}`);
    else note("to do", "title: there is none; write one");
  }
  fields["description"] = takeText(picker, "description");
  const pubDate = takePubDate(picker);
  fields["pubDate"] = pubDate;
  fields["updatedDate"] = takeUpdatedDate(picker, pubDate);
  const { slug, paths, aliases } = toPaths(
    picker,
    fields["title"] === todo ? undefined : String(fields["title"]),
    pubDate,
    options.permalink,
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

  for (const field of gather("draft")) {
    left.delete(field);
    note(
      "dropped",
      `${field.name}: ${toTexts(field.value).join()}; all that is imported begins as a draft`,
      field.line,
    );
  }
  const cover = take("cover.image", (field) =>
    toTexts(field.value)[0]
      ? { ...field, value: toTexts(field.value)[0] }
      : undefined,
  );
  if (cover)
    fields["cover"] = {
      alt: take(
        "cover.alt",
        ({ value }) => coverShape.alt.safeParse(value).data,
      ),
      caption: take(
        "cover.caption",
        ({ value }) =>
          coverShape.caption.safeParse(toPlain(String(value), source)).data,
      ),
    };

  for (const field of left) {
    const isKnown = meaningless.has(field.name.toLowerCase());
    const isId = (synonyms.id as readonly string[]).includes(field.name);
    note(
      "dropped",
      `${field.name}: ${quote(field.value)}${isId ? " is no permanent id" : ""}${isKnown ? "" : ", kept as a comment"}`,
      field.line,
    );
    if (!isKnown) keep(field);
  }
  // In reports an article of an export has its title without the HTML.
  if (source.part) source.part = toPlain(source.part, source);
  return {
    source,
    slug,
    paths,
    fields,
    ...(cover ? { cover } : {}),
    notes: picker.notes,
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
      `${target}: ${fits.error.issues[0]?.message ?? ""} Write a shorter one; it is kept as a comment`,
      field.line,
    );
    keep(field);
    return todo;
  });
}

/** The day of a field, else of the file's name, else the day of the last change; TODO when there is none of them. */
function takePubDate(picker: Picker): string {
  const { take, notes, note, keep, gather, source } = picker;
  const say = (note: Note) => void notes.push(note);
  const found = take("pubDate", (field) => {
    const date = toDate(field, say);
    if (date === todo) keep(field);
    return date;
  });
  if (found !== undefined) return found;
  const named =
    source.part === undefined ? toNameParts(source.path).date : undefined;
  const date = named && toDate({ name: "file name", value: named }, say);
  if (date) {
    note("mapped", "file name → pubDate");
    return date;
  }
  for (const field of gather("updatedDate")) {
    const updated = toDate(field, () => undefined);
    if (updated === undefined || updated === todo) continue;
    note("guessed", `pubDate from ${field.name}, the only date`, field.line);
    return updated;
  }
  note("to do", "pubDate: there is no date; write one like 2026-02-28");
  return todo;
}

function takeUpdatedDate(
  { take, notes, note, left }: Picker,
  pubDate: string,
): string | undefined {
  return take("updatedDate", (field) => {
    const date = toDate(field, (note) => void notes.push(note));
    const [first, last] = [toArticleDate(pubDate), toArticleDate(date ?? "")];
    if (typeof last !== "object" || date === pubDate)
      return date === pubDate ? void left.delete(field) : undefined;
    if (typeof first !== "object" || compareDates(last, first) >= 0)
      return date;
    note("dropped", `${field.name}: ${date} is before pubDate`, field.line);
    left.delete(field);
    return undefined;
  });
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

/** A title or a description without the HTML that exports write it in; one paragraph. */
function toPlain(text: string, { format }: SourceArticle): string {
  const isHtml =
    /<\/?[a-z][^>]*>/i.test(text) ||
    (format === "html" && /&[#\w]+;/.test(text));
  const read = (node: HastNode): string =>
    "children" in node
      ? node.children.map((child) => read(child as HastNode)).join("")
      : node.type === "text"
        ? node.value
        : "";
  return (isHtml ? read(htmlToHast(text, { fragment: true })) : text)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
}
