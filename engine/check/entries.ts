import {
  collectionNames,
  ownCollections,
  type CollectionName,
} from "#model/collections.ts";
import type { Definition } from "#model/definitions.ts";
import { toNamed } from "#model/article.ts";
import { valueAt } from "#model/schema-paths.ts";
import { readPreviewSecret } from "#model/previews.ts";
import { toNamedCalls } from "#text/leaf-directives.ts";
import { site } from "#site.ts";
import type { Content, ContentFile } from "#files/content.ts";
import { stateOf } from "#model/published.ts";
import { toContentPath } from "#files/find-files.ts";
import type { Finding } from "#files/finding.ts";
import { getMentions } from "./mentions.ts";

/** An entry of a collection, as Astro keeps it in its store. */
export type Entry = ReturnType<typeof toEntries>[number];

type Picture = { image: string };
type Fields = Record<string, unknown> & { cover?: Picture; picture?: Picture };

/**
 * The entries of a collection. Files with errors have none.
 * @param isShown whether a file can appear on the site; the pictures of others are omitted, and their MDX is not compiled
 * @param findingsOf a file's findings, for the writer's bar
 */
export const toEntries = (
  content: Content,
  collection: CollectionName,
  isShown: (collection: CollectionName, file: ContentFile) => boolean,
  findingsOf: (file: string) => readonly Finding[] = () => [],
) =>
  content.collections[collection].flatMap((file) => {
    if (!file.fields) return [];
    const isOwn = collection in ownCollections;
    const isHidden = !isShown(collection, file);
    const diagnostics = findingsOf(file.file).map(
      ({ line, column, problem }) => `${line}:${column} ${problem}`,
    );
    const body = {
      // The body of a call to action is never rendered.
      ...toBody(file, isHidden || collection === "calls-to-action"),
      ...(isOwn ? { cover: undefined } : {}),
      diagnostics,
    };
    const data: Record<string, unknown> = {
      ...(isOwn
        ? toOwnData(content, collection, file)
        : toData(file, isHidden)),
      body,
    };
    const imageImports: (string | number)[][] = [
      ...["cover", "picture"]
        .filter((name) => data[name])
        .map((name) => [name, "image"]),
      ...body.pictures.map((_, at) => ["body", "pictures", at, "image"]),
    ];
    const version = isOwn ? JSON.stringify(data.page) : isHidden;
    return {
      id: file.id,
      data,
      filePath: file.file,
      digest: [file.file, file.digest, version, ...diagnostics].join("\n"),
      /** Where in `data` each picture is to be put, and the pictures as written. */
      imageImports,
      assetImports: imageImports.map((path) => valueAt(data, path) as string),
      // Unpublished MDX must not be bundled: its pictures and styles would be in dist/.
      ...(file.format === "mdx" && !isHidden
        ? { deferredRender: true as const }
        : {}),
    };
  });

function toData({ fields }: ContentFile, isHidden: boolean) {
  const { cover, picture, ...others } = fields as Fields;
  return {
    ...others,
    ...(!isHidden && cover ? { cover: toImport(cover) } : {}),
    ...(!isHidden && picture ? { picture: toImport(picture) } : {}),
  };
}

/** The front matter of an own collection's entry, with what pages that do not know its definition need. */
function toOwnData(
  content: Content,
  collection: CollectionName,
  { id, fields = {} }: ContentFile,
) {
  const { address, about } = ownCollections[collection] as Definition;
  const page = address && {
    address: address(id),
    ...about?.(fields),
    mentionedBy: getMentions(content).get(address(id)) ?? [],
  };
  return { fields, page };
}

export const toBundled = (entries: readonly Entry[]): string =>
  entries
    .filter((entry) => entry.deferredRender || entry.assetImports.length > 0)
    .map(({ filePath, assetImports }) => [filePath, ...assetImports].join(" "))
    .sort()
    .join("\n");

/**
 * Whether a file can appear on the site: a published article, or something that one refers to. In a build with private
 * previews, every article can. Topics have pages only if a published and listed article names them: otherwise the originals
 * of their pictures would be left in dist/.
 */
export function toShown(
  { collections }: Content,
  now: Date,
): (collection: CollectionName, file: ContentFile) => boolean {
  const shown = Object.fromEntries(
    collectionNames.map((name) => [name, new Set<string>()]),
  ) as Record<CollectionName, Set<string>>;
  const hasPreviews = readPreviewSecret() !== undefined;
  for (const { id } of collections.pages) shown.pages.add(id);
  for (const name of [site.callToAction, site.otherCallToAction])
    if (name) shown["calls-to-action"].add(name);
  for (const file of collections.articles) {
    const isPublished = stateOf(file, now) === "published";
    if (!isPublished && !hasPreviews) continue;
    shown.articles.add(file.id);
    const data = file.data as Parameters<typeof toNamed>[0];
    const isInLists = isPublished && (file.fields as Fields).listed !== false;
    const named = toNamed(data, toNamedCalls(file.contents.leafDirectives));
    for (const [name, slugs] of Object.entries(named))
      if (isInLists || name === "calls-to-action")
        for (const slug of slugs) shown[name as keyof typeof named].add(slug);
  }
  return (collection, { id }) =>
    collection in ownCollections || shown[collection].has(id);
}

/** What rendering needs of a file. An MDX body imports its own pictures, so only a Markdown one lists them. */
function toBody(
  { file, format, digest, contents, fields }: ContentFile,
  isHidden: boolean,
) {
  const pictures = contents.pictures
    .filter(({ markup }) => markup === "markdown")
    .map(({ address }) => address);
  const cover = (fields as Fields).cover?.image;
  return {
    file,
    format,
    digest,
    words: contents.words,
    pictures:
      isHidden || format === "mdx"
        ? []
        : [...new Set(pictures)].map((address) => ({
            address,
            image: toRelative(address),
          })),
    cover: isHidden || !cover ? undefined : toContentPath(file, cover),
    callsToAction: toNamedCalls(contents.leafDirectives),
  };
}

const toImport = ({ image, ...picture }: Picture): Picture => ({
  ...picture,
  image: toRelative(image),
});

/** A path as an import: cover.png → ./cover.png */
const toRelative = (path: string): string =>
  path.startsWith(".") ? path : `./${path}`;
