/*
 * How text is written for Pagefind, how it is read back, and what a query asks for. Pure; used by the build and in the
 * browser. Each whitespace-separated token is one position in Pagefind's index. Pagefind ignores punctuation in a
 * token, also indexes its parts, and stems them.
 */

/**
 * Pagefind splits a token into parts at it. It starts an encoded token (see `toCodes`), and ends a token that no space
 * follows. A text's own is replaced.
 */
export const cut = "`";
const ownCut = "\ufdef";

/** Pagefind keeps this character in a word, and no stemmer changes a word that ends with it. */
export const whole = "\u203f";

/**
 * The same for a word that another follows in its token. Pagefind keeps it in the part only: `O’Brien` is indexed as "o"
 * with this character, "brien" and "obrien".
 */
export const wholePart = "\ufdee";

/** The same for characters of names such as C++, Security+, C# and .NET. */
export const symbols = { "+": "\u2040", "#": "\u2054", ".": "\ufe4d" } as const;
export const symbol = /[\u2040\u2054\ufe4d]/;
const symbolOf = new Map<string, string>(
  Object.entries(symbols).map(([shown, kept]) => [kept, shown]),
);

/** Letters that have neither an accent nor a compatible form. */
const letters = new Map(
  "ßss ẞSS æae ÆAe œoe ŒOe øo ØO łl ŁL đd ĐD ðd ÐD þth ÞTh ıi"
    .split(" ")
    .map(([letter = "", ...plain]) => [letter, plain.join("")]),
);
/** These letters, and the blocks of those with compatible forms: full and half width, superscripts, ligatures … */
const special = new RegExp(
  `(?:[${[...letters.keys()].join("")}ªº²-¾\u0132-\u0149ſ\u01c4-\u01f3\u02b0-\u02e4\u1d2c-\u1dbf\u2070-\u211f\u2123-\u24ff\u3300-\u33ff\ufb00-\ufdcf\ufdf0-\ufefc\uff10-\uff9d\uffa0-\uffdc]|[\u{1d400}-\u{1d7ff}])[ﾞﾟ]?`,
  "gu",
);
const toPlain = (written: string): string => {
  const plain = letters.get(written) ?? written.normalize("NFKC");
  return /^[\p{L}\p{N}⁄]+$/u.test(plain) ? plain : written;
};

/** Special letters as Pagefind is to index them: Ｗeiß → Weiss. */
export const toPlainText = (text: string): string =>
  text.replace(special, toPlain);

/** Lower case, without accents and special letters: Øre → ore. */
export const fold = (text: string): string =>
  toPlainText(text).toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

/** Noncharacters, which Pagefind ignores in a word. They record special letters as hexadecimal digits. */
const record = /[\ufdd0-\ufddf]+/g;
const toRecord = (value: number, length: number): string =>
  value
    .toString(16)
    .padStart(length, "0")
    .replace(/./g, (digit) =>
      String.fromCharCode(0xfdd0 + parseInt(digit, 16)),
    );
/** The digits that a token records. */
const readRecord = (token: string): string =>
  (token.match(record) ?? [])
    .join("")
    .replace(/./g, (digit) => (digit.charCodeAt(0) - 0xfdd0).toString(16));

/** A token with plain letters and, after a cut, a record of three digits of position and five of letter for each. */
function toPlainToken(token: string): string {
  if (token.startsWith(cut)) return token;
  let records = "";
  let longer = 0;
  const plain = token.replace(special, (written, at: number) => {
    const position = at + longer;
    const letter = toPlain(written);
    if (letter === written || position > 0xfff) return written;
    longer += letter.length - written.length;
    records += toRecord(position, 3) + toRecord(written.codePointAt(0) ?? 0, 5);
    return letter;
  });
  return records ? plain.replace(/`?$/, (end) => cut + records + end) : plain;
}

/** Characters of scripts without spaces between words, and Hangul. */
export const run =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ーｰﾞﾟ\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
/** A word, and the character with which the next begins if it is in the same token. */
const word =
  /[\p{L}\p{M}\p{N}]+[\u2040\u2054]*(?=[^\s\p{L}\p{M}\p{N}\u2040]*([\p{L}\p{N}\u2040])?)/gu;
/** Inside a name, where Pagefind starts another part: GitHub, AWSKey. */
export const hump = /(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll}{2})/gu;
/** Punctuation at which Pagefind does not split a token. */
const punctuation = /(?![\u2040\u2054])[^\p{L}\p{M}\p{N}\s\0-\x7f]+/gu;
const character = /[\p{L}\p{M}\p{N}]/u;

/** Sixteen letters of which no stemmer makes a suffix. */
const digits = "bcdfghjkmnpqvwxz";
const toCode = (character: number): string =>
  [12, 8, 4, 0].map((shift) => digits[(character >> shift) & 15]).join("");
const fromCode = (code: string): string =>
  String.fromCharCode(
    [...code].reduce((value, digit) => value * 16 + digits.indexOf(digit), 0),
  );

/** A character, and the half-width voice mark of one. */
const unit = /[\uff66-\uffdc][ﾞﾟ]?|[^]/g;

/**
 * The characters of a run in pairs, so that each part of the run is a phrase: 東京都 → 東京, 京都, 都. Encoded, because
 * Pagefind and browsers would cut the pairs at the borders of words. A character of half width is recorded.
 */
export function toCodes(characters: string): string[] {
  const units = characters.match(unit) ?? [];
  const plain = units.map(toPlain);
  const codes = plain.map((character) => toCode(character.charCodeAt(0)));
  return units.map(
    (written, at) =>
      cut +
      (codes[at] ?? "") +
      (codes[at + 1] ?? "") +
      (written === plain[at]
        ? ""
        : written.replace(/[^]/g, (one) => toRecord(one.charCodeAt(0), 4))),
  );
}

/** Short words and names (AWS, iOS, k8s) are not stemmed. */
const isWhole = (written: string): boolean =>
  written.length <= 3 ||
  // Most words need no slower test.
  (!/^[A-Za-z][a-z]+$/.test(written) &&
    (/.\p{Lu}|\p{N}/su.test(written) ||
      (/\p{M}/u.test(written) && fold(written).length <= 3)));

/** A text without the characters that its index gives another meaning. */
export const toClean = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u00ad\u203f\u2040\u2054\ufe4d\ufdd0-\ufdef]/g, "");

/** Keeps the characters of C++, Security+, C# and .NET. */
export const toSymbols = (text: string): string =>
  text
    .replace(/(?<=\p{L})\+{1,2}(?![+\p{L}\p{N}])/gu, (pluses) =>
      pluses.replaceAll("+", symbols["+"]),
    )
    .replace(/(?<=\p{L})#(?![\p{L}\p{N}])/gu, symbols["#"])
    .replace(/(?<![^\s("'“‘])\.(?=\p{L})/gu, symbols["."]);

/** A text as Pagefind is to index it. Security+ is also found as Security; C++ is not found as C. */
export function toIndexed(text: string): string {
  const tokens = toClean(text)
    .replaceAll(cut, ownCut)
    .replace(run, (characters, at: number, all: string) => {
      const isJoined = (index: number) => /\S/.test(all[index] ?? "");
      const end = at + characters.length;
      return (
        (at > 0 && isJoined(at - 1) ? `${cut} ` : "") +
        toCodes(characters).join(`${cut} `) +
        (isJoined(end) ? `${cut} ` : "")
      );
    });
  return toSymbols(
    (tokens.search(special) < 0
      ? tokens
      : tokens.replace(/\S+/g, toPlainToken)
    ).replace(punctuation, (marks, at: number, all: string) =>
      character.test(all[at - 1] ?? "") &&
      character.test(all[at + marks.length] ?? "")
        ? cut + marks + cut
        : marks,
    ),
  )
    .replaceAll(symbols["."], symbols["."] + cut)
    .replace(/(?<!\u2040)\u2040(?!\u2040)/g, cut + symbols["+"])
    .replace(word, (written, next?: string) =>
      isWhole(written) && !symbol.test(written)
        ? written.replace(hump, wholePart + cut) + (next ? wholePart : whole)
        : written,
    );
}

/** A token of an indexed text: the text as written, and whether no space follows. */
export function fromToken(token: string): { text: string; isJoined: boolean } {
  const isJoined = token.endsWith(cut);
  const digits = readRecord(token);
  const read = (at: number, length: number) =>
    parseInt(digits.slice(at, at + length), 16);
  let text = "";
  if (token.startsWith(cut)) {
    for (let at = 0; at < digits.length; at += 4)
      text += String.fromCharCode(read(at, 4));
    return { text: text || fromCode(token.slice(1, 5)), isJoined };
  }
  text = token
    .replace(/[`\u203f\ufdd0-\ufdee]/g, "")
    .replaceAll(ownCut, cut)
    .replace(/[\u2040\u2054\ufe4d]/g, (kept) => symbolOf.get(kept) ?? "");
  for (let at = digits.length - 8; at >= 0; at -= 8) {
    const from = read(at, 3);
    const letter = String.fromCodePoint(read(at + 3, 5));
    text =
      text.slice(0, from) + letter + text.slice(from + toPlain(letter).length);
  }
  return { text, isJoined };
}

/** An indexed text as it was written. */
export const fromIndexed = (indexed: string): string =>
  indexed
    .split(" ")
    .map(fromToken)
    .map(({ text, isJoined }) => (isJoined ? text : `${text} `))
    .join("")
    .slice(0, -1);
