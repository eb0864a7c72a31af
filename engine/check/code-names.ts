import type { JSXIdentifier, Node } from "estree-jsx";
import { walk } from "estree-walker";
import { declaredIn, namesOf } from "#text/code-tree.ts";

/** A node of code, the one around it, and the one around that. */
export type CodePlace = {
  node: Node;
  parent: Node | undefined;
  grandparent: Node | undefined;
  /** Which part of its parent the node is. */
  part: string | undefined;
  /** Whether something around the node, or beside it, declares a name. */
  isDeclared: (name: string) => boolean;
};

/**
 * Every node of some code with the names that are declared where it stands.
 * @param outside the names that the code finds around itself
 */
export function walkCode(
  tree: Node,
  outside: ReadonlySet<string>,
  enter: (place: CodePlace) => void,
): void {
  const scopes: ReadonlySet<string>[] = [outside];
  const around: Node[] = [];
  walk(tree, {
    enter(node, _, part) {
      scopes.push(new Set(declaredBy(node)));
      enter({
        node,
        parent: around.at(-1),
        grandparent: around.at(-2),
        part: typeof part === "string" ? part : undefined,
        isDeclared: (name) => scopes.some((names) => names.has(name)),
      });
      around.push(node);
    },
    leave() {
      scopes.pop();
      around.pop();
    },
  });
}

/** The names that a node declares for what stands within it. A `var` counts for its own block alone: that is stricter. */
function declaredBy(node: Node): string[] {
  switch (node.type) {
    case "Program":
    case "BlockStatement":
    case "StaticBlock":
      return declaredIn(node.body);
    case "SwitchStatement":
      return declaredIn(node.cases.flatMap(({ consequent }) => consequent));
    case "FunctionDeclaration":
    case "FunctionExpression":
      return [...namesOf(node.id ?? null), ...node.params.flatMap(namesOf)];
    case "ArrowFunctionExpression":
      return node.params.flatMap(namesOf);
    case "ClassDeclaration":
    case "ClassExpression":
      return namesOf(node.id ?? null);
    case "ForStatement":
      return node.init ? declaredIn([node.init]) : [];
    case "ForInStatement":
    case "ForOfStatement":
      return declaredIn([node.left]);
    case "CatchClause":
      return namesOf(node.param);
    default:
      return [];
  }
}

/** Whether a node is a name that stands for a value, as it is used or declared; not the name of a property or label. */
export function isName({
  node,
  parent,
  grandparent,
  part,
}: CodePlace): boolean {
  if (node.type === "JSXIdentifier") return isComponentName(node, parent, part);
  if (node.type !== "Identifier") return false;
  switch (parent?.type) {
    case "MemberExpression":
      return part === "object" || parent.computed;
    case "Property":
    case "MethodDefinition":
    case "PropertyDefinition":
      return part === "value" || parent.computed;
    case "LabeledStatement":
    case "BreakStatement":
    case "ContinueStatement":
    case "MetaProperty":
    case "ExportAllDeclaration":
      return false;
    case "ImportSpecifier":
      return part === "local";
    case "ExportSpecifier":
      // export { a } from "b" names nothing here.
      return (
        part === "local" &&
        !(grandparent?.type === "ExportNamedDeclaration" && grandparent.source)
      );
    default:
      return true;
  }
}

/** <Compare> refers to the name Compare; <em> and attributes refer to none. */
const isComponentName = (
  { name }: JSXIdentifier,
  parent: Node | undefined,
  part: string | undefined,
): boolean =>
  parent?.type === "JSXOpeningElement" &&
  part === "name" &&
  /^[^a-z]/.test(name);

/** Whether something is changed there: `a = …`, `[a] = …`, `a++`, `for (a of …)`, `delete a`. */
export function isChanged({ parent, grandparent, part }: CodePlace): boolean {
  switch (parent?.type) {
    case "AssignmentExpression":
    case "ForInStatement":
    case "ForOfStatement":
    case "AssignmentPattern":
      return part === "left";
    case "UpdateExpression":
    case "RestElement":
    case "ArrayPattern":
      return true;
    case "UnaryExpression":
      return parent.operator === "delete";
    case "Property":
      return part === "value" && grandparent?.type === "ObjectPattern";
    default:
      return false;
  }
}
