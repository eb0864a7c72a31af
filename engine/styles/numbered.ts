/** Rules that differ only in a number: the hue of a category (styles are blocked), and the anchors of side notes. */
export const numberedRules: string = Array.from(
  { length: 12 },
  (_, index) =>
    `[data-hue="${index * 30}"]{--hue:${index * 30}}` +
    `[data-note="${index + 1}"]{--ref:--ref-${index + 1};--note:--note-${index + 1};--above:--note-${index}}`,
).join("\n");
