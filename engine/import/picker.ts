import {
  toTexts,
  type Field,
  type Note,
  type SourceArticle,
  type TakeNote,
} from "./source.ts";
import { synonyms, toBareName, type Target } from "./synonyms.ts";

export type Picker = ReturnType<typeof toPicker>;

const hasValue = ({ value }: Field): boolean =>
  toTexts(value).length > 0 ||
  (typeof value === "object" &&
    value !== null &&
    Object.keys(value).length > 0);

export function toPicker(source: SourceArticle) {
  const notes: Note[] = [];
  const kept: Pick<Field, "name" | "value">[] = [];
  const left = new Set(
    source.fields.filter(hasValue).map((field) => ({
      ...field,
      name: field.name.replace(/\p{Cc}+/gu, " "),
    })),
  );
  const note: TakeNote = (kind, text, line) =>
    void notes.push({ kind, text, line });
  const use = (field: Field, target: string): void => {
    left.delete(field);
    note(
      "mapped",
      field.name === target ? target : `${field.name} → ${target}`,
      field.line,
    );
    if (field.guess) note("guessed", `${target}: ${field.guess}`, field.line);
  };
  /** The fields left with any synonym of a name, in the order of the synonyms; those of a theme come last. */
  const gather = (target: Target): Field[] => {
    const find = (toName: (name: string) => string) =>
      synonyms[target].flatMap((name) =>
        [...left].filter((field) => toName(field.name) === name.toLowerCase()),
      );
    return [
      ...new Set([...find((name) => name.toLowerCase()), ...find(toBareName)]),
    ];
  };

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
    /** The first of these fields that `read` accepts. */
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

/** The items of a list, or of a text separated by commas, or by spaces in Jekyll. */
export function toList(
  { name, value }: Field,
  { dialect }: SourceArticle,
): string[] {
  if (typeof value !== "string") return toTexts(value);
  if (value.includes(",")) return toTexts(value.split(","));
  if (dialect === "jekyll" && /^(?:categories|tags)$/i.test(name))
    return [...value.matchAll(/"([^"]*)"|(\S+)/g)].map(
      ([, quoted, bare]) => (quoted ?? bare) as string,
    );
  return toTexts(value);
}
