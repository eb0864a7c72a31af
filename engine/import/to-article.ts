import { quote } from "gatepost/model/fields.ts";
import { toArticleText } from "gatepost/files/front-matter.ts";
import { todo, toPrompt } from "gatepost/text/todo.ts";
import { contentFolder } from "gatepost/files/find-files.ts";
import type { Links } from "./addresses.ts";
import { toDescription } from "./first-words.ts";
import type { Copy } from "./pictures.ts";
import type { Note, SourceArticle, TakeNote } from "./source.ts";
import { toBody } from "./to-body.ts";
import type { Mapped } from "./to-fields.ts";

export type Planned = {
  source: SourceArticle;
  /** From the project's root, with `/`. */
  file: string;
  text: string;
  /** The pictures to copy beside it. */
  pictures: Copy[];
  /** Existing files of the same article, to be deleted; from the project's root. */
  replaces: string[];
  notes: Note[];
  hasCategory: boolean;
};

/** Makes an article of a mapped source. `existing` are the files that already have its slug. */
export function toPlanned(
  { source, slug, fields, pictures, notes, prompts, kept }: Mapped,
  existing: readonly string[],
  project: string,
  links: Links,
): Planned {
  const note: TakeNote = (kind, text, line) =>
    void notes.push({ kind, text, line });
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
    if (found) note("guessed", `description from the text: ${quote(found)}`);
    else note("to do", "description is missing: write one to three sentences");
  }
  const name = `${contentFolder}/articles/${slug}`;
  const isFolder =
    pictures.copies.size > 0 ||
    existing.some((file) => file.startsWith(`${name}/`));
  const file = isFolder ? `${name}/index.${format}` : `${name}.${format}`;
  return {
    source,
    file,
    text: withComments(
      toArticleText(
        fields,
        [...prompts.map((one) => toPrompt(one, format)), body].join("\n\n"),
      ),
      kept,
    ),
    pictures: [...pictures.copies.values()],
    replaces: existing.filter((one) => one !== file),
    notes,
    hasCategory: fields["category"] !== todo,
  };
}

/** Adds unmapped fields as comments at the end of the front matter. */
function withComments(text: string, kept: Mapped["kept"]): string {
  const lines = kept.map(({ name, value }) => {
    const isPlain =
      typeof value === "string" && !/[\p{C}\p{Zl}\p{Zp}]/u.test(value);
    return `# was: ${name}: ${isPlain ? value : JSON.stringify(value).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, " ")}\n`;
  });
  const end = text.indexOf("\n---\n") + 1;
  return text.slice(0, end) + lines.join("") + text.slice(end);
}
