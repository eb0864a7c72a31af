import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CSpellUserSettings, ValidationIssue } from "cspell-lib";
import { site } from "#site.ts";

/** A publication's own settings, in place of the engine's; the editor extension Code Spell Checker reads them too. */
export const settingsFile = "cspell.json";
/** A publication's own words, one a line. */
export const wordsFile = "docs/words.txt";
export const engineSettings = join(import.meta.dirname, "cspell.json");

/** A word that cspell does not accept. */
export type Misspelling = {
  /** Where it first begins, in UTF-16 units. */
  offset: number;
  written: string;
  /** How often it stands in the text. */
  times: number;
  /** What we write instead, of a word that others spell otherwise. */
  ours?: string[];
};

export type Speller = {
  /** Those of some words that are not right wherever they stand. */
  findUnknown: (words: readonly string[]) => Promise<Set<string>>;
  /** What is misspelt in a text. */
  findSlips: (
    file: string,
    text: string,
    format: "md" | "mdx",
  ) => Promise<Misspelling[]>;
  /** Up to two words that may have been meant by another one. */
  suggest: (written: string) => Promise<string[]>;
};

/** At the beginning of a sentence a word stays there: Seperate, separate → Separate. */
const toCase = (written: string, word: string): string =>
  /^\p{Lu}\P{Lu}*$/u.test(written) && word === word.toLowerCase()
    ? `${word.charAt(0).toUpperCase()}${word.slice(1)}`
    : word;

/** Nobody misspells initials, and what is longer than any word takes cspell gigabytes. */
const isGuessable = (written: string): boolean =>
  written.length <= 24 && written !== written.toUpperCase();

const all = Number.MAX_SAFE_INTEGER;
let loaded: string | undefined;

/**
 * Loads cspell with the settings of a root, which takes a second.
 * @param basis what its dictionaries were read from: when it differs from the last one, they are read again
 * @throws an Error that says what of the settings cannot be read
 */
export async function loadSpeller(
  root: string,
  basis: string,
): Promise<Speller> {
  const lib = await import("cspell-lib");
  if (loaded !== undefined && loaded !== basis) await lib.clearCachedFiles();
  loaded = basis;
  const [ownSettings, ownWords] = [
    join(root, settingsFile),
    join(root, wordsFile),
  ];
  const own = await lib.loadConfig(
    existsSync(ownSettings) ? ownSettings : engineSettings,
  );
  const [broken] = lib.extractImportErrors(own);
  if (broken) throw broken.error;
  const settings = lib.mergeSettings(
    await lib.getDefaultBundledSettingsAsync(),
    own,
    existsSync(ownSettings) ? {} : { language: site.language },
    {
      words: existsSync(ownWords)
        ? readFileSync(ownWords, "utf8").split(/\s+/)
        : [],
      maxNumberOfProblems: all,
      maxDuplicateProblems: all,
    },
  );
  // In a list nothing stands in code or in an address: every word is looked at.
  const listSettings: CSpellUserSettings = {
    ...settings,
    ignoreRegExpList: [],
    ignoreRandomStrings: false,
    languageSettings: (settings.languageSettings ?? []).map((one) => ({
      ...one,
      ignoreRegExpList: [],
    })),
  };
  const check = async (
    file: string,
    text: string,
    languageId: "markdown" | "mdx",
    own: CSpellUserSettings,
  ) => {
    const { issues, dictionaryErrors } = await lib.spellCheckDocument(
      { uri: pathToFileURL(join(root, file)).href, text, languageId },
      { noConfigSearch: true, generateSuggestions: false },
      own,
    );
    for (const name of dictionaryErrors?.keys() ?? [])
      throw new Error(`the dictionary "${name}" cannot be read.`);
    return issues;
  };
  const dictionary = await lib.getDictionary(
    lib.combineTextAndLanguageSettings(settings, "", "markdown"),
  );
  return {
    findUnknown: async (words) => {
      const text = words.join(",\n");
      const issues = await check("words", text, "markdown", listSettings);
      return new Set(issues.map(({ line }) => line.text.replace(/,?\n?$/, "")));
    },
    findSlips: async (file, text, format) => {
      const languageId = format === "mdx" ? "mdx" : "markdown";
      const issues = await check(file, text, languageId, settings);
      return [...Map.groupBy(issues, (issue) => issue.text)].map(
        ([written, same]) => {
          const [{ offset, isFlagged, suggestionsEx = [] }] = same as [
            ValidationIssue,
          ];
          const ours = suggestionsEx
            .filter(({ isPreferred }) => isPreferred)
            .map(({ word }) => toCase(written, word));
          return {
            offset,
            written,
            times: same.length,
            ...(isFlagged && ours.length > 0 ? { ours } : {}),
          };
        },
      );
    },
    suggest: async (written) =>
      isGuessable(written)
        ? dictionary
            .suggest(written, {
              numSuggestions: 2,
              numChanges: 3,
              // Otherwise two words may be meant by one: aftterwards, "fatter wards".
              compoundMethod: 0,
              includeTies: false,
              timeout: 5000,
            })
            .slice(0, 2)
            .map(({ word }) => toCase(written, word))
        : [],
  };
}
