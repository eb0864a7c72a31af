import { Parser } from "acorn";
import jsx from "acorn-jsx";
import type {
  MaybeNamedClassDeclaration,
  MaybeNamedFunctionDeclaration,
  Node as CodeNode,
  Pattern,
} from "estree-jsx";
import { walk } from "estree-walker";
import { toPlacer } from "./body-tree.ts";
import type { Place } from "#files/finding.ts";

/**
 * Code in an MDX body: what stands between braces, in an attribute, or in imports and exports. Its lines are as long as
 * in the file: what lists and quotations put before them is spaces. "address" is an href or its like made by code.
 */
export type BodyCode = Place & {
  code: string;
  kind: "expression" | "address" | "spread" | "module";
};

/** Code as its parser reads it, and where each part of it stands in the text. */
export type CodeTree = { tree: CodeNode; placeOf: (node: CodeNode) => Place };

const parser = Parser.extend(jsx());

/** Undefined for what cannot be read, or is nested too deep for it. */
export function parseCode(code: BodyCode): CodeTree | undefined {
  // Braces hold one expression, which may begin with { itself; a comment may stand at its end.
  const isModule = code.kind === "module";
  const text = isModule ? code.code : `(${code.code}\n)`;
  const toPlace = toPlacer(text, {
    line: code.line,
    column: code.column - (isModule ? 0 : 1),
  });
  try {
    const tree = parser.parse(text, {
      ecmaVersion: "latest",
      sourceType: "module",
      allowHashBang: false,
    }) as CodeNode;
    return { tree, placeOf: (node) => toPlace(startOf(node)) };
  } catch {
    return undefined;
  }
}

const startOf = (node: CodeNode): number =>
  (node as CodeNode & { start: number }).start;

/** The names that a pattern binds: a, { b: c }, [d, ...e], f = 1. */
export function namesOf(pattern: Pattern | null): string[] {
  switch (pattern?.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        namesOf(property.type === "Property" ? property.value : property),
      );
    case "ArrayPattern":
      return pattern.elements.flatMap(namesOf);
    case "AssignmentPattern":
      return namesOf(pattern.left);
    case "RestElement":
      return namesOf(pattern.argument);
    default:
      return [];
  }
}

/** The names that statements bring to their neighbours: declarations, exported or not, and imports. */
export const declaredIn = (
  statements: readonly (
    CodeNode | MaybeNamedClassDeclaration | MaybeNamedFunctionDeclaration
  )[],
): string[] =>
  statements.flatMap((statement): string[] => {
    switch (statement.type) {
      case "ExportNamedDeclaration":
      case "ExportDefaultDeclaration":
        return statement.declaration ? declaredIn([statement.declaration]) : [];
      case "VariableDeclaration":
        return statement.declarations.flatMap(({ id }) => namesOf(id));
      case "FunctionDeclaration":
      case "ClassDeclaration":
        return namesOf(statement.id);
      case "ImportDeclaration":
        return statement.specifiers.map(({ local }) => local.name);
      default:
        return [];
    }
  });

/** Calls for every node of code; what is nested too deep for that is left to the rules, which refuse it. */
export function visit(tree: CodeNode, enter: (node: CodeNode) => void): void {
  try {
    walk(tree, { enter: (node) => enter(node) });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
}
