import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";

export const siteFile = "src/site.ts";

type Path = readonly PropertyKey[];
type Node = { type: string; start: number; [part: string]: unknown };

/** Why `src/site.ts` cannot be read at all, and where. */
export type SiteFailure = { line: number; column: number; problem: string };

/**
 * Imports what `src/site.ts` exports as `site`, unchecked.
 * @throws a SiteFailure
 */
export async function importSite(root: string): Promise<unknown> {
  const file = join(root, siteFile);
  try {
    const text = await readFile(file);
    // The query makes Node import the file again after a change.
    const version = createHash("sha1").update(text).digest("hex").slice(0, 8);
    const url = `${pathToFileURL(file).href}?${version}`;
    return ((await import(/* @vite-ignore */ url)) as { site?: unknown }).site;
  } catch (error) {
    throw await toFailure(root, error as Error);
  }
}

/** Why a file of the publication's own code could not be imported, and where. */
export async function toFailure(
  root: string,
  error: Error,
  file = siteFile,
): Promise<SiteFailure> {
  const text = await readFile(join(root, file), "utf8").catch(() => "");
  const { parseSync } = await import("vite");
  const [issue] = parseSync(file, text).errors;
  if (issue)
    return {
      ...toPlace(text, issue.labels[0]?.start ?? 0),
      problem: `This cannot be read: ${issue.message.replaceAll("`", "")}.`,
    };
  const [, line = 1, column = 1] =
    new RegExp(`${basename(file)}(?:\\?[\\w=]*)?:(\\d+):(\\d+)`).exec(
      error.stack ?? "",
    ) ?? [];
  return {
    line: Number(line),
    column: Number(column),
    problem: `This cannot be run: ${error.message.split("\n")[0]}.`,
  };
}

/** Finds settings in the text of `src/site.ts`: a setting's key, or what would hold it when it is missing. */
export async function readPlaces(
  root: string,
): Promise<(path: Path) => { line: number; column: number }> {
  const text = await readFile(join(root, siteFile), "utf8").catch(() => "");
  const { parseSync } = await import("vite");
  const object = findSettings(parseSync(siteFile, text).program as never);
  return (path) => toPlace(text, object ? toOffset(object, path) : 0);
}

/** What `site` is declared as, without `satisfies` and the like. */
function findSettings({ body }: { body: Node[] }): Node | undefined {
  const declared = body
    .map((node) => (node.declaration as Node | null | undefined) ?? node)
    .flatMap(({ declarations = [] }) => declarations as Node[])
    .find(({ id }) => (id as { name?: string }).name === "site");
  let value = declared?.init as Node | undefined;
  while (value?.expression) value = value.expression as Node;
  return value;
}

function toOffset(object: Node, path: Path): number {
  let at = object.start;
  let here: Node | undefined = object;
  for (const part of path) {
    const found: Node | undefined =
      typeof part === "number"
        ? (here?.elements as Node[] | undefined)?.[part]
        : (here?.properties as Node[] | undefined)?.find(({ key }) => {
            const { name, value } = (key ?? {}) as Record<string, unknown>;
            return name === part || value === part;
          });
    if (!found) break;
    at = found.start;
    here = (found.value as Node | undefined) ?? found;
    while (here.expression) here = here.expression as Node;
  }
  return at;
}

function toPlace(text: string, offset: number) {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
