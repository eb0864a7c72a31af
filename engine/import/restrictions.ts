import { toTexts, type Dialect, type Field } from "./source.ts";
import type { Picker } from "./picker.ts";
import { toBareName } from "./synonyms.ts";

const secretWords =
  "pass(?:word|wort|wd|phrase|code)|kennwort|wachtwoord|contrase[nñ]a|senha|has[lł]o|пароль|密码|密碼|パスワード|비밀번호";
const no = /^(?:false|0|no|off|none|null|never|a:0:\{\})$/;

/** Fields that say who may read an article, without "_", "-" and "is", and the values for everybody. */
const rules: readonly [name: RegExp, everybody: RegExp][] = [
  [
    RegExp(
      `^(?:wp:)?(?:post)?(?:${secretWords}|pwd?|pass)(?:protected)?$|^encrypt(?:ed)?$`,
    ),
    no,
  ],
  // The export lists every status that plugins add; only these two are open, or drafts.
  [/^wp:status$/, /^(?:publish|draft)$/],
  [
    /^(?:post|publish)?status$/,
    /^(?:publish(?:ed)?|public|drafts?|active|live|open|online|done|completed?|finished|final|current|stable|updated|evergreen|seed(?:ling)?|sprout|budding|growing|notes?|true)$/,
  ],
  [
    /^(?:visibility|audience|access(?:level)?|privacy|jetpacknewsletteraccess)$/,
    /^(?:public|everyone|everybody|anyone|all|any|open|free)$/,
  ],
  [
    /^(?:private|hidden|unlisted|protected|restricted|premium|confidential|paywall(?:ed)?|paid(?:only)?|(?:member|subscriber)s?(?:only)?|membership|emailonly)$/,
    no,
  ],
  [/^(?:public|listed|visible)$/, /^(?:true|1|yes|on)$/],
  // Hugo writes such a page, but lists it nowhere, or does not write it.
  [/^build\.(?:list|render)$/, /^(?:always|true|local|link)$/],
];
/** Parts of the names under which plugins of WordPress keep who may read an article: _pmpro_membership, _is_paid. */
const pluginName =
  /(?:^|_)(?:members?|memberships?|memberful|pmpro|rcp|swpm|wpmem|mepr|paid|premium|paywall(?:ed)?|restrict(?:ed|ions?)?|protect(?:ed|ion)?|subscribers?|private|hidden|unlisted)(?:_|$)/;

/** The values of a field for everybody; undefined if it does not say who may read an article. */
function toOpen({ name }: Field, dialect: Dialect): RegExp | undefined {
  const bare = toBareName(name);
  const plain = bare.replace(/[-_]/g, "").replace(/^is/, "");
  const rule = rules.find(([names]) => names.test(plain));
  return (
    rule?.[1] ??
    (dialect === "wordpress" && pluginName.test(bare) ? no : undefined)
  );
}

/** Takes the fields by which an article was not for everybody. Returns a question about each for the writer. */
export function takeRestrictions({ left, note, source }: Picker): string[] {
  return [...left].flatMap((field) => {
    const value = toTexts(field.value).join().toLowerCase();
    const isOpen = toOpen(field, source.dialect)?.test(value);
    if (isOpen === undefined) return [];
    // Whether it is a draft is reported later.
    if (isOpen && /status$/.test(field.name)) return [];
    left.delete(field);
    if (isOpen) {
      note("dropped", `${field.name}: ${value}`, field.line);
      return [];
    }
    const why = isSecret(field)
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

const secret = `(?:${secretWords}|secret(?!ar)|token|credential|(?:api|auth|private|access|licen[cs]e)[_-]?key|encrypt)`;
/** Short words, which are secrets only as a whole part of a name: _shop_pw. */
const shortSecret = "(?:pwd?|pass|pin|auth)";
const secretName = RegExp(secret, "i");
const shortName = RegExp(`(?<![a-z])${shortSecret}(?![a-z])`, "i");
/** "password": "…" in JSON, and "password";s:4:"…" as PHP writes it. */
const secretInside = RegExp(
  String.raw`["'](?:[\w-]*${secret}[\w-]*|(?:[\w-]*[_-])?${shortSecret})\\?["']\s*[:;=]`,
  "i",
);

/** Whether a field may hold a password or a key. These are neither shown nor written. */
export const isSecret = ({ name, value }: Field): boolean =>
  secretName.test(name) ||
  (shortName.test(name.replace(/(?<=[a-z])(?=[A-Z])/g, "_")) &&
    !/^(?:true|false|[01])$/i.test(String(value))) ||
  secretInside.test(JSON.stringify(value) ?? "");
