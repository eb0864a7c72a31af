import { existsSync } from "node:fs";
import { join } from "node:path";
import { quote } from "gatepost/model/fields.ts";
import { allowedElements } from "gatepost/text/html.ts";
import { toTodo } from "gatepost/text/todo.ts";
import { toPicture, type Found } from "./markdown.ts";
import type { Note } from "./source.ts";
import type { Change } from "./splice.ts";

/** import A, { B as C } from "d"; over one line or several. */
const statement =
  /^import\s+(?:([^"';]*?)\s+from\s+)?["']([^"']+)["'];?[ \t]*$/gm;

/** Which changes take out of an MDX text the components that are not here; a mark stands for each, what is in it stays. */
export function toJsxChanges(
  text: string,
  found: readonly Found[],
  project: string,
  lineOf: (offset: number) => number,
  note: (note: Note) => void,
): Change[] {
  const brought = new Set<string>();
  const mark = (from: number, written: string): string => {
    note({
      kind: "to do",
      line: lineOf(from),
      text: `${quote(written)} is not here: it is marked in the text`,
    });
    return toTodo(lineOf(from), written);
  };
  const imports = found.flatMap(({ node, from, to }): Change[] => {
    if (node.type !== "mdxjsEsm") return [];
    return [...text.slice(from, to).matchAll(statement)].flatMap(
      ({ 0: written, 1: names = "", 2: path = "", index }) => {
        if (
          path.startsWith("#") &&
          existsSync(join(project, "src", path.slice(1)))
        ) {
          for (const [name] of names.matchAll(/\b[A-Z]\w*/g)) brought.add(name);
          return [];
        }
        const at = from + index;
        return [
          {
            from: at,
            to: at + written.length,
            text: `\n${mark(at, written)}\n`,
          },
        ];
      },
    );
  });
  const elements = found.flatMap(({ node, from, to }): Change[] => {
    if (node.type !== "mdxJsxFlowElement" && node.type !== "mdxJsxTextElement")
      return [];
    const name = node.name ?? "";
    if (name === "img") {
      const valueOf = (wanted: string) =>
        (node.attributes as { name?: string; value?: unknown }[]).find(
          (one) => one.name === wanted,
        )?.value;
      const address = valueOf("src");
      const alt = valueOf("alt");
      const picture =
        typeof address === "string" &&
        toPicture(typeof alt === "string" ? alt : "", address);
      if (picture)
        note({
          kind: "mapped",
          line: lineOf(from),
          text: `${quote(text.slice(from, to))} → ${picture}`,
        });
      return [{ from, to, text: picture || mark(from, text.slice(from, to)) }];
    }
    if (name === "" || brought.has(name) || allowedElements.has(name))
      return [];
    const inside = found.filter(({ parent }) => parent === node);
    const [first, last] = [inside[0], inside.at(-1)];
    if (!first || !last)
      return [{ from, to, text: mark(from, text.slice(from, to)) }];
    // The closing tag goes; the opening one says what is to be done.
    return [
      {
        from,
        to: first.from,
        text:
          mark(from, text.slice(from, first.from)) +
          (node.type === "mdxJsxFlowElement" ? "\n\n" : " "),
      },
      { from: last.to, to, text: "" },
    ];
  });
  return [...imports, ...elements];
}
