/** A custom property declared in a style sheet, without its `--`; offsets of the declaration and of its value. */
export type Token = {
  name: string;
  value: string;
  at: [start: number, end: number];
  valueAt: [start: number, end: number];
};

/** The rules that hold tokens: `[data-hue]` has those that depend on a category's hue. */
const tokenRule =
  /(?<=^\s*|[;}]\s*)(?::root|\[data-hue\])\s*\{(?<body>[^{}]*)\}/dg;
const declaration =
  /(?<=^\s*|;\s*)--(?<name>[\w-]+)\s*:\s*(?<value>[^;]*?)\s*(?:;|$)/dg;
const commentOrString = /\/\*[^]*?(?:\*\/|$)|"[^"\n]*"|'[^'\n]*'/g;

/** The tokens of the outermost `:root` and `[data-hue]` rules of a style sheet, in order. */
export function readTokens(css: string): Token[] {
  // Offsets stay valid, and no brace or semicolon in a comment or string counts.
  const bare = css.replace(commentOrString, (text) =>
    text.replace(/[^\n]/g, text.startsWith("/*") ? " " : "_"),
  );
  return [...bare.matchAll(tokenRule)].flatMap((rule) => {
    const [from] = rule.indices?.groups?.["body"] as [number, number];
    if (countOpen(bare.slice(0, rule.index)) > 0) return [];
    const body = rule.groups?.["body"] as string;
    return [...body.matchAll(declaration)].map((found) => {
      const shift = (range: [number, number]): [number, number] => [
        from + range[0],
        from + range[1],
      ];
      const valueAt = shift(
        found.indices?.groups?.["value"] as [number, number],
      );
      return {
        name: found.groups?.["name"] as string,
        value: css.slice(...valueAt),
        at: shift(found.indices?.[0] as [number, number]),
        valueAt,
      };
    });
  });
}

/** How many blocks are open at the end of a text. */
const countOpen = (css: string): number =>
  css.split("{").length - css.split("}").length;

/**
 * The engine's tokens with a publication's values in their place, followed by the publication's other rules: a token is
 * declared once, and one that a newer engine adds has its default.
 */
export function mergeTokens(defaults: string, own: string): string {
  const tokens = readTokens(defaults);
  const known = new Set(tokens.map(({ name }) => name));
  const replaced = readTokens(own).filter(({ name }) => known.has(name));
  const values = new Map(replaced.map(({ name, value }) => [name, value]));
  const merged = tokens
    .toReversed()
    .reduce(
      (css, { name, value, valueAt: [start, end] }) =>
        css.slice(0, start) + (values.get(name) ?? value) + css.slice(end),
      defaults,
    );
  const rest = replaced
    .toReversed()
    .reduce(
      (css, { at: [start, end] }) => css.slice(0, start) + css.slice(end),
      own,
    )
    .replace(commentOrString, (text) => (text.startsWith("/*") ? "" : text))
    .replace(tokenRule, (rule, body: string) => (body.trim() ? rule : ""))
    .trim();
  return rest ? `${merged}\n${rest}\n` : merged;
}
