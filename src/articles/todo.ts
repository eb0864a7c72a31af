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
