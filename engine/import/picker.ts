import {
  toTexts,
  type Field,
  type Note,
  type SourceArticle,
} from "./source.ts";
import { synonyms, type Target } from "./synonyms.ts";

/** A source's fields while they are being mapped: what is left of them, what was said, what is kept as a comment. */
export type Picker = ReturnType<typeof toPicker>;

const isThere = ({ value }: Field): boolean =>
  toTexts(value).length > 0 ||
  (typeof value === "object" &&
    value !== null &&
    Object.keys(value).length > 0);

export function toPicker(source: SourceArticle) {
  const notes: Note[] = [];
  const kept: Pick<Field, "name" | "value">[] = [];
  const left = new Set(
    source.fields.filter(isThere).map((field) => ({
      ...field,
      name: field.name.replace(/\p{Cc}+/gu, " "),
    })),
  );
  const note = (kind: Note["kind"], text: string, line?: number): void =>
    void notes.push({ kind, text, line });
  const use = (field: Field, target: string): void => {
    left.delete(field);
    note(
      "mapped",
      field.name === target ? target : `${field.name} → ${target}`,
      field.line,
    );
  };
  /** The fields of ours by any name they go by, the best name first. */
  const gather = (target: Target): Field[] =>
    synonyms[target].flatMap((name) =>
      [...left].filter(
        (field) => field.name.toLowerCase() === name.toLowerCase(),
      ),
    );

  return {
    source,
    notes,
    kept,
    left,
    note,
    use,
    gather,
    keep: ({ name, value }: Pick<Field, "name" | "value">): void =>
      void kept.push({ name, value }),
    /** The first field of ours that can be read. */
    take<T>(
      target: Target,
      read: (field: Field) => T | undefined,
    ): T | undefined {
      for (const field of gather(target)) {
        const value = read(field);
        if (value === undefined) continue;
        use(field, target);
        return value;
      }
      return undefined;
    },
  };
}

/** Words in a list or in one text: separated by commas, and by spaces where Jekyll does so. */
export function toList(
  { name, value }: Field,
  { dialect }: SourceArticle,
): string[] {
  if (typeof value !== "string") return toTexts(value);
  if (value.includes(",")) return toTexts(value.split(","));
  // Jekyll's "first" "second one" third
  if (dialect === "jekyll" && /^(?:categories|tags)$/i.test(name))
    return [...value.matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, bare]) => (quoted ?? bare) as string,
    );
  return toTexts(value);
}
