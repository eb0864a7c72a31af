import { quote } from "gatepost/model/fields.ts";
import { toArticleText } from "gatepost/files/front-matter.ts";
import { todo } from "gatepost/text/todo.ts";
import { contentFolder } from "gatepost/files/find-files.ts";
import type { Links } from "./addresses.ts";
import { toDescription } from "./first-words.ts";
import { toPictureFinder, type Copy } from "./pictures.ts";
import type { Note, SourceArticle } from "./source.ts";
import { toBody } from "./to-body.ts";
import type { Mapped } from "./to-fields.ts";

/** An article that can be written: where, what, and the pictures beside it. */
export type Planned = {
  source: SourceArticle;
  /** From the project's root, with `/`. */
  file: string;
  text: string;
  pictures: Copy[];
  /** What is in its place now, to be taken away; from the project's root. */
  replaces: string[];
  notes: Note[];
  hasCategory: boolean;
};

/** Makes a source's fields and its text one of our files. @param before the files of that slug that are there */
export function toPlanned(
  mapped: Mapped,
  before: readonly string[],
  {
    project,
    links,
    pictures: folderOfPictures,
  }: { project: string; links: Links; pictures: string | undefined },
): Planned {
  const { source, slug, fields, notes, kept } = mapped;
  const note = (one: Note) => void notes.push(one);
  const pictures = toPictureFinder(source, folderOfPictures);
  fields["cover"] = toCover(mapped, pictures, note);
  const body = toBody(source, {
    title: String(fields["title"]),
    links,
    pictures,
    project,
    note,
  });
  const format = source.format === "mdx" ? "mdx" : "md";
  if (fields["description"] === undefined) {
    const found = toDescription(body, format, 300);
    fields["description"] = found ?? todo;
    note(
      found
        ? {
            kind: "guessed",
            text: `description from the text: ${quote(found)}`,
          }
        : {
            kind: "to do",
            text: "description: there is none; write one to three sentences",
          },
    );
  }
  const name = `${contentFolder}/articles/${slug}`;
  const isFolder =
    pictures.copies.size > 0 ||
    before.some((file) => file.startsWith(`${name}/`));
  const file = isFolder ? `${name}/index.${format}` : `${name}.${format}`;
  return {
    source,
    file,
    text: withComments(toArticleText(fields, body), kept),
    pictures: [...pictures.copies.values()],
    replaces: before.filter((one) => one !== file),
    notes,
    hasCategory: fields["category"] !== todo,
  };
}

/** The field `cover`, when its picture comes along; else its fields are kept as comments. */
function toCover(
  { cover, fields, notes, kept }: Mapped,
  pictures: ReturnType<typeof toPictureFinder>,
  note: (note: Note) => void,
) {
  if (!cover) return undefined;
  const { alt, caption } = fields["cover"] as {
    alt?: string;
    caption?: string;
  };
  const found = pictures.find(String(cover.value));
  if ("address" in found) {
    if (!alt)
      note({
        kind: "to do",
        line: cover.line,
        text: "cover.alt: say what the picture shows",
      });
    return {
      image: found.address,
      alt: alt ?? todo,
      ...(caption ? { caption } : {}),
    };
  }
  const taken = notes.filter(
    ({ kind, text }) =>
      kind !== "mapped" || !/\bcover\.(?:image|alt|caption)$/.test(text),
  );
  notes.splice(0, notes.length, ...taken);
  note({
    kind: "to do",
    line: cover.line,
    text: `the cover ${quote(cover.value)} ${found.reason}: put a picture beside the article, or leave it`,
  });
  kept.push(cover);
  if (alt) kept.push({ name: "cover.alt", value: alt });
  if (caption) kept.push({ name: "cover.caption", value: caption });
  return undefined;
}

/** What has no field of ours, as comments at the end of the front matter. */
function withComments(text: string, kept: Mapped["kept"]): string {
  const lines = kept.map(({ name, value }) => {
    const isPlain =
      typeof value === "string" && !/[\p{C}\p{Zl}\p{Zp}]/u.test(value);
    return `# was: ${name}: ${isPlain ? value : JSON.stringify(value).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " ")}\n`;
  });
  const end = text.indexOf("\n---\n") + 1;
  return text.slice(0, end) + lines.join("") + text.slice(end);
}
