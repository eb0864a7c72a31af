import { readFileSync, statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { toState, type State } from "#model/published.ts";
import { readSite } from "#site.ts";
import type { Site } from "#site-settings.ts";
import { readBody } from "#text/body.ts";
import type { BodyContents } from "#text/body-contents.ts";
import { collectionNames, type CollectionName } from "#model/collections.ts";
import { toArticleDate } from "#model/dates.ts";
import { readRecord, recordFile, type ReadRecord } from "./published-record.ts";
import type { Finding } from "./finding.ts";
import { readSource, type Source } from "./read.ts";
import { findFiles, type FoundFile } from "./find-files.ts";

/** A content file that could be read, with what its body holds. */
export type ContentFile = Omit<Source, "body"> & { contents: BodyContents };

/** Everything under `src/content/`, read once: what the rules look at and the collections are filled from. */
export type Content = {
  /** The project's root, absolute. */
  root: string;
  /** The settings of `src/site.ts`, as they are now. */
  site: Site;
  collections: Record<CollectionName, ContentFile[]>;
  /** Every file that ought to be content, whether or not it could be read: what must come out again. */
  files: FoundFile[];
  /** Every address and feed id that was ever published. */
  published: Omit<ReadRecord, "findings">;
  /** What kept files from being read. The rules add theirs. */
  findings: Finding[];
};

/** What readers may see of an article; undefined when its date cannot be read, which is a finding of its own. */
export function stateOf(
  { data }: Pick<ContentFile, "data">,
  now: Date,
): State | undefined {
  const { draft, pubDate } = data;
  return draft === true ||
    (typeof pubDate === "string" && typeof toArticleDate(pubDate) === "object")
    ? toState({ draft: draft === true, pubDate: String(pubDate) }, now)
    : undefined;
}

type ReadFile = { file?: ContentFile; findings: Finding[] };

/** What was read before, by file: in a writing session only what changed is read again. */
export type ContentCache = Map<string, { stamp: string; read: ReadFile }>;

/** Says how far the reading is: files read, of how many. */
export type OnProgress = (done: number, total: number) => void;

/** What files will hold, by file, for whoever wants to know what `check` would say: taken instead of what they hold. */
export type Edits = ReadonlyMap<string, string>;

/** Reads all content below a root. */
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

/** Reads a file, or remembers it; undefined when it has gone since it was found, as while an editor saves by renaming. */
async function readFound(
  root: string,
  { file, id }: FoundFile,
  cache: ContentCache,
): Promise<ReadFile | undefined> {
  const path = join(root, file);
  try {
    // Waiting for each of 10,000 files would take as long as reading them.
    const { mtimeMs, size } = statSync(path);
    const stamp = `${mtimeMs}:${size}`;
    const known = cache.get(file);
    if (known?.stamp === stamp) return known.read;
    const read = readBytes({ file, id }, readFileSync(path));
    cache.set(file, { stamp, read });
    return read;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return undefined;
    if (code !== "EACCES" && code !== "EPERM") throw error;
    return {
      findings: [
        {
          file,
          line: 1,
          column: 1,
          problem: "The file cannot be read.",
          remedy: "Make it readable, or move it out of src/content.",
          rule: "content/unreadable",
        },
      ],
    };
  }
}

function readBytes(
  { file, id }: Pick<FoundFile, "file" | "id">,
  bytes: Uint8Array,
): ReadFile {
  const { source, findings } = readSource(file, id, bytes);
  if (!source) return { findings };
  // The body itself is dropped: ten thousand of them would be the memory of the whole build.
  const { body, ...rest } = source;
  return {
    file: { ...rest, contents: readBody(body, source.format) },
    findings,
  };
}

/** The record of what was published. One that cannot be read is a finding, not an empty one. */
async function readPublished(root: string, edits: Edits): Promise<ReadRecord> {
  try {
    return readRecord(
      edits.get(recordFile) ?? (await readFile(join(root, recordFile), "utf8")),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT")
      return readRecord(undefined);
    const top = { line: 1, column: 1 };
    return {
      record: undefined,
      isKept: true,
      placeOf: () => top,
      findings: [
        {
          file: recordFile,
          ...top,
          problem: "The record of published articles cannot be read.",
          remedy: "Make it readable, or restore it from its last commit.",
          rule: "content/unreadable",
        },
      ],
    };
  }
}
