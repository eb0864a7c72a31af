import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { CSpellUserSettings } from "cspell-lib";

/** Where the spelling is set: editors with the extension Code Spell Checker read the same file. */
export const settingsFile = "cspell.json";

/** A word that cspell does not accept: where it first begins in UTF-16 units, and up to two that may have been meant. */
export type Misspelling = {
  offset: number;
  written: string;
  /** How often it stands in the text. */
  times: number;
  /** Whether it is a word, but one that we spell otherwise. */
  isFlagged: boolean;
  better: string[];
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
};

/** At the beginning of a sentence a word stays there: Seperate, separate → Separate. */
const toCase = (written: string, word: string): string =>
  /^\p{Lu}\P{Lu}*$/u.test(written) && word === word.toLowerCase()
    ? `${word.charAt(0).toUpperCase()}${word.slice(1)}`
    : word;

const isInitials = (written: string): boolean =>
  written === written.toUpperCase();

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
  const own = await lib.loadConfig(join(root, settingsFile));
  const [broken] = lib.extractImportErrors(own);
  if (broken) throw broken.error;
  const settings = lib.mergeSettings(
    await lib.getDefaultBundledSettingsAsync(),
    own,
    { maxNumberOfProblems: all, maxDuplicateProblems: all },
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
    numSuggestions: number,
  ) => {
    const { issues, dictionaryErrors } = await lib.spellCheckDocument(
      { uri: pathToFileURL(join(root, file)).href, text, languageId },
      {
        noConfigSearch: true,
        generateSuggestions: numSuggestions > 0,
        numSuggestions,
      },
      own,
    );
    for (const [error] of dictionaryErrors?.values() ?? [])
      if (error) throw error;
    return issues;
  };
  return {
    findUnknown: async (words) =>
      new Set(
        (
          await check("words", words.join(",\n"), "markdown", listSettings, 0)
        ).map(({ line }) => line.text.replace(/,?\n?$/, "")),
      ),
    findSlips: async (file, text, format) => {
      const languageId = format === "mdx" ? "mdx" : "markdown";
      const issues = await check(file, text, languageId, settings, 2);
      return [...Map.groupBy(issues, (issue) => issue.text)].map(
        ([written, [first, ...others]]) => {
          const { offset, isFlagged = false, suggestionsEx = [] } = first!;
          const meant = suggestionsEx.filter(({ isPreferred }) => isPreferred);
          return {
            offset,
            written,
            times: others.length + 1,
            isFlagged,
            // Nobody misspells initials: what is near them means something else.
            better: (meant.length > 0
              ? meant
              : isInitials(written)
                ? []
                : suggestionsEx
            )
              .slice(0, 2)
              .map(({ word }) => toCase(written, word)),
          };
        },
      );
    },
  };
}
