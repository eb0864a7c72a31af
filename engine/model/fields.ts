import { z } from "zod";
import { hasZone, toReadings } from "./date-forms.ts";
import {
  dateForm,
  formatDay,
  readArticleDate,
  toArticleDate,
} from "./dates.ts";
import { toSlug } from "./slug.ts";

/**
 * What a writer is told about a field: `is` completes "It is …" (the contract), `write` says what to do, `example` is
 * a value that passes.
 */
export type Contract = { is: string; write: string; example: unknown };

declare module "zod" {
  interface GlobalMeta extends Partial<Contract> {
    /** What a form offers for it, where its type does not say. */
    kind?: "day" | "picture";
    /** The collection whose files it names; the type of their names would go round in a circle. */
    collection?: string;
  }
}

/** Joins a field's rule with the words a writer reads when it is broken. */
export const field = <T extends z.ZodType>(schema: T, contract: Contract): T =>
  schema.meta(contract as z.GlobalMeta);

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** Characters as a reader counts them: an emoji is one. */
export const countCharacters = (text: string): number =>
  [...segmenter.segment(text)].length;

/**
 * Text of one paragraph. Lengths are in characters as a reader counts them, not in UTF-16 units. What stands in `meta`,
 * here and below, is the rule as an editor's JSON schema can say it.
 * @param orNothing whether "" is an answer; spaces alone never are
 */
export const text = (longest: number, orNothing = false) =>
  z
    .string()
    .meta({
      maxLength: longest,
      pattern: String.raw`^\s*\S.*\s*$${orNothing ? "|^$" : ""}`,
    })
    .superRefine((written, context) => {
      if (orNothing && written === "") return;
      const value = written.trim();
      const length = countCharacters(value);
      if (length === 0) context.addIssue("It is empty.");
      if (length > longest)
        context.addIssue(
          `It has ${length} characters; the limit is ${longest}.`,
        );
      if (/[\r\n]/.test(value))
        context.addIssue("It has more than one paragraph.");
    })
    .trim();

/** A calendar day or an instant with its zone, kept as written: see `toArticleDate`. */
export const day = () =>
  z
    .string()
    .meta({ kind: "day", pattern: dateForm.source })
    .superRefine((value, context) => {
      const date = toArticleDate(value);
      if (date === "form") {
        const readings = toReadings(value);
        // A time without a zone would be fixed by a guess.
        const isSure =
          readings.length === 1 && (!value.includes(":") || hasZone(value));
        context.addIssue({
          code: "custom",
          message: `${quote(value)} is not a valid date.`,
          params: {
            write: toAdvice(readings, isSure),
            fixed: isSure ? readings[0] : undefined,
          },
        });
      }
      if (date === "calendar")
        context.addIssue(`${value} is not a day in the calendar.`);
    });

/** "Write 2026-02-01." or, where day and month could be either, both with what they would mean. */
const toAdvice = (
  [one, other]: string[],
  isSure: boolean,
): string | undefined => {
  if (!one) return undefined;
  if (other)
    return `Write ${one} for ${formatDay(readArticleDate(one))}, or ${other} for ${formatDay(readArticleDate(other))}.`;
  return isSure
    ? `Write ${one}.`
    : `Write only the date, ${one.slice(0, 10)}, or a time with its zone, like ${one}.`;
};

/** The file name, without its ending, of something in `src/content/<collection>/`. */
export const reference = (collection: string) =>
  z.string().min(1, "It is empty.").meta({ collection });

/** Lower-case words with hyphens between them: what an address is made of. */
export const slugForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const webForm = /^[Hh][Tt][Tt][Pp][Ss]?:\/\/\S+$/;

const isWebAddress = (value: string): boolean =>
  webForm.test(value) && URL.canParse(value);

/** A tag: lower-case words with hyphens, which is its address too. */
export const tag = () =>
  z
    .string()
    .meta({ pattern: slugForm.source })
    .superRefine((value, context) => {
      if (slugForm.test(value)) return;
      const fixed = toSlug(value) || undefined;
      context.addIssue({
        code: "custom",
        message: value.trim()
          ? "It is not made of lower-case words with hyphens."
          : "It is empty.",
        params: { write: fixed && `Write ${fixed}.`, fixed },
      });
    });

/**
 * A path from the root, in any script, with the punctuation that URLs allow in a path except `*`, `$` and `%`. No query,
 * fragment, `.` or `..`.
 */
const siteForm =
  /^(?!\/$)(?!.*\/\.{1,2}(?:\/|$))\/(?:[\p{L}\p{N}_.~!&'()+,:;=@-]+\/)*[\p{L}\p{N}_.~!&'()+,:;=@-]*$/u;

/** An address on the web, with http or https. */
export const webAddress = () =>
  z
    .string()
    .meta({ pattern: webForm.source })
    .refine(isWebAddress, "It is not a web address.");

/** An address of this site, from its root: /about/ or /2019/05/a-title.html. */
export const siteAddress = () =>
  z
    .string()
    .meta({ pattern: siteForm.source })
    .refine(
      (value) => siteForm.test(value),
      "It is not an address of this site.",
    );

/** Either of the two. */
export const anyAddress = () =>
  z
    .string()
    .meta({ pattern: `${siteForm.source}|${webForm.source}` })
    .refine(
      (value) => siteForm.test(value) || isWebAddress(value),
      "It is not an address.",
    );

/** A list whose items differ from one another, no longer than `most`. */
export const distinct = <T extends z.ZodType<string>>(
  item: T,
  most = Infinity,
) =>
  z
    .array(item)
    .meta({ uniqueItems: true, ...(most < Infinity ? { maxItems: most } : {}) })
    .superRefine((items, context) => {
      const seen = new Set<string>();
      if (items.length > most)
        context.addIssue({
          code: "custom",
          message: `There are ${items.length}; the limit is ${most}.`,
          params: { write: "Keep the ones that readers would look for." },
        });
      for (const [index, value] of items.entries()) {
        if (seen.has(value))
          context.addIssue({
            code: "custom",
            path: [index],
            message: `${quote(value)} appears twice.`,
            params: { write: "Keep one of the two." },
          });
        seen.add(value);
      }
    });

/** Quotes a value, shortened to fit on a line: `"not like this…"`. */
export function quote(value: unknown): string {
  const written = typeof value === "string" ? value : toJson(value);
  const line = written.split(/\r?\n/)[0] as string;
  return `"${line.length > 60 ? `${line.slice(0, 59)}…` : line}"`;
}

/** YAML can make a circular list: `tags: &a [*a]`. */
function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "nothing";
  } catch {
    return "a circular list";
  }
}
