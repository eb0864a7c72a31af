import { isMap, LineCounter, parseDocument, type Node } from "yaml";
import { z } from "zod";
import { addresses } from "#urls.ts";
import { day, field, quote, siteAddress, text } from "#model/fields.ts";
import type { Finding, Place } from "./finding.ts";
import { articleSchema, pathOnly } from "#model/schema.ts";
import { toFindings } from "./words.ts";

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
    write: "Write the date on which the article was withdrawn, or remove this.",
  }).optional(),
  reason: field(text(300), {
    is: "why the article was taken back, 300 characters at most",
    write: "Write a sentence for readers, or remove this.",
    example: "The tool it is about is no longer made.",
  }).optional(),
});

/** A recorded article: its feed id, its pubDate, and whether it has been withdrawn. */
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
  const top = { line: 1, column: 1 };
  if (written === undefined)
    return { record: {}, isKept: false, placeOf: () => top, findings: [] };

  const placeOf: ReadRecord["placeOf"] = (address, name) => {
    const { document, toPlace } = parseJson(written);
    const keyOf = (map: unknown, key: PropertyKey) =>
      isMap(map)
        ? map.items.find((item) => String(item.key) === String(key))
        : undefined;
    const pair = keyOf(document.contents, address);
    const inner = name === undefined ? undefined : keyOf(pair?.value, name);
    const node = (inner?.value ?? pair?.key) as Node | undefined;
    return node?.range ? toPlace(node.range[0]) : top;
  };
  const refuse = (place: Place, problem: string, remedy: string) => ({
    file: recordFile,
    ...place,
    problem,
    remedy,
    rule: "content/published",
  });

  let data: unknown;
  try {
    data = JSON.parse(written);
  } catch {
    const { document, toPlace } = parseJson(written);
    const marks = written.search(/^(?:<{7}|={7}|>{7})/m);
    const error = document.errors[0];
    return {
      record: undefined,
      isKept: true,
      placeOf,
      findings: [
        marks >= 0
          ? refuse(
              toPlace(marks),
              "There is an unresolved git merge conflict here.",
              "Keep every address from both versions, each once, and remove the lines with <<<<<<<, ======= and >>>>>>>.",
            )
          : written.startsWith("\uFEFF") || written.trim() === ""
            ? refuse(
                top,
                written.trim() === ""
                  ? "The file is empty."
                  : "The file begins with a byte order mark.",
                "Restore the file from its last commit.",
              )
            : refuse(
                error ? toPlace(error.pos[0]) : top,
                error
                  ? "This is not valid JSON."
                  : "JSON allows no comments and no trailing commas.",
                `Write one address per line, like "${example}": { … }, with commas between.`,
              ),
      ],
    };
  }
  if (typeof data !== "object" || data === null || Array.isArray(data))
    return {
      record: undefined,
      isKept: true,
      placeOf,
      findings: [
        refuse(
          top,
          `${quote(data)} is not an object of addresses.`,
          "Restore the file from its last commit.",
        ),
      ],
    };

  const findings = Object.entries(data).flatMap(([address, entry]) => {
    if (!siteAddress().safeParse(address).success)
      return [
        refuse(
          placeOf(address),
          `${quote(address)} is not an address of this site.`,
          `Start it with a slash, like ${example}.`,
        ),
      ];
    if (typeof entry !== "object" || entry === null || Array.isArray(entry))
      return [
        refuse(
          placeOf(address),
          `${quote(entry)} is not a record of ${address}.`,
          'Write its id and day, like { "id": "tag:…", "published": "2026-02-28" }.',
        ),
      ];
    const { error } = recordedSchema.safeParse(entry);
    if (!error) return [];
    const source = {
      file: recordFile,
      data: entry as Record<string, unknown>,
      placeOf: (path: readonly PropertyKey[]) => placeOf(address, path[0]),
      rangeOf: () => ({ start: 0, end: 0 }),
      yaml: "",
      yamlStart: 0,
    };
    return toFindings(source, recordedSchema, "content", error).map(
      ({ fix: _, ...finding }) => ({ ...finding, rule: "content/published" }),
    );
  });
  const record = data as PublishedRecord;
  // A duplicate address comes from a manual edit or a merge; JSON.parse would keep only the last.
  if (findings.length === 0 && toRecordText(record) !== written) {
    const { document, toPlace } = parseJson(written);
    for (const { code, pos } of document.errors)
      if (code === "DUPLICATE_KEY")
        findings.push(
          refuse(
            toPlace(pos[0]),
            "This appears twice.",
            "Keep one of the two.",
          ),
        );
  }
  return {
    record: findings.length > 0 ? undefined : record,
    isKept: true,
    placeOf,
    findings,
  };
}

/** JSON is YAML, and the YAML parser reports positions. */
function parseJson(written: string) {
  const lineCounter = new LineCounter();
  const document = parseDocument(written, {
    lineCounter,
    schema: "json",
    prettyErrors: false,
  });
  const toPlace = (offset: number): Place => {
    const { line, col } = lineCounter.linePos(Math.max(0, offset));
    return { line, column: col };
  };
  return { document, toPlace };
}
