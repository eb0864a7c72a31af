/** A custom property in a style sheet: its name without `--`, and the offsets of the declaration and of its value. */
export type Token = {
  name: string;
  value: string;
  at: [start: number, end: number];
  valueAt: [start: number, end: number];
};

const commentOrString =
  /\/\*[^]*?(?:\*\/|$)|"[^"\n]*"|'[^'\n]*'|url\([^)"'\n]*\)/gi;
/** The start of a block with what precedes it, the end of a block, or a declaration. */
const part = /([^{};]*)\{|\}|--([\w-]+)\s*:\s*([^;{}]*?)\s*(?:;|(?=\}))/dg;

/** Custom properties: tokens are in top-level `:root` and `[data-hue]` rules, others only on pages. */
function readProperties(css: string): { tokens: Token[]; others: Token[] } {
  const properties = { tokens: [] as Token[], others: [] as Token[] };
  const open: string[] = [];
  // Comments, strings and url() are blanked, so that their braces and semicolons do not count; offsets stay valid.
  const bare = css.replace(commentOrString, (text) =>
    text.replace(/[^\n]/g, text.startsWith("/*") ? " " : "_"),
  );
  for (const { 1: before, 2: name, indices } of bare.matchAll(part)) {
    if (before !== undefined) open.push(before.trim());
    else if (name === undefined) open.pop();
    else {
      const { 0: at, 3: valueAt } = indices as Token["at"][] & {
        0: Token["at"];
        3: Token["at"];
      };
      const isToken = /^(?::root|\[data-hue\])$/.test(open.join("{"));
      properties[isToken ? "tokens" : "others"].push({
        name,
        value: css.slice(...valueAt),
        at,
        valueAt,
      });
    }
  }
  return properties;
}

export const readTokens = (css: string): Token[] => readProperties(css).tokens;

/** The custom properties declared in other rules. Only pages have them. */
export const readOtherProperties = (css: string) => readProperties(css).others;

/** The engine's tokens with the publication's values, so that new tokens have a default; then its other rules. */
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
