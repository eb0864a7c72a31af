import type { ImageMetadata } from "astro";
import { z } from "zod";
import type { ToPicture } from "./schema.ts";

/** Where a text is and what rendering it needs; the text itself stays in its file. */
export const bodySchema = <T extends z.ZodType>(toPicture: ToPicture<T>) =>
  z.object({
    /** From the project's root, with `/`. */
    file: z.string(),
    format: z.enum(["md", "mdx"]),
    words: z.number(),
    /** What `check` found in the file; in dev alone, for the writer's bar. */
    diagnostics: z.array(z.string()),
    /** The pictures of a Markdown body, by the address written there. */
    pictures: z.array(z.object({ address: z.string(), image: toPicture() })),
    /** The file of its cover, from the project's root, if it has one of its own. */
    cover: z.string().optional(),
    /** The calls to action that the text names. */
    callsToAction: z.array(z.string()),
  });

/** What a picture's path becomes in the library. */
export type Image = z.ZodType<ImageMetadata>;
export type Body = z.output<ReturnType<typeof bodySchema<Image>>>;
