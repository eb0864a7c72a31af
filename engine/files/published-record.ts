import { z } from "zod";
import { addresses } from "#urls.ts";
import { day, field, quote, siteAddress, text } from "#model/fields.ts";
import { top, type Finding, type Place } from "./finding.ts";
import { articleSchema, pathOnly } from "#model/schema.ts";
import { findMergeMarks } from "./merge-marks.ts";
import { toFindings } from "./words.ts";
import { findRepeated, parseYaml, toRange } from "./yaml.ts";

/** The record of every address and feed id that an article has ever had. */
export const recordFile = "src/content/published.json";

const example = addresses.article("a-title");
const aDay = { is: "a day like 2026-02-28", example: "2026-02-28" };

export const recordedSchema = z.strictObject({
  id: articleSchema(pathOnly).shape.id.unwrap(),
  published: field(day(), {
    ...aDay,
    write: "Write the pubDate with which the article was published.",
  }),
  retired: field(day(), {
    ...aDay,
    write: "Write the date on which the page was withdrawn, or remove this.",
  }).optional(),
  reason: field(text(300), {
    is: "why the page was withdrawn, 300 characters at most",
    write: "Write a sentence for readers, or remove this.",
    example: "The tool it is about is no longer made.",
  }).optional(),
});

export type Recorded = z.output<typeof recordedSchema>;

/** By address, from the root: `/articles/steel-or-cast-iron/`. */
export type PublishedRecord = Record<string, Recorded>;

/** A record as read: undefined if it is invalid, with the position of each address. */
export type ReadRecord = {
  record: PublishedRecord | undefined;
  /** Whether the file exists: sites that never used `publish` get no warnings. */
  isKept: boolean;
  placeOf: (address: string, name?: PropertyKey) => Place;
  findings: Finding[];
};

/** The text of `published.json`: sorted by address, one per line, to avoid merge conflicts. */
export function toRecordText(record: PublishedRecord): string {
  const lines = Object.keys(record)
    .sort()
    .map((address) => {
      const { id, published, retired, reason } = record[address] as Recorded;
      const parts = Object.entries({ id, published, retired, reason })
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => `"${name}": ${JSON.stringify(value)}`);
      return `  ${JSON.stringify(address)}: { ${parts.join(", ")} }`;
    });
  return lines.length > 0 ? `{\n${lines.join(",\n")}\n}\n` : "{}\n";
}

/** Parses `published.json`; undefined means there is no file, so nothing has been published. */
export function readRecord(written: string | undefined): ReadRecord {
  if (written === undefined)
    return { record: {}, isKept: false, placeOf: () => top, findings: [] };

  const findings: Finding[] = [];
  const report = (place: Place, problem: string, remedy: string) =>
    findings.push({
      file: recordFile,
      ...place,
      problem,
      remedy,
      rule: "content/published",
    });
  // JSON is YAML, and the YAML parser reports positions.
  const parse = () => parseYaml(written, 0);
  const placeOf: ReadRecord["placeOf"] = (address, name) => {
    const { document, toPlace } = parse();
    const [path, part] =
      name === undefined
        ? ([[address], "key"] as const)
        : ([[address, name], "value"] as const);
    const range = toRange(document, path, part);
    return range ? toPlace(range[0]) : top;
  };
  const data = readEntries();
  for (const [address, entry] of Object.entries(data ?? {})) {
    if (!siteAddress().safeParse(address).success)
      report(
        placeOf(address),
        `${quote(address)} is not an address of this site.`,
        `Start it with a slash, like ${example}.`,
      );
    else if (!isObject(entry))
      report(
        placeOf(address),
        `${quote(entry)} is not a record of ${address}.`,
        'Write its id and day, like { "id": "tag:…", "published": "2026-02-28" }.',
      );
    else {
      const { error } = recordedSchema.safeParse(entry);
      const source = {
        file: recordFile,
        data: entry,
        placeOf: (path: readonly PropertyKey[]) => placeOf(address, path[0]),
      };
      if (error)
        for (const one of toFindings(source, recordedSchema, "", error))
          findings.push({ ...one, rule: "content/published" });
    }
  }
  const record = data as PublishedRecord | undefined;
  // A duplicate address comes from a manual edit or a merge; JSON.parse would keep only the last.
  if (record && findings.length === 0 && toRecordText(record) !== written) {
    const { document, toPlace } = parse();
    for (const offset of findRepeated(document))
      report(toPlace(offset), "This appears twice.", "Keep one of the two.");
  }
  return {
    record: findings.length > 0 ? undefined : record,
    isKept: true,
    placeOf,
    findings,
  };

  function readEntries(): Record<string, unknown> | undefined {
    try {
      const data: unknown = JSON.parse(written as string);
      if (isObject(data)) return data;
      report(
        top,
        `${quote(data)} is not an object of addresses.`,
        "Restore the file from its last commit.",
      );
    } catch (error) {
      const marks = findMergeMarks(written as string);
      // "Expected ',' or '}' after property value in JSON at position 118 (line 3 column 3)"
      const [, line = 1, column = 1] =
        /line (\d+) column (\d+)/.exec((error as Error).message) ?? [];
      if (marks !== undefined)
        report(
          parse().toPlace(marks),
          "There is an unresolved git merge conflict here.",
          "Keep every address from both versions, each once, and remove the lines with <<<<<<<, ======= and >>>>>>>.",
        );
      else
        report(
          { line: Number(line), column: Number(column) },
          "This is not valid JSON.",
          `Write one address per line, like "${example}": { … }, with commas between, or restore the file from its last commit.`,
        );
    }
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
