import { toTexts, type Field } from "./source.ts";
import type { Picker } from "./picker.ts";
import { toBareName } from "./synonyms.ts";

/** Fields that say who may read an article, and the values for everybody. */
const rules: readonly [name: RegExp, everybody: RegExp][] = [
  [/^(?:wp:post_)?password$|^encrypt(?:ed)?$/, /^(?:false|0)$/],
  // The export lists every status that plugins add; only these two are open, or drafts.
  [/^wp:status$/, /^(?:publish|draft)$/],
  [
    /^status$/,
    /^(?!(?:private|pending|future|scheduled|sent|hidden|unlisted)$)/,
  ],
  [/^(?:visibility|audience)$/, /^(?:public|everyone|everybody)$/],
  [/^_jetpack_newsletter_access$/, /^everybody$/],
  [
    /^(?:private|hidden|unlisted|members_only|email_only)$/,
    /^(?!(?:true|1|yes)$)/,
  ],
  [/^_members_access_role$/, /^$/],
];

/** Takes the fields by which an article was not for everybody. Returns a question about each for the writer. */
export function takeRestrictions({ left, note }: Picker): string[] {
  return [...left].flatMap((field) => {
    const value = toTexts(field.value).join().toLowerCase();
    const rule = rules.find(([name]) => name.test(toBareName(field.name)));
    if (!rule) return [];
    const isOpen = rule[1].test(value);
    // Whether it is a draft is reported later.
    if (isOpen && /status$/.test(field.name)) return [];
    left.delete(field);
    if (isOpen) return [];
    const why = /password|encrypt/i.test(field.name)
      ? "it had a password"
      : `${field.name}: ${value.replace(/[^\p{L}\p{N} ,_-]/gu, "").slice(0, 80)}`;
    note(
      "to do",
      `not for everybody (${why}): decide, see the text`,
      field.line,
    );
    return [
      `On the old site this was not for everybody (${why}). Decide whether it may be public, then delete this line.`,
    ];
  });
}

const secret =
  "(?:pass(?:word|wd|phrase)|secret(?!ar)|token|credential|(?:api|auth|private|access|licen[cs]e)[_-]?key)";
const secretName = new RegExp(secret, "i");
/** "password": "…" in JSON, and "password";s:4:"…" as PHP writes it. */
const secretInside = new RegExp(
  String.raw`["'][\w-]*${secret}[\w-]*\\?["']\s*[:;=]`,
  "i",
);

/** Whether a field may hold a password or a key. These are neither shown nor written. */
export const isSecret = ({ name, value }: Field): boolean =>
  secretName.test(name) || secretInside.test(JSON.stringify(value) ?? "");
