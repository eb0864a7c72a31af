import {
  aliases,
  distinct,
  field,
  fileOf,
  text,
  z,
} from "gatepost/own-content.ts";

/** The front matter of a comparison: `src/content/certificates/comparisons/<slug>.md`. The text below it is our answer. */
export const comparisonSchema = z.strictObject({
  aliases: aliases(),
  title: field(text(80), {
    is: "the question, as readers ask it",
    write: "Write the question.",
    example: "CKA or CKAD?",
  }),
  description: field(text(200), {
    is: "what decides between them, in at most 200 characters",
    write: "Write what decides, in a sentence or two.",
    example: "The CKA is for people who run clusters.",
  }),
  /** Two or three files of `src/content/certificates/`. */
  certificates: field(
    distinct(fileOf("certificates"), 3).min(2, "There are fewer than two."),
    {
      is: "a list of the two or three certificates that it compares",
      write: "Write the names of their files.",
      example: ["cka", "ckad"],
    },
  ),
});

/** A comparison's front matter. */
export type Comparison = z.output<typeof comparisonSchema>;
