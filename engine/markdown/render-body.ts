import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { render } from "astro:content";
import type { MarkdownHeading } from "astro";
import type { AstroComponentFactory } from "astro/runtime/server/index.js";
import type { Body } from "#model/body.ts";
import { splitFrontMatter } from "#files/read.ts";
import { isWriterError, readUnchanged } from "#files/writer-error.ts";
import { toBytes } from "./bytes.ts";
import Picture from "./Picture.astro";
import { toPicture } from "./picture.ts";
import { processor, shikiConfig } from "./pipeline.ts";

/** A rendered text: HTML from Markdown, or the component of an MDX text, which may have its own styles. */
export type RenderedBody = {
  headings: MarkdownHeading[];
  /** Whether it contains a video that can be played on the page, from youtube-nocookie.com. */
  hasVideo: boolean;
} & (
  | {
      html: string;
      /** The addresses of its pictures. */
      pictures: string[];
    }
  // The caller of an MDX component passes in how pictures are rendered.
  | { Content: AstroComponentFactory; components: typeof components }
);

const components = { img: Picture };

/** Renderers of MDX must import this file: Astro adds a component's style sheets only if all templates above do. */
export const toComponent = (
  rendered: RenderedBody,
): AstroComponentFactory | undefined =>
  "Content" in rendered ? rendered.Content : undefined;

/** Whether a text may contain italics, whose font is a separate file. Unknown for MDX before it is rendered. */
export const hasItalics = (rendered: RenderedBody | undefined): boolean =>
  !!rendered &&
  (!("html" in rendered) || /<(?:em|i|cite|dfn)\b/.test(rendered.html));

/** True only in the dev server: set by the command in `check/overlay.ts`. */
declare const __WRITING__: boolean;

type Markdown = Extract<RenderedBody, { html: string }>;
/** Texts rendered for a page and not yet for its feeds, or the other way round. */
const kept = new WeakMap<Body, Omit<Markdown, "html"> & { html: Buffer }>();

let renderer: ReturnType<typeof processor.createRenderer> | undefined;

/**
 * Renders a text for a page or a feed. Markdown is read from its file: once in a build, every time in dev, so that no
 * cache can be stale. Astro compiles MDX.
 * @throws an Error with the file's name if a Markdown step fails; Astro alone would publish an empty article.
 */
export async function renderBody(body: Body): Promise<RenderedBody> {
  try {
    if (body.format === "mdx") {
      const { remarkPluginFrontmatter, ...rendered } = await render({
        id: body.file,
        collection: "articles",
        filePath: body.file,
        deferredRender: true,
      } as never);
      return {
        ...rendered,
        components,
        hasVideo: "hasVideo" in remarkPluginFrontmatter,
      };
    }
    const known = kept.get(body);
    if (known) {
      // It is needed twice at most, and 10,000 texts take a lot of memory.
      kept.delete(body);
      return { ...known, html: known.html.toString() };
    }
    const bytes = __WRITING__
      ? readFileSync(body.file)
      : readUnchanged(body.file, body.digest);
    const text = splitFrontMatter(bytes.toString()).body;
    renderer ??= processor.createRenderer({
      syntaxHighlight: "shiki",
      shikiConfig,
      image: {},
      gfm: true,
      smartypants: true,
    });
    const { code, metadata } = await (
      await renderer
    ).render(text, { fileURL: pathToFileURL(body.file) });
    const rendered: Markdown = {
      ...(await placePictures(code, body)),
      headings: metadata.headings,
      hasVideo: "hasVideo" in metadata.frontmatter,
    };
    if (!__WRITING__)
      kept.set(body, { ...rendered, html: toBytes(rendered.html) });
    return rendered;
  } catch (error) {
    if (isWriterError(error)) throw error;
    throw new Error(
      `${body.file}: ${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  }
}

/** How the Markdown processor writes local pictures, with their attributes as escaped JSON. */
const mark = /<img [^<>]*?__ASTRO_IMAGE_="([^"]+)"[^<>]*>/g;

async function placePictures(
  html: string,
  { pictures }: Body,
): Promise<{ html: string; pictures: string[] }> {
  const placed = await Promise.all(
    [...html.matchAll(mark)].map(({ 1: escaped = "" }) => {
      const {
        src,
        index: _,
        ...given
      } = JSON.parse(
        escaped
          .replace(/&(?:#x22|quot);/g, '"')
          .replace(/&(?:#x27|apos);/g, "'")
          .replace(/&(?:#x26|#38|amp);/g, "&"),
      ) as { src: string; index: number };
      const picture = pictures.find(({ address }) => address === src);
      if (!picture)
        throw new Error(
          `The picture ${src} was not there when the articles were read.`,
        );
      return toPicture(picture.image, given);
    }),
  );
  let index = 0;
  return {
    html: html.replaceAll(
      mark,
      () => (placed[index++] as { html: string }).html,
    ),
    pictures: placed.map(({ src }) => src),
  };
}
