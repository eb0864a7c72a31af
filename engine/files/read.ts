import { toDigest } from "./digest.ts";
import {
  toCount,
  top,
  type Finding,
  type Place,
  type Range,
} from "./finding.ts";
import { decodeText } from "./decode.ts";
import { quote } from "#model/fields.ts";
import { findMergeMarks } from "./merge-marks.ts";
import { findOddCharacters } from "./odd-characters.ts";
import {
  findRepeated,
  parseYaml,
  repeatedWords,
  toRange,
  yamlWords,
} from "./yaml.ts";

/** A content file: its front matter as data, with positions. */
export type Source = {
  file: string;
  id: string;
  format: "md" | "mdx";
  data: Record<string, unknown>;
  body: string;
  linesBefore: number;
  digest: string;
  /** The front matter as written, and its offset in the file. */
  yaml: string;
  yamlStart: number;
  /** The places found before, by path: parsing the front matters of thousands of warnings takes long. */
  places: Record<string, Place>;
  /** The position of the value at a path, or of its nearest parent that exists; with "key", the position of the key. */
  placeOf: (path: readonly PropertyKey[], part?: "key" | "value") => Place;
  /** The same as a range of the file's text; the first character if nothing of the path exists. */
  rangeOf: (path: readonly PropertyKey[], part?: "key" | "value") => Range;
};

/** About 125 pages. */
const mostCharacters = 250_000;
/** More bytes are more characters in any script: such a file is not even read. */
export const mostBytes = 3 * mostCharacters;

export const toTooLong = (file: string, written: string): Finding => ({
  file,
  ...top,
  problem: `The text has ${written}; the limit is ${toCount(mostCharacters)} characters.`,
  remedy: "Split it into several articles.",
  rule: "content/size",
});

/** Lines that are exactly three hyphens open and close the front matter. */
const fence = /^---[ \t]*\r?$/;

export function splitFrontMatter(text: string) {
  const lines = text.split("\n");
  const isOpened = fence.test(lines[0] as string);
  const close = isOpened
    ? lines.findIndex((line, index) => index > 0 && fence.test(line))
    : -1;
  return {
    yaml: lines.slice(1, Math.max(1, close)).join("\n").replace(/\r$/, ""),
    body: lines.slice(close + 1).join("\n"),
    linesBefore: close + 1,
    isOpened,
    isClosed: close > 0,
  };
}

/** Parses a file into front matter and body. Returns what it could read despite errors, so that one run shows all. */
export function readSource(
  file: string,
  id: string,
  bytes: Uint8Array,
): { source?: Source; findings: Finding[] } {
  const refuse = (
    rule: string,
    problem: string,
    remedy: string,
    place: Place = top,
  ) => ({
    findings: [{ file, ...place, problem, remedy, rule: `content/${rule}` }],
  });

  const decoded = decodeText(bytes);
  if (!("text" in decoded)) return { findings: [{ file, ...decoded }] };
  const { text } = decoded;
  const marks = findMergeMarks(text);
  if (marks !== undefined)
    return refuse(
      "merge",
      "There is an unresolved git merge conflict here.",
      "Keep the version you want, and remove the lines with <<<<<<<, ======= and >>>>>>>.",
      { line: text.slice(0, marks).split("\n").length, column: 1 },
    );
  if (text.length > mostCharacters)
    return {
      findings: [toTooLong(file, `${toCount(text.length)} characters`)],
    };
  const parts = splitFrontMatter(text);
  if (!parts.isClosed)
    return refuse(
      "front-matter",
      parts.isOpened
        ? "The front matter has no closing line."
        : "The file has no front matter.",
      "Start with a line ---, then one field per line, then a line ---.",
    );

  const { document, toPlace } = parseYaml(parts.yaml);
  const findings = [
    ...findOddCharacters(text).map(({ character, ...place }) => ({
      file,
      ...place,
      problem: `There is an invisible character, ${character}.`,
      remedy: "Delete the characters around this place and type them again.",
      rule: "content/characters",
    })),
    ...findRepeated(document).map((offset) => ({
      file,
      ...toPlace(offset),
      ...repeatedWords,
    })),
    ...[...document.errors, ...document.warnings].map((error) => ({
      file,
      ...toPlace(error.pos[0]),
      ...yamlWords(error.code, error.message),
    })),
  ];

  let data: unknown;
  try {
    data = document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (error) {
    // "Unresolved alias (the anchor must be set before the alias): Really*"
    const alias = /^Unresolved alias.*: (.*)$/.exec(
      (error as Error).message,
    )?.[1];
    return alias === undefined
      ? refuse(
          "yaml",
          "The front matter repeats itself too often through aliases (&, *).",
          "Write the values out in full.",
        )
      : refuse(
          "yaml",
          "The value begins with *, which has a special meaning in YAML.",
          "Put the value in quotes.",
          toPlace(parts.yaml.indexOf(`*${alias}`)),
        );
  }
  if (typeof data !== "object" || data === null || Array.isArray(data))
    return refuse(
      "front-matter",
      `${quote(data)} is not a list of fields.`,
      "Write one field per line, like title: My article.",
      { line: 2, column: 1 },
    );

  const yamlStart = text.indexOf("\n") + 1;
  const places = {};
  // Positions are computed only for findings, so that no syntax tree is kept in memory.
  return {
    findings,
    source: {
      file,
      id,
      format: file.endsWith(".mdx") ? "mdx" : "md",
      data: data as Record<string, unknown>,
      body: parts.body,
      linesBefore: parts.linesBefore,
      digest: toDigest(bytes),
      yaml: parts.yaml,
      yamlStart,
      places,
      ...toPlaces({ yaml: parts.yaml, yamlStart, places }),
    },
  };
}

/** Finds positions in front matter, which is parsed again for that: no syntax tree is kept in memory. */
export const toPlaces = ({
  yaml,
  yamlStart,
  places,
}: Pick<Source, "yaml" | "yamlStart" | "places">): Pick<
  Source,
  "placeOf" | "rangeOf"
> => ({
  placeOf(path, part = "value") {
    const find = (): Place => {
      const { document, toPlace } = parseYaml(yaml);
      const range = toRange(document, path, part);
      return range ? toPlace(range[0]) : { line: 1, column: 1 };
    };
    return (places[`${part} ${path.join(".")}`] ??= find());
  },
  rangeOf: (path, part = "value") => {
    const [start, end] = toRange(parseYaml(yaml).document, path, part) ?? [
      0, 0,
    ];
    return { start: start + yamlStart, end: end + yamlStart };
  },
});
