import { existsSync } from "node:fs";
import { join } from "node:path";
import { quote } from "gatepost/model/fields.ts";
import { allowedElements } from "gatepost/text/html.ts";
import { isComment, toImportedName } from "gatepost/text/body-mdx.ts";
import { toPicture, type Found } from "./markdown.ts";
import { markTodo, type LineOf, type TakeNote } from "./source.ts";
import type { Change } from "./splice.ts";

/** An import statement, on one line or several. */
const statement =
  /^import\s+(?:[^"';]{0,2000}?\s+from\s+)?["'][^"']+["'];?[ \t]*$/gm;

export function toJsxChanges(
  text: string,
  found: readonly Found[],
  project: string,
  lineOf: LineOf,
  note: TakeNote,
): Change[] {
  const imported = new Set<string>();
  const mark = (from: number, written: string): string =>
    markTodo(
      note,
      lineOf(from),
      written,
      "is code or a component that articles here cannot use",
    );
  const imports = found.flatMap(({ node, from, to }): Change[] => {
    if (node.type !== "mdxjsEsm") return [];
    const block = text.slice(from, to);
    const statements = [...block.matchAll(statement)].map(
      ({ 0: written, index }) => ({ written, index }),
    );
    // Anything after the imports is an export.
    const end = statements.at(-1);
    const after = end ? end.index + end.written.length : 0;
    const rest = block.slice(after).trim();
    if (rest !== "")
      statements.push({ written: rest, index: block.indexOf(rest, after) });
    return statements.flatMap(({ written, index }) => {
      const name = toImportedName(written);
      if (
        name &&
        existsSync(join(project, "src/components", `${name}.astro`))
      ) {
        imported.add(name);
        return [];
      }
      const at = from + index;
      return [
        { from: at, to: at + written.length, text: `\n${mark(at, written)}\n` },
      ];
    });
  });
  const expressions = found.flatMap(({ node, from, to }): Change[] =>
    (node.type === "mdxFlowExpression" || node.type === "mdxTextExpression") &&
    !isComment(node.value)
      ? [{ from, to, text: mark(from, text.slice(from, to)) }]
      : [],
  );
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
        note(
          "mapped",
          `${quote(text.slice(from, to))} → ${picture}`,
          lineOf(from),
        );
      return [{ from, to, text: picture || mark(from, text.slice(from, to)) }];
    }
    const isLiteral = node.attributes.every(
      ({ type, value }) =>
        type === "mdxJsxAttribute" &&
        (value === null || typeof value === "string"),
    );
    if (
      isLiteral &&
      (name === "" || imported.has(name) || allowedElements.has(name))
    )
      return [];
    const inside = found.filter(({ parent }) => parent === node);
    const [first, last] = [inside[0], inside.at(-1)];
    if (!first || !last)
      return [{ from, to, text: mark(from, text.slice(from, to)) }];
    // The TODO replaces the opening tag; the closing tag is removed.
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
  return [...imports, ...expressions, ...elements];
}
