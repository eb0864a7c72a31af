/*
 * For `src/collections.ts`: what the publication's own kinds of content are made of. See docs/make-it-yours.md. It imports
 * nothing that knows the collections, because these import it.
 */
import type { z } from "zod";
import type { Definition } from "./model/definitions.ts";
import type { OwnRule } from "./check/own-rules.ts";

export { z } from "zod";
export {
  aliases,
  day,
  distinct,
  field,
  fileOf,
  tag,
  text,
  webAddress,
} from "./model/fields.ts";
export { atField, atTop, inBody, toDate } from "./check/rule.ts";
export { findTexts } from "./text/abbreviations.ts";
export { toHint, toSuggestion } from "./model/suggestion.ts";
export { readNow } from "./model/dates.ts";
export type { OwnFile, OwnRule } from "./check/own-rules.ts";
export type { ContentFile } from "./files/content.ts";
export type { Finding } from "./files/finding.ts";

/** A kind of content of the publication's own; TypeScript then knows the fields in `about` and in the rules. */
export const ownCollection = <Schema extends z.ZodObject>(
  definition: Definition<Schema> & {
    rules?: readonly OwnRule<z.output<Schema>>[];
  },
) => definition as unknown as Definition;
