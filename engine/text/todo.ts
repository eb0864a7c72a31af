/** What a tool writes where a writer must decide: as the value of a field, or in a text. `check` reports each. */
export const todo = "TODO";

/** In a text: inline code, so that nothing in it is read as Markdown, HTML or JSX. */
const mark = /^TODO import, line \d+: /;

/** `TODO import, line 12: {{< gallery >}}`, as inline code whose fence no backtick in it can end. */
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

/** Whether some inline code is such a mark. */
export const isTodo = (code: string): boolean => mark.test(code);

/** What some inline code leaves to decide, if it is such a mark. */
export const readTodo = (code: string): string[] =>
  isTodo(code) ? [code.replace(mark, "")] : [];

/** A question to the writer that no reader sees, and that `check` reports until it is answered. */
export const toPrompt = (question: string, format: "md" | "mdx"): string =>
  format === "mdx"
    ? `{/* ${todo}: ${question} */}`
    : `<!-- ${todo}: ${question} -->`;

/** What the prompts ask that stand in some HTML, or in an expression of MDX without its braces. */
export const findPrompts = (code: string): string[] =>
  [...code.matchAll(/(?:<!--|\/\*)\s*TODO:\s*([^]*?)\s*(?:-->|\*\/)/g)].map(
    ([, question]) => question as string,
  );
