import type { ImageMetadata } from "astro";
import { z } from "zod";
import type { ToPicture } from "./schema.ts";

/** The location of a body and what is needed to render it; the text stays in its file. */
export const bodySchema = <T extends z.ZodType>(toPicture: ToPicture<T>) =>
  z.object({
    /** From the project's root, with `/`. */
    file: z.string(),
    format: z.enum(["md", "mdx"]),
    /** A hash of the file: a page whose text has changed has other props. */
    digest: z.string(),
    words: z.number(),
    /** The findings in the file, for the writer's bar; dev only. */
    diagnostics: z.array(z.string()),
    /** The pictures of a Markdown body, by the address written there. */
    pictures: z.array(z.object({ address: z.string(), image: toPicture() })),
    /** The article's own cover file, from the project's root. */
    cover: z.string().optional(),
    /** The ids of the calls to action in the text. */
    callsToAction: z.array(z.string()),
  });

export type Image = z.ZodType<ImageMetadata>;
export type Body = z.output<ReturnType<typeof bodySchema<Image>>>;
