/** Prompts that tools leave for the writer, in a field or in the text; `check` reports each. */
export const todo = "TODO";

/** In a text: inline code, so that its contents are not parsed as Markdown, HTML or JSX. */
const mark = /^TODO import, line \d+: /;

/** `TODO import, line 12: {{< gallery >}}`, as inline code with enough backticks around it. */
export function toTodo(line: number, source: string): string {
  const written = `TODO import, line ${line}: ${source.replace(/\s+/g, " ").trim()}`;
  const longest = Math.max(
    0,
    ...(written.match(/`+/g) ?? []).map(({ length }) => length),
  );
  const fence = "`".repeat(longest + 1);
  const space = longest > 0 ? " " : "";
  return `${fence}${space}${written}${space}${fence}`;
}

export const isTodo = (code: string): boolean => mark.test(code);

export const readTodo = (code: string): string[] =>
  isTodo(code) ? [code.replace(mark, "")] : [];

/** A comment for the writer, hidden from readers and reported by `check` until removed. */
export const toPrompt = (question: string, format: "md" | "mdx"): string =>
  format === "mdx"
    ? `{/* ${todo}: ${question} */}`
    : `<!-- ${todo}: ${question} -->`;

/** The prompts in some HTML, or in an MDX expression without its braces. */
export const findPrompts = (code: string): string[] =>
  [...code.matchAll(/(?:<!--|\/\*)\s*TODO:\s*([^]*?)\s*(?:-->|\*\/)/g)].map(
    ([, question]) => question as string,
  );
