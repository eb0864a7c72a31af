import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

export const siteFile = "src/site.ts";
export const collectionsFile = "src/collections.ts";

type Place = { line: number; column: number };

export type SiteFailure = Place & { problem: string };

/** Ends the process, since nothing works without a file. */
export function stopAt({
  file = siteFile,
  line,
  column,
  problem,
}: SiteFailure & { file?: string }): never {
  console.error(`${file}:${line}:${column}\n  ${problem}`);
  process.exit(1);
}

/**
 * Imports the settings that `src/site.ts` exports as `site`, unchecked.
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
    throw toFailure(error as Error);
  }
}

/**
 * Imports what `src/collections.ts` exports as `collections`, unchecked.
 * @throws a SiteFailure with the file, which may be one that it imports
 */
export async function importCollections(root: string): Promise<unknown> {
  const url = pathToFileURL(join(root, collectionsFile)).href;
  try {
    return ((await import(/* @vite-ignore */ url)) as { collections?: unknown })
      .collections;
  } catch (error) {
    const file = findOwnFile(error, root) ?? collectionsFile;
    throw { file, ...toFailure(error as Error, file) };
  }
}

/** The first of the publication's own modules in an error's stack, as a path or as a URL. */
function findOwnFile(error: unknown, root: string): string | undefined {
  const [, stack = ""] = String((error as Error).stack).split(
    join(root, "src/"),
  );
  // A bundler names the article or component that it compiles.
  const [inner] = /^[^\s:?()]*\.[cm]?[jt]s(?=[\s:?()])/.exec(stack) ?? [];
  return inner && `src/${inner}`;
}

/** What to say about an error of the publication's own code, such as a rule: where and why. Undefined for others. */
export function toOwnProblem(error: unknown, root: string): string | undefined {
  const file = findOwnFile(error, root);
  if (!file) return undefined;
  const { line, column, problem } = toFailure(error as Error, file);
  return `${file}:${line}:${column}\n  ${problem}`;
}

/** Reads a place from an error's stack: "file:///…/site.ts:3" and a caret, or "at file:///…/site.ts:2:9". */
export function toFailure(error: Error, file = siteFile): SiteFailure {
  const [, line = 1, column, caret] =
    new RegExp(
      `${file}(?:\\?[\\w=]*)?:(\\d+)(?::(\\d+)|(?:\\n.*)*?\\n( *\\^))?`,
    ).exec(error.stack ?? "") ?? [];
  return {
    line: Number(line),
    column: Number(column ?? caret?.length ?? 1),
    problem: `This cannot be ${error.name === "SyntaxError" ? "read" : "run"}: ${error.message.split("\n")[0]}.`,
  };
}

/** Comments and strings; a string before a colon is a key. */
const opaque = /\/\/.*|\/\*[^]*?\*\/|(["'`])(?:\\[^]|(?!\1)[^\\])*\1(\s*:)?/g;

/** Finds a setting's key in the text of `src/site.ts`, or the key of the object it is missing from. */
export async function readPlaces(root: string, file = siteFile, name = "site") {
  const text = await readFile(join(root, file), "utf8").catch(() => "");
  // Only keys, brackets and commas count.
  const bare = text.replace(opaque, (found, _, colon?: string) =>
    colon ? found : " ".repeat(found.length),
  );
  const declared = new RegExp(`\\b${name}\\b[^\\n=]*=[^{]*`).exec(bare);
  return (path: readonly PropertyKey[]) => {
    let at = declared ? declared.index + declared[0].length : 0;
    for (const part of path) {
      at = followName(bare, at);
      const items = listItems(bare, at);
      at =
        (typeof part === "number"
          ? items[part]
          : items.find((item) => toKey(bare.slice(item)) === part)) ?? at;
    }
    const lines = text.slice(0, at).split("\n");
    return { line: lines.length, column: (lines.at(-1) as string).length + 1 };
  };
}

const toKey = (item: string) => /^["']?([\w$/-]*)/.exec(item)?.[1];

/** The offset of an item; of its object's first bracket if the item only names a constant: `{ tools }`, `tools: pans`. */
function followName(bare: string, at: number): number {
  const name = /^(?:["'\w$-]+["']?\s*:\s*)?([\w$]+)\s*[,}]/.exec(
    bare.slice(at),
  )?.[1];
  const declared =
    name &&
    new RegExp(`\\bconst ${name}\\b[^\\n=]*=[^[{;]*(?=[[{])`).exec(bare);
  return declared ? declared.index + declared[0].length : at;
}

/** The offsets of the items of the list or object at an offset, which may be that of its key. */
function listItems(bare: string, at: number): number[] {
  const items: number[] = [];
  // A key, and the function that gets the object: `tools: ownCollection({ … })`.
  const before = /^(?:["'\w$-]+\s*:\s*)?(?:[\w$.]+\(\s*)?(?=[{[])/.exec(
    bare.slice(at),
  )?.[0];
  let depth = 0;
  for (
    let index = at + (before?.length ?? Infinity);
    index < bare.length;
    index++
  ) {
    const character = bare.charAt(index);
    if ("{[(".includes(character)) depth++;
    if (")]}".includes(character) && --depth === 0) break;
    if (depth === 1 && "{[,".includes(character))
      items.push(index + 1 + bare.slice(index + 1).search(/\S|$/));
  }
  return items;
}
