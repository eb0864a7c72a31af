/** The characters of a source that were replaced so that the parser reads the text as its writer meant it, by their masks. */
export type Hidden = Readonly<Record<string, string>>;

/**
 * A mask takes the place of one character, so all offsets stay valid. A sign counts as punctuation for the parser, as
 * do the patterns of Braille, the radicals of Chinese, the hexagrams and the lines of boxes; an end ends a bare address, as control characters do.
 */
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);
const pools = {
  sign: [
    ...range(0x2800, 0x28ff),
    ...range(0x2f00, 0x2fd5),
    ...range(0x4dc0, 0x4dff),
    ...range(0x2e9b, 0x2ef3),
    ...range(0x2500, 0x257f),
  ],
  end: [...Array(31).keys()].slice(1).filter((code) => code < 9 || code > 13),
};
const mask =
  /[\u2800-\u28ff\u2f00-\u2fd5\u4dc0-\u4dff\u2e9b-\u2ef3\u2500-\u257f\u0001-\u001e]/g;

/** A character to hide: at an offset, with what is shown in its place if it is another one. */
export type Hiding = { at: number; as: keyof typeof pools; shown?: string };

/** Hides characters of one body, and remembers them; no mask is a character that the body has. */
export function createHider(body: string) {
  const hidden: Record<string, string> = {};
  const masks = new Map<string, string>();
  const free = { sign: pools.sign.values(), end: pools.end.values() };
  const toMask = (as: Hiding["as"], shown: string): string | undefined => {
    const known = masks.get(as + shown);
    if (known) return known;
    for (const code of free[as]) {
      const one = String.fromCharCode(code);
      if (body.includes(one)) continue;
      hidden[one] = shown;
      masks.set(as + shown, one);
      return one;
    }
    return undefined;
  };
  return {
    hidden: hidden as Hidden,
    hide(text: string, hidings: readonly Hiding[]): string {
      const characters = text.split("");
      for (const { at, as, shown = body[at] ?? "" } of hidings)
        characters[at] = toMask(as, shown) ?? (text[at] as string);
      return characters.join("");
    },
  };
}

export const unhide = (text: string, hidden: Hidden): string =>
  text.replace(mask, (one) => hidden[one] ?? one);
