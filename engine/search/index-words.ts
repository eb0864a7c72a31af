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

/** The same for characters of names such as C++, C# and .NET. */
export const symbols = { "+": "\u2040", "#": "\u2054", ".": "\ufe4d" } as const;
export const symbol = /[\u2040\u2054\ufe4d]/;
const symbolOf = new Map<string, string>(
  Object.entries(symbols).map(([shown, kept]) => [kept, shown]),
);

/** Letters that Pagefind does not fold, since they have no accent. */
const folds = Object.entries({
  ß: "ss",
  ẞ: "SS",
  æ: "ae",
  Æ: "Ae",
  œ: "oe",
  Œ: "Oe",
  ø: "o",
  Ø: "O",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ð: "d",
  Ð: "D",
  þ: "th",
  Þ: "Th",
  ı: "i",
  ﬀ: "ff",
  ﬁ: "fi",
  ﬂ: "fl",
});
const foldOf = new Map(folds);
const foldable = new RegExp(
  `[${folds.map(([letter]) => letter).join("")}]`,
  "g",
);
/** Each folded letter has its own noncharacter before it, which Pagefind ignores. */
export const markers = /[\ufdd0-\ufdee]/g;
const toMarker = (index: number) => String.fromCharCode(0xfdd0 + index);
const marked = new Map(
  folds.map(([letter, folded], index) => [letter, toMarker(index) + folded]),
);
const unfolded = new RegExp(
  folds.map(([, folded], index) => toMarker(index) + folded).join("|"),
  "g",
);

/** Lower case, without accents and special letters: Øre → ore. */
export const fold = (text: string): string =>
  text
    .replace(foldable, (letter) => foldOf.get(letter) ?? "")
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "");

/** Characters of scripts without spaces between words, and Hangul. */
export const run =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
const word = /[\p{L}\p{M}\p{N}]+[\u2040\u2054]*/gu;
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

/**
 * The characters of a run in pairs, so that each part of the run is a phrase: 東京都 → 東京, 京都, 都. Encoded, because
 * Pagefind and browsers would cut the pairs at the borders of words.
 */
export const toCodes = (characters: string): string[] =>
  Array.from(
    { length: characters.length },
    (_, at) =>
      cut +
      toCode(characters.charCodeAt(at)) +
      (at + 1 < characters.length ? toCode(characters.charCodeAt(at + 1)) : ""),
  );

/** Short words and names (AWS, iOS, k8s) are not stemmed. */
const isWhole = (written: string): boolean =>
  written.length <= 3 ||
  // Most words need no slower test.
  (!/^[A-Za-z][a-z]+$/.test(written) &&
    (/.\p{Lu}|\p{N}/su.test(written) ||
      (/\p{M}/u.test(written) && fold(written).length <= 3)));

/** A text as Pagefind is to index it. */
export const toIndexed = (text: string): string =>
  text
    .normalize("NFC")
    .replace(/[\u00ad\u203f\u2040\u2054\ufe4d\ufdd0-\ufdef]/g, "")
    .replaceAll(cut, ownCut)
    .replace(run, (characters, at: number, all: string) => {
      const isJoined = (index: number) => /\S/.test(all[index] ?? "");
      const end = at + characters.length;
      return (
        (at > 0 && isJoined(at - 1) ? `${cut} ` : "") +
        toCodes(characters).join(`${cut} `) +
        (isJoined(end) ? `${cut} ` : "")
      );
    })
    .replace(punctuation, (marks, at: number, all: string) =>
      character.test(all[at - 1] ?? "") &&
      character.test(all[at + marks.length] ?? "")
        ? cut + marks + cut
        : marks,
    )
    .replace(/(?<=\p{L})\+\+(?![\p{L}\p{N}])/gu, symbols["+"].repeat(2))
    .replace(/(?<=\p{L})#(?![\p{L}\p{N}])/gu, symbols["#"])
    .replace(/(?<![^\s("'“‘])\.(?=\p{L})/gu, symbols["."] + cut)
    .replace(word, (written) =>
      isWhole(written) && !symbol.test(written) ? written + whole : written,
    )
    .replace(foldable, (letter) => marked.get(letter) ?? "");

/** A token of an indexed text: the text as written, and whether no space follows. */
export const fromToken = (
  token: string,
): { text: string; isJoined: boolean } => ({
  text: token.startsWith(cut)
    ? fromCode(token.slice(1, 5))
    : token
        .replace(/[`\u203f]/g, "")
        .replaceAll(ownCut, cut)
        .replace(/[\u2040\u2054\ufe4d]/g, (kept) => symbolOf.get(kept) ?? "")
        .replace(unfolded, (found) => {
          const [letter = ""] = folds[found.charCodeAt(0) - 0xfdd0] ?? [];
          return letter;
        }),
  isJoined: token.endsWith(cut),
});

/** An indexed text as it was written. */
export const fromIndexed = (indexed: string): string =>
  indexed
    .split(" ")
    .map(fromToken)
    .map(({ text, isJoined }) => (isJoined ? text : `${text} `))
    .join("")
    .slice(0, -1);
