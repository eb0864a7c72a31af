import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { toPlacer } from "#text/body-tree.ts";
import { site } from "#site.ts";
import type { Finding, Place } from "#files/finding.ts";
import type { Content, ContentFile, OnProgress } from "#files/content.ts";
import {
  engineSettings,
  loadSpeller,
  settingsFile,
  wordsFile,
  type Misspelling,
  type Speller,
} from "./speller.ts";

/** What was found out before, and holds as long as settings, words and packages are the same. */
const cacheFile = ".cache/spelling.json";
const basis = [
  settingsFile,
  wordsFile,
  engineSettings,
  "node_modules/.package-lock.json",
];

type Slip = Place & Omit<Misspelling, "offset">;

type Known = {
  basis: string;
  /** Words that are right wherever they stand. */
  words: Set<string>;
  /** What is wrong with a text, by its format and digest. */
  files: Map<string, Slip[]>;
  /** What may have been meant by a word. */
  meant: Map<string, string[]>;
};

/** Letters, digits and what may stand within a word: as much of a text as cspell takes for one, or less. */
const word = /[\p{L}\w\u00AD][\p{L}\p{M}\w\u00AD'’-]*/gu;

/** Where cspell cuts words otherwise, or changes its rules: its own directives, addresses of mail, \' within a word. */
const special = /\bc?spell(?:-?checker)?:|LocalWords|@|\\'/i;

/** Longer than any word, and too long to be cut into words: cspell takes minutes and gigabytes for some of them. */
const endless = /[\p{L}\p{M}\w'’`.+\\\u00AD-]{32,}/gu;

/** So many texts are read before their words are judged. */
const batch = 250;
/** To guess what was meant takes a tenth of a second a word: so many a run, the others in the next one. */
const mostGuesses = 20;

/**
 * What is misspelt in the content, for whoever can wait for a dictionary. Another language than English
 * needs a `cspell.json` that names its dictionary. Words are judged once, as one list; only a text with a word that is not right everywhere is given to cspell as a whole.
 */
export async function checkSpelling(
  { root, collections }: Pick<Content, "root" | "collections">,
  onProgress?: OnProgress,
): Promise<Finding[]> {
  const hasSettings = readText(root, settingsFile) !== "";
  if (!hasSettings && !/^en\b/.test(site.language)) return [];
  const before = readKnown(root);
  const known: Known = { ...before, files: new Map() };
  const sources = Object.values(collections).flat();
  const unknown: ContentFile[] = [];
  for (const source of sources) {
    const slips = before.files.get(toKey(source));
    if (slips) known.files.set(toKey(source), slips);
    else unknown.push(source);
  }
  let slips: (Slip & { file: string })[] = [];
  let guesses = 0;
  let speller: Promise<Speller> | undefined;
  const getSpeller = () => (speller ??= loadSpeller(root, before.basis));
  try {
    for (let begin = 0; begin < unknown.length; begin += batch) {
      onProgress?.(sources.length - unknown.length + begin, sources.length);
      await judge(
        unknown
          .slice(begin, begin + batch)
          .map((source) => ({ source, text: readProse(root, source.file) })),
        known,
        getSpeller,
      );
    }
    slips = sources.flatMap((source) =>
      (known.files.get(toKey(source)) ?? []).map((slip) => ({
        ...slip,
        file: source.file,
      })),
    );
    for (const { written, ours } of slips) {
      if (ours || known.meant.has(written) || guesses === mostGuesses) continue;
      guesses++;
      known.meant.set(written, await (await getSpeller()).suggest(written));
    }
  } catch (error) {
    return [toSettingsFinding(error as Error)];
  }
  if (unknown.length > 0 || guesses > 0) writeKnown(root, known);
  return slips.map((slip) => toFinding(slip, known.meant.get(slip.written)));
}

/** Adds to what is known of words and files what can be known of some texts. */
async function judge(
  texts: { source: ContentFile; text: string }[],
  known: Known,
  getSpeller: () => Promise<Speller>,
): Promise<void> {
  const read = texts.map((one) => ({ ...one, unsure: toUnsure(one, known) }));
  const fresh = new Set(read.flatMap(({ unsure }) => [...unsure]));
  const wrong =
    fresh.size > 0
      ? await (await getSpeller()).findUnknown([...fresh])
      : new Set<string>();
  for (const one of fresh) if (!wrong.has(one)) known.words.add(one);
  for (const { source, text, unsure } of read) {
    const isSure =
      !special.test(text) && [...unsure].every((one) => !wrong.has(one));
    known.files.set(
      toKey(source),
      isSure ? [] : await readSlips(source, text, await getSpeller()),
    );
  }
}

const toUnsure = ({ text }: { text: string }, known: Known): Set<string> => {
  const unsure = new Set<string>();
  for (const one of text.match(word) ?? [])
    if (!known.words.has(one)) unsure.add(one);
  return unsure;
};

async function readSlips(
  { file, format }: Pick<ContentFile, "file" | "format">,
  text: string,
  speller: Speller,
): Promise<Slip[]> {
  const toPlace = toPlacer(text, { line: 1, column: 1 });
  return (await speller.findSlips(file, text, format)).map(
    ({ offset, ...slip }) => ({ ...toPlace(offset), ...slip }),
  );
}

const toFinding = (
  { file, line, column, written, times, ours }: Slip & { file: string },
  meant: readonly string[] = [],
): Finding => ({
  file,
  line,
  column,
  ...(ours
    ? {
        problem: `"${written}" is not how we spell it${toTimes(times)}.`,
        remedy: `Write ${ours.join(" or ")}.`,
        rule: "text/house-spelling",
      }
    : {
        problem: `"${written}" is in no dictionary of ours${toTimes(times)}.`,
        remedy: `Write ${meant.join(" or ") || "it otherwise"}, or add it to ${wordsFile}.`,
        rule: "text/spelling",
      }),
});

/** Told once a text, at its first place. */
const toTimes = (times: number): string =>
  times > 1 ? ` (${times} times here)` : "";

const toSettingsFinding = ({ message }: Error): Finding => ({
  file: settingsFile,
  line: 1,
  column: 1,
  problem: `Nothing was looked at for its spelling: ${message.split("\n")[0]}`,
  remedy: "Mend the settings, or bring them back as they were last committed.",
  rule: "text/spelling",
});

const toKey = ({ format, digest }: ContentFile): string =>
  `${format}:${digest}`;

/** What of a text may be words, at its place. */
export const readProse = (root: string, file: string): string =>
  readText(root, file).replace(endless, ({ length }) => "0".repeat(length));

/** A file's text; nothing when there is none. */
function readText(root: string, file: string): string {
  try {
    return readFileSync(resolve(root, file), "utf8");
  } catch {
    return "";
  }
}

/** What was known at the end of the last run; nothing when it cannot be read or rests on something else. */
function readKnown(root: string): Known {
  const hash = createHash("sha256").update(`${site.language}\0`);
  for (const file of basis) hash.update(`${readText(root, file)}\0`);
  const digest = hash.digest("hex");
  try {
    const read = JSON.parse(readText(root, cacheFile)) as Record<
      keyof Known,
      never
    >;
    if (read.basis === digest)
      return {
        basis: digest,
        words: new Set(read.words),
        files: new Map(Object.entries(read.files)),
        meant: new Map(Object.entries(read.meant)),
      };
  } catch {
    // Broken or not there: it is made anew.
  }
  return {
    basis: digest,
    words: new Set(),
    files: new Map(),
    meant: new Map(),
  };
}

/** Keeps what is known for the next run; where nothing can be written, that run finds it out again. */
function writeKnown(root: string, known: Known): void {
  const file = join(root, cacheFile);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(
      file,
      JSON.stringify({
        basis: known.basis,
        words: [...known.words],
        files: Object.fromEntries(known.files),
        meant: Object.fromEntries(known.meant),
      }),
    );
  } catch {
    // A cache that cannot be kept costs time and nothing else.
  }
}
