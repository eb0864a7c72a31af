import { readFileSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { z } from "zod";
import { pathOnly } from "#model/schema.ts";
import { readSite } from "#site.ts";
import type { Site } from "#site-settings.ts";
import { readBody } from "#text/body.ts";
import type { BodyContents } from "#text/body-contents.ts";
import {
  collectionNames,
  collections,
  ownCollections,
  type CollectionName,
} from "#model/collections.ts";
import { listAliases } from "#model/fields.ts";
import { readRecord, recordFile, type ReadRecord } from "./published-record.ts";
import { toCount, top, type Finding } from "./finding.ts";
import {
  mostBytes,
  readSource,
  toTooLong,
  toPlaces,
  type Source,
} from "./read.ts";
import { toStamp } from "./stamp.ts";
import { findFiles, toUnreadable, type FoundFile } from "./find-files.ts";

/** A content file that could be read, with a summary of its body; the body's issues are findings. */
export type ContentFile = Omit<Source, "body"> & {
  contents: Omit<BodyContents, "issues">;
  /** The front matter as its schema returns it, with defaults; undefined if it is invalid. */
  fields: Record<string, unknown> | undefined;
};

/** Everything in `src/content/`, read once: the input of the rules and of the collections. */
export type Content = {
  /** The project's root, absolute. */
  root: string;
  site: Site;
  collections: Record<CollectionName, ContentFile[]>;
  /** Every content file, including those that could not be read. */
  files: FoundFile[];
  published: Omit<ReadRecord, "findings">;
  /** Problems found while reading; the rules add theirs. */
  findings: Finding[];
};

/** The front matter of each collection, with pictures as the paths that are written. */
export const schemas = Object.fromEntries(
  collectionNames.map((name) => [name, collections[name](pathOnly)]),
) as unknown as Record<CollectionName, z.ZodObject>;

type ReadFile = { file?: ContentFile; findings: Finding[] };

/** Files read before, by path, so that dev reads again only what changed. */
export type ContentCache = Map<
  string,
  Omit<ReturnType<typeof toStamp>, "size"> & { read: ReadFile }
>;

/** A cache as text, to be kept for another process. */
export const toCacheText = (cache: ContentCache): string =>
  JSON.stringify([...cache].filter(([, { isSettled }]) => isSettled));

/** @throws a SyntaxError for a text that is not whole */
export function readCache(text: string): ContentCache {
  const cache: ContentCache = new Map(
    JSON.parse(text) as (ContentCache extends Map<string, infer T>
      ? [string, T]
      : never)[],
  );
  for (const { read } of cache.values())
    if (read.file) Object.assign(read.file, toPlaces(read.file));
  return cache;
}

/** The entries of own collections with pages: each with its address and its old ones. */
export const listEntryPages = ({ collections }: Content) =>
  Object.entries(ownCollections).flatMap(([name, { address }]) =>
    address
      ? collections[name as CollectionName].map((source) => ({
          source,
          address: address(source.id),
          aliases: listAliases(source.data),
        }))
      : [],
  );

export type OnProgress = (done: number, total: number) => void;

/** Planned contents by file, used instead of what is on disk: to check files before writing them. */
export type Edits = ReadonlyMap<string, string>;

export async function readContent(
  root: string,
  cache: ContentCache = new Map(),
  onProgress?: OnProgress,
  edits: Edits = new Map(),
): Promise<Content> {
  const { files, findings } = await findFiles(root);
  const { findings: issues, ...published } = await readPublished(root, edits);
  const content: Content = {
    root,
    site: await readSite(root),
    collections: Object.fromEntries(
      collectionNames.map((name) => [name, []]),
    ) as unknown as Content["collections"],
    files: [],
    published,
    findings: [...findings, ...issues],
  };
  for (const [index, found] of files.entries()) {
    onProgress?.(index, files.length);
    // Native code frees its memory only between two turns of the event loop.
    if (index % 50 === 49) await setImmediate();
    const edit = edits.get(found.file);
    const read =
      edit === undefined
        ? await readFound(root, found, cache)
        : readBytes(found, Buffer.from(edit));
    if (!read) continue;
    content.files.push(found);
    for (const finding of read.findings) content.findings.push(finding);
    if (read.file) content.collections[found.collection].push(read.file);
  }
  return content;
}

/** Reads a file or takes it from the cache; undefined if it was deleted meanwhile, as by an editor that renames. */
async function readFound(root: string, found: FoundFile, cache: ContentCache) {
  const { file } = found;
  const path = join(root, file);
  try {
    // Awaiting each of 10,000 files would take as long as reading them.
    const { size, ...stamp } = toStamp(path);
    if (size > mostBytes)
      return { findings: [toTooLong(file, `${toCount(size)} bytes`)] };
    const known = cache.get(file);
    if (known?.isSettled && known.stamp === stamp.stamp) return known.read;
    const read = readBytes(found, readFileSync(path));
    cache.set(file, { ...stamp, read });
    return read;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    if (code !== "EACCES" && code !== "EPERM") throw error;
    return { findings: [toUnreadable(file)] };
  }
}

function readBytes(
  { file, id, collection }: FoundFile,
  bytes: Uint8Array,
): ReadFile {
  const { source, findings } = readSource(file, id, bytes);
  if (!source) return { findings };
  // The body is not kept: 10,000 of them would fill the build's memory.
  const { body, ...rest } = source;
  const { issues, ...contents } = readBody(body, source.format);
  const inBody = issues.map((issue) => ({
    file,
    ...issue,
    line: issue.line + source.linesBefore,
  }));
  const fields = schemas[collection].safeParse(source.data).data;
  return {
    file: { ...rest, contents, fields },
    findings: findings.concat(inBody),
  };
}

/** The record of published addresses. An unreadable record is a finding, not an empty record. */
async function readPublished(root: string, edits: Edits): Promise<ReadRecord> {
  try {
    const path = join(root, recordFile);
    if (!edits.has(recordFile) && !(await stat(path)).isFile())
      throw new Error("It may never end, like a pipe.");
    return readRecord(edits.get(recordFile) ?? (await readFile(path, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      return readRecord(undefined);
    return {
      record: undefined,
      isKept: true,
      placeOf: () => top,
      findings: [toUnreadable(recordFile)],
    };
  }
}
