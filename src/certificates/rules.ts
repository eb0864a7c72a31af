import {
  atField,
  atTop,
  readNow,
  toDate,
  toHint,
  toSuggestion,
  type Finding,
  type OwnFile,
  type OwnRule,
} from "gatepost/own-content.ts";
import { facts } from "./certificate.ts";
import { linkRule } from "./link-rule.ts";
import type { Certificate } from "./schema.ts";

type File = OwnFile<Certificate>;

/** Checks each file whose front matter is valid. */
const each =
  (check: (file: File, fields: Certificate) => Finding[]) =>
  (files: readonly File[]): Finding[] =>
    files.flatMap((file) => (file.fields ? check(file, file.fields) : []));

/** Every name of a source in a file's facts, with its path. */
function* listUses(
  value: unknown,
  path: (string | number)[] = [],
): Generator<{ name: string; path: (string | number)[] }> {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const here = [...path, Array.isArray(value) ? Number(key) : key];
    if (key === "source" && typeof inner === "string")
      yield { name: inner, path: here };
    else if (here.join() !== "sources") yield* listUses(inner, here);
  }
}

const completeRule: OwnRule<Certificate> = {
  errors: {
    "certificate/complete": `Every fact (${facts.join(", ")}) is given, or named in notConfirmed.`,
  },
  check: each((file, fields) =>
    facts.flatMap((name) => {
      const at = fields.notConfirmed.indexOf(name);
      if (fields[name] === undefined && at < 0)
        return atTop(file.file, {
          problem: `There is no ${name}, and notConfirmed does not name it.`,
          remedy: `Write ${name}: with its source, or add ${name} to notConfirmed.`,
          rule: "certificate/complete",
        });
      return fields[name] !== undefined && at >= 0
        ? atField(file, ["notConfirmed", at], {
            problem: `${name} is not confirmed, and yet it is there.`,
            remedy: `Remove ${name} from notConfirmed, or remove the fact.`,
            rule: "certificate/complete",
          })
        : [];
    }),
  ),
};

const sourceRule: OwnRule<Certificate> = {
  errors: {
    "certificate/source":
      "Every source that a fact names is in sources, and a gate has a source.",
    "certificate/unused-source": "Every source is named by a fact.",
  },
  check: each((file, fields) => {
    const names = Object.keys(fields.sources);
    const uses = [...listUses(fields)];
    const used = new Set(uses.map(({ name }) => name));
    return [
      ...uses
        .filter(({ name }) => !names.includes(name))
        .map(({ name, path }) =>
          atField(file, path, {
            problem: `There is no source "${name}" in sources.${toHint(toSuggestion(name, names))}`,
            remedy: names.length
              ? `Write one of: ${names.join(", ")}; or add it to sources.`
              : "Add it to sources.",
            rule: "certificate/source",
          }),
        ),
      ...fields.readers.flatMap(({ kind, source }, index) =>
        kind === "gate" && source === undefined
          ? atField(file, ["readers", index, "kind"], {
              problem: "A gate needs a source.",
              remedy:
                "Write source: with the law, rule or contract, or call it a filter.",
              rule: "certificate/source",
            })
          : [],
      ),
      ...names
        .filter((name) => !used.has(name))
        .map((name) =>
          atField(file, ["sources", name], {
            problem: `No fact uses the source "${name}".`,
            remedy: "Name it as the source of a fact, or remove it.",
            rule: "certificate/unused-source",
          }),
        ),
    ];
  }),
};

const year = 365 * 24 * 60 * 60 * 1000;

const ageRule: OwnRule<Certificate> = {
  warnings: {
    "certificate/source-age": "Every source was read within the last year.",
  },
  check: each((file, { sources }) =>
    Object.entries(sources).flatMap(([name, { read }]) =>
      readNow().getTime() - (toDate(read)?.time ?? Infinity) > year
        ? atField(file, ["sources", name, "read"], {
            problem: `The source was read on ${read}, more than a year ago.`,
            remedy:
              "Read it again, correct what has changed, and write today's date.",
            rule: "certificate/source-age",
          })
        : [],
    ),
  ),
};

const shortRule: OwnRule<Certificate> = {
  errors: {
    "certificate/twin": "No two certificates have the same short name.",
  },
  check: (files) => {
    const byShort = Map.groupBy(files, ({ fields }) => fields?.short);
    return [...byShort].flatMap(([short, same]) =>
      short === undefined || same.length < 2
        ? []
        : same.map((file) =>
            atField(file, ["short"], {
              problem: `"${short}" is also the short name in ${same
                .filter((other) => other !== file)
                .map((other) => other.file)
                .join(" and ")}.`,
              remedy: "Give one of them another short name.",
              rule: "certificate/twin",
            }),
          ),
    );
  },
};

/** In words. */
const verdict = { shortest: 150, longest: 400 };

const verdictRule: OwnRule<Certificate> = {
  warnings: {
    "certificate/verdict": `The verdict has ${verdict.shortest} to ${verdict.longest} words.`,
  },
  check: (files) =>
    files.flatMap(({ file, linesBefore, contents: { words } }) =>
      words >= verdict.shortest && words <= verdict.longest
        ? []
        : {
            file,
            line: linesBefore + 1,
            column: 1,
            problem: `The verdict has ${words} words.`,
            remedy: `Write ${verdict.shortest} to ${verdict.longest}: who should take it, who should not, and why.`,
            rule: "certificate/verdict",
          },
    ),
};

export const certificateRules: OwnRule<Certificate>[] = [
  completeRule,
  sourceRule,
  ageRule,
  shortRule,
  verdictRule,
  linkRule,
];
