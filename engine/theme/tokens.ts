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
 * The engine's tokens, overridden by the publication's, so that a token added by a newer engine has its default. The
 * publication's additional properties follow.
 * @returns the tokens and, separately, the publication's style sheet without the overrides
 */
export function mergeTokens(
  defaults: string,
  own: string,
): { tokens: string; rules: string } {
  const declared = readTokens(defaults);
  const values = new Map(readTokens(own).map((token) => [token.name, token]));
  const others = new Map(values);
  let tokens = defaults;
  for (const { name, value, valueAt } of declared.toReversed()) {
    tokens = splice(tokens, valueAt, values.get(name)?.value ?? value);
    others.delete(name);
  }
  if (others.size > 0)
    tokens += `:root { ${[...others.values()].map(({ name, value }) => `--${name}: ${value};`).join(" ")} }\n`;
  const rules = readTokens(own)
    .filter(({ name }) => !others.has(name))
    .reduceRight((css, { at }) => splice(css, at, ""), own);
  return { tokens, rules: rules.trim() };
}

const splice = (
  text: string,
  [start, end]: [number, number],
  replacement: string,
): string => text.slice(0, start) + replacement + text.slice(end);
