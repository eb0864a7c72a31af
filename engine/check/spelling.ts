import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { ValidationIssue } from "cspell-lib";
import { toPlacer } from "#text/body-tree.ts";
import { toCount, top, type Finding, type Message } from "#files/finding.ts";
import type { Content, OnProgress } from "#files/content.ts";
import { atTop, filesOf, type RuleTable } from "./rule.ts";

/** The settings of a publication, which the editor extension Code Spell Checker reads too. */
const settingsFile = "cspell.json";
export const wordsFile = "docs/words.txt";

/** Rules that only `npm run check` applies: the build and `npm run dev` do not wait for a dictionary. */
export const spellingRules: RuleTable = {
  warnings: {
    "text/spelling":
      "Every word that readers see is in the dictionary that `cspell.json` names or in docs/words.txt. Without a `cspell.json`, spelling is not checked; nor is that of drafts if there are more than 100 and they are not named. Only `npm run check` looks.",
    "text/house-spelling":
      "Of two spellings the publication uses one: `flagWords` in its `cspell.json`. Only `npm run check` looks.",
  },
};

/** Longer strings are not words, and cspell takes minutes and gigabytes to split some of them. */
const endless = /[\p{L}\p{M}\w'’`.+\\\u00AD-]{32,}/gu;

const all = Number.MAX_SAFE_INTEGER;

/** A thousand drafts, as after an import, would take half a minute. */
const maxDrafts = 100;

type IsWanted = (file: { file: string }) => boolean;

const listWaiting = (
  content: Pick<Content, "collections">,
  isWanted: IsWanted,
): string[] => {
  const drafts = filesOf(content)
    .filter(({ data }) => data["draft"] === true)
    .filter(isWanted);
  return drafts.length > maxDrafts ? drafts.map(({ file }) => file) : [];
};

/** The files whose spelling is checked: drafts only if there are at most `maxDrafts`. */
export function listTexts(
  content: Pick<Content, "collections">,
  isWanted: IsWanted = () => true,
): string[] {
  const waiting = new Set(listWaiting(content, isWanted));
  return filesOf(content)
    .filter(isWanted)
    .map(({ file }) => file)
    .filter((file) => !waiting.has(file));
}

/** A reminder of the drafts whose spelling waits, if there are spelling settings. */
export function findWaiting(content: Content, isWanted: IsWanted): Finding[] {
  const { length } = listWaiting(content, isWanted);
  if (length === 0 || !existsSync(join(content.root, settingsFile))) return [];
  return [
    {
      ...atTop(settingsFile, {
        problem: `The spelling of ${toCount(length)} drafts was not checked.`,
        remedy: `Name the ones you work on, up to ${maxDrafts}: npm run check -- src/content/articles/a-title.md.`,
        rule: "text/spelling",
      }),
      severity: "reminder",
    },
  ];
}

/** The misspellings in some files, each once per file; none if the root has no spelling settings. */
export async function checkSpelling(
  root: string,
  files: readonly string[],
  onProgress?: OnProgress,
): Promise<Finding[]> {
  const ownSettings = join(root, settingsFile);
  if (!existsSync(ownSettings)) return [];
  try {
    const lib = await import("cspell-lib");
    // With --watch, settings and words may have changed.
    await lib.clearCachedFiles();
    const own = await lib.loadConfig(ownSettings);
    const [broken] = lib.extractImportErrors(own);
    if (broken) throw broken.error;
    const settings = lib.mergeSettings(
      await lib.getDefaultBundledSettingsAsync(),
      own,
      {
        words: readText(root, wordsFile).split(/\s+/),
        maxNumberOfProblems: all,
        maxDuplicateProblems: all,
      },
    );
    const findings: Finding[] = [];
    for (const [index, file] of files.entries()) {
      onProgress?.(index, files.length);
      // Zeros keep every other character in its place.
      const text = readText(root, file).replace(endless, ({ length }) =>
        "0".repeat(length),
      );
      const { issues, dictionaryErrors } = await lib.spellCheckDocument(
        {
          uri: pathToFileURL(join(root, file)).href,
          text,
          languageId: file.endsWith(".mdx") ? "mdx" : "markdown",
        },
        { noConfigSearch: true, generateSuggestions: false },
        settings,
      );
      for (const name of dictionaryErrors?.keys() ?? [])
        throw new Error(`the dictionary "${name}" cannot be read.`);
      const toPlace = toPlacer(text, top);
      for (const [written, same] of Map.groupBy(issues, (one) => one.text)) {
        const [issue] = same as [ValidationIssue];
        findings.push({
          file,
          ...toPlace(issue.offset),
          ...toMessage(issue, written, same.length),
        });
      }
    }
    return findings;
  } catch (error) {
    return [
      atTop(settingsFile, {
        problem: `Spelling was not checked: ${(error as Error).message.split("\n")[0]}`,
        remedy: "Fix the settings, or restore them as last committed.",
        rule: "text/spelling",
      }),
    ];
  }
}

function toMessage(
  { isFlagged, suggestionsEx = [] }: ValidationIssue,
  written: string,
  times: number,
): Message {
  const often = times > 1 ? ` (${times} times here)` : "";
  const preferred = suggestionsEx
    .filter(({ isPreferred }) => isPreferred)
    .map(({ word }) => toCase(written, word));
  return isFlagged && preferred.length > 0
    ? {
        problem: `"${written}" is not how we spell it${often}.`,
        remedy: `Write ${preferred.join(" or ")}.`,
        rule: "text/house-spelling",
      }
    : {
        problem: `"${written}" is in no dictionary of this publication${often}.`,
        remedy: `Correct it, or add it to ${wordsFile}.`,
        rule: "text/spelling",
      };
}

/** Keeps a capital: Organize, organise → Organise. */
const toCase = (written: string, word: string): string =>
  /^\p{Lu}\P{Lu}*$/u.test(written) && word === word.toLowerCase()
    ? `${word.charAt(0).toUpperCase()}${word.slice(1)}`
    : word;

function readText(root: string, file: string): string {
  try {
    return readFileSync(resolve(root, file), "utf8");
  } catch {
    return "";
  }
}
