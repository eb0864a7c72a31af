import { z } from "zod";
import { hasZone, toReadings } from "./date-forms.ts";
import {
  dateForm,
  formatDay,
  readArticleDate,
  toArticleDate,
} from "./dates.ts";
import { toSlug } from "./slug.ts";

/** The messages for a field: `is` completes "It is …", `write` says what to do, `example` is a valid value. */
export type Contract = { is: string; write: string; example: unknown };

declare module "zod" {
  interface GlobalMeta extends Partial<Contract> {
    /** The collection of the file that the value names. */
    fileOf?: string;
  }
}

/** Adds messages to a field's schema. */
export const field = <T extends z.ZodType>(schema: T, contract: Contract): T =>
  schema.meta(contract as z.GlobalMeta);

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
/** Counts characters as readers see them: an emoji is one. */
export const countCharacters = (text: string): number =>
  // The segmenter takes a hundred times as long.
  /^[ -~]*$/.test(text) ? text.length : [...segmenter.segment(text)].length;

/**
 * A single paragraph. Lengths are in characters as readers see them, not UTF-16 units. `meta`, here and below, is for
 * the JSON schema that editors use.
 * @param orNothing whether "" is valid; spaces alone never are
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

/** A calendar day, or a time with its zone, kept as written: see `toArticleDate`. */
export const day = () =>
  z
    .string()
    .meta({ pattern: dateForm.source })
    .superRefine((value, context) => {
      const date = toArticleDate(value);
      if (date === "form") {
        const readings = toReadings(value);
        // For a time without a zone any fix would be a guess.
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

/** "Write 2026-02-01.", or both possible dates with their meanings. */
const toAdvice = ([one, other]: string[], isSure: boolean) => {
  if (!one) return undefined;
  if (other)
    return `Write ${one} for ${formatDay(readArticleDate(one))}, or ${other} for ${formatDay(readArticleDate(other))}.`;
  return isSure
    ? `Write ${one}.`
    : `Write only the date, ${one.slice(0, 10)}, or a time with its zone, like ${one}.`;
};

/** The id of a file of a collection: its name without the extension. `check` reports an id that is not there. */
export const fileOf = (collection: string) =>
  z.string().min(1, "It is empty.").meta({ fileOf: collection });

export const slugForm = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Addresses become file names, which may have 255 bytes, ending included. */
export const mostSlugCharacters = 200;

const webForm = /^[Hh][Tt][Tt][Pp][Ss]?:\/\/\S+$/;

const isWebAddress = (value: string): boolean =>
  webForm.test(value) && URL.canParse(value);

export const tag = () =>
  z
    .string()
    .meta({ pattern: slugForm.source, maxLength: mostSlugCharacters })
    .superRefine((value, context) => {
      if (value.length > mostSlugCharacters)
        return context.addIssue(
          `It has ${value.length} characters; the limit is ${mostSlugCharacters}.`,
        );
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

/** A path from the root in any script, with the punctuation of URLs but *, $ and %, and no segment . or .. */
const siteForm =
  /^(?!\/$)(?!.*\/\.{1,2}(?:\/|$))\/(?:[\p{L}\p{M}\p{N}_.~!&'()+,:;=@-]+\/)*[\p{L}\p{M}\p{N}_.~!&'()+,:;=@-]*$/u;

/** Text whose forms are in the schema for editors. */
const address = (
  forms: RegExp[],
  isValid: (value: string) => boolean,
  problem: string,
) =>
  z
    .string()
    .meta({ pattern: forms.map(({ source }) => source).join("|") })
    .refine(isValid, problem);
const isSiteAddress = (value: string) => siteForm.test(value);

/** An http or https URL, with the characters escaped that would end it in HTML or XML. */
export const webAddress = () =>
  address([webForm], isWebAddress, "It is not a web address.").overwrite(
    (value) => value.replace(/["<>]/g, encodeURIComponent),
  );

/** An address on this site: /about/ or /2019/05/a-title.html. */
export const siteAddress = () =>
  address([siteForm], isSiteAddress, "It is not an address of this site.");

export const anyAddress = () =>
  address(
    [siteForm, webForm],
    (value) => isSiteAddress(value) || isWebAddress(value),
    "It is not an address.",
  ).overwrite((value) => value.replace(/["<>]/g, encodeURIComponent));

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

/** YAML allows circular lists: `tags: &a [*a]`. */
function toJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "nothing";
  } catch {
    return "a circular list";
  }
}

/** Old addresses of a page on this site, which redirect to it. */
export const aliases = () =>
  field(
    distinct(
      field(siteAddress(), {
        is: "an old address on this site",
        write: "Start it with a slash, like /two-kinds-of-pan/.",
        example: "/two-kinds-of-pan/",
      }),
    ),
    {
      is: "a list of old addresses on this site that redirect here",
      write:
        "Write one address per line, starting with a slash, like /old-title/.",
      example: ["/two-kinds-of-pan/"],
    },
  ).default([]);

/** The old addresses in a front matter as it is written, valid or not. */
export const listAliases = ({ aliases }: { aliases?: unknown }): string[] =>
  [aliases]
    .flat()
    .filter(
      (one): one is string => typeof one === "string" && one.startsWith("/"),
    );
