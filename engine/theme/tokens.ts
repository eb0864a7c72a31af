/** A custom property in a style sheet: its name without `--`, and the offsets of the declaration and of its value. */
export type Token = {
  name: string;
  value: string;
  at: [start: number, end: number];
  valueAt: [start: number, end: number];
};

/** The rules that hold tokens: those that depend on a category's hue are in `[data-hue]`. */
const tokenRule =
  /(?<=^\s*|[;}]\s*)(?::root|\[data-hue\])\s*\{(?<body>[^{}]*)\}/dg;
const declaration =
  /(?<=^\s*|;\s*)--(?<name>[\w-]+)\s*:\s*(?<value>[^;]*?)\s*(?:;|$)/dg;
const otherDeclaration = /(?<=[{};]\s*)--(?<name>[\w-]+)\s*:/g;
const commentOrString =
  /\/\*[^]*?(?:\*\/|$)|"[^"\n]*"|'[^'\n]*'|url\([^)"'\n]*\)/gi;

/**
 * A style sheet with comments, strings and url() blanked, so that their braces and semicolons do not count; offsets
 * stay valid.
 */
const blank = (css: string): string =>
  css.replace(commentOrString, (text) =>
    text.replace(/[^\n]/g, text.startsWith("/*") ? " " : "_"),
  );

/** The top-level `:root` and `[data-hue]` rules of a style sheet, blanked. */
function findTokenRules(css: string): RegExpExecArray[] {
  const bare = blank(css);
  const countOpen = (end: number) =>
    bare.slice(0, end).split("{").length - bare.slice(0, end).split("}").length;
  return [...bare.matchAll(tokenRule)].filter(
    ({ index }) => countOpen(index) === 0,
  );
}

export const readTokens = (css: string): Token[] =>
  findTokenRules(css).flatMap(({ groups, indices }) => {
    const [from] = indices?.groups?.["body"] as [number, number];
    const toRange = ([start, end]: [number, number]): [number, number] => [
      from + start,
      from + end,
    ];
    return [...(groups?.["body"] as string).matchAll(declaration)].map(
      (found) => {
        const valueAt = toRange(
          found.indices?.groups?.["value"] as [number, number],
        );
        return {
          name: found.groups?.["name"] as string,
          value: css.slice(...valueAt),
          at: toRange(found.indices?.[0] as [number, number]),
          valueAt,
        };
      },
    );
  });

/** The custom properties declared in other rules. Only pages have them. */
export function readOtherProperties(
  css: string,
): { name: string; offset: number }[] {
  const rules = findTokenRules(css).map(
    ({ indices }) => indices?.[0] as [number, number],
  );
  return [...blank(css).matchAll(otherDeclaration)]
    .filter(
      ({ index }) => !rules.some(([from, to]) => from < index && index < to),
    )
    .map(({ index, groups }) => ({
      name: groups?.["name"] as string,
      offset: index,
    }));
}

/**
 * The engine's tokens with the publication's values, so that a token added by a newer engine has its default, followed by
 * the publication's own style sheet.
 */
export function mergeTokens(defaults: string, own: string): string {
  const replace = (
    css: string,
    tokens: Token[],
    toText: (token: Token) => string,
  ) =>
    tokens.reduceRight(
      (text, token) =>
        text.slice(0, token.at[0]) + toText(token) + text.slice(token.at[1]),
      css,
    );
  const declared = readTokens(defaults);
  const known = new Set(declared.map(({ name }) => name));
  const replaced = readTokens(own).filter(({ name }) => known.has(name));
  const values = new Map(replaced.map(({ name, value }) => [name, value]));
  return [
    replace(
      defaults,
      declared,
      ({ name, value }) => `--${name}: ${values.get(name) ?? value};`,
    ),
    replace(own, replaced, () => ""),
  ].join("\n");
}
