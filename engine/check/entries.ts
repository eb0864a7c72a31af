import {
  collectionNames,
  ownCollections,
  type CollectionName,
} from "#model/collections.ts";
import type { Definition } from "#model/definitions.ts";
import { toNamed } from "#model/article.ts";
import { readPreviewSecret } from "#model/previews.ts";
import { toNamedCalls } from "#text/leaf-directives.ts";
import { site } from "#site.ts";
import type { Content, ContentFile } from "#files/content.ts";
import { stateOf } from "#model/published.ts";
import { toContentPath } from "#files/find-files.ts";
import type { Finding } from "#files/finding.ts";
import { getMentions } from "./mentions.ts";

/** An entry of a collection, as Astro keeps it in its store. */
export type Entry = {
  id: string;
  data: Record<string, unknown>;
  /** From the project's root. */
  filePath: string;
  digest: string;
  /** Astro compiles the text; MDX only. */
  deferredRender?: true;
  /** The pictures to load, as written, and where in `data` each is to be put. */
  assetImports: string[];
  imageImports: (string | number)[][];
};

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
): Entry[] =>
  content.collections[collection].flatMap((file) => {
    if (!file.fields) return [];
    if (collection in ownCollections)
      return toOwnEntry(content, collection, file, findingsOf);
    const isHidden = !isShown(collection, file);
    const { cover, picture, ...fields } = file.fields as Fields;
    const diagnostics = toDiagnostics(findingsOf(file.file));
    const data = {
      ...fields,
      ...(!isHidden && cover ? { cover: toImport(cover) } : {}),
      ...(!isHidden && picture ? { picture: toImport(picture) } : {}),
      body: {
        // The body of a call to action is never rendered.
        ...toBody(file, isHidden || collection === "calls-to-action"),
        diagnostics,
      },
    };
    const imageImports = [
      ...(data.cover ? [["cover", "image"]] : []),
      ...(data.picture ? [["picture", "image"]] : []),
      ...toBodyPictures(data.body),
    ];
    return {
      id: file.id,
      data,
      filePath: file.file,
      digest: [file.file, file.digest, isHidden, ...diagnostics].join("\n"),
      imageImports,
      assetImports: imageImports.map((path) => pictureAt(data, path)),
      // Unpublished MDX must not be bundled: its pictures and styles would be in dist/.
      ...(file.format === "mdx" && !isHidden
        ? { deferredRender: true as const }
        : {}),
    };
  });

/** An entry of an own collection, with what pages that do not know its definition need. */
function toOwnEntry(
  content: Content,
  collection: CollectionName,
  file: ContentFile,
  findingsOf: (file: string) => readonly Finding[],
): Entry {
  const { address, about } = ownCollections[collection] as Definition;
  const fields = file.fields as Record<string, unknown>;
  const diagnostics = toDiagnostics(findingsOf(file.file));
  const page = address && {
    address: address(file.id),
    ...about?.(fields),
    mentionedBy: getMentions(content).get(address(file.id)) ?? [],
  };
  const body = { ...toBody(file, false), cover: undefined, diagnostics };
  const data = { fields, page, body };
  const imageImports = toBodyPictures(body);
  return {
    id: file.id,
    data,
    filePath: file.file,
    digest: [file.file, file.digest, JSON.stringify(page), ...diagnostics].join(
      "\n",
    ),
    imageImports,
    assetImports: imageImports.map((path) => pictureAt(data, path)),
  };
}

const toDiagnostics = (findings: readonly Finding[]): string[] =>
  findings.map(({ line, column, problem }) => `${line}:${column} ${problem}`);

const toBodyPictures = ({ pictures }: { pictures: unknown[] }) =>
  pictures.map((_, at) => ["body", "pictures", at, "image"]);

/** The pictures and MDX texts that Astro imports for some entries. */
export const toBundled = (entries: readonly Entry[]): string =>
  entries
    .filter((entry) => entry.deferredRender || entry.assetImports.length > 0)
    .map(({ filePath, assetImports }) => [filePath, ...assetImports].join(" "))
    .sort()
    .join("\n");

const pictureAt = (data: object, path: (string | number)[]): string =>
  path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown>)[key],
    data,
  ) as string;

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
