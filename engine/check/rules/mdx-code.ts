import type { Identifier, JSXAttribute, JSXIdentifier, Node } from "estree-jsx";
import { addressAttributes } from "#text/body-code.ts";
import { declaredIn, parseCode, type BodyCode } from "#text/code-tree.ts";
import type { Finding, Place } from "#files/finding.ts";
import {
  isChanged,
  isName,
  walkCode,
  type CodePlace,
} from "#check/code-names.ts";
import type { Rule } from "#check/rule.ts";

/** What keeps code out of a text: what it is, and what to write. */
type Slip = [problem: string, remedy: string];

const words = (list: string): ReadonlySet<string> =>
  new Set(list.trim().split(/\s+/));

/** Names that lead out of a text, to the machine or the page; a name of one's own that looks like them is refused too. */
const reaching = words(`
  Astro Bun Deno EventSource Function Proxy Reflect SharedWorker WebAssembly WebSocket Worker XMLHttpRequest arguments
  document eval exports fetch global globalThis importScripts module navigator process queueMicrotask require self
  setImmediate setInterval setTimeout window`);

/** What gives another answer with every build. */
const changing = words("Date performance Temporal crypto");

/** The language's own names that only compute, whole or these parts of them. */
const computing: ReadonlyMap<string, ReadonlySet<string> | undefined> = new Map(
  [
    ...words(`Array BigInt Boolean Infinity JSON Map NaN Number Set String decodeURIComponent encodeURIComponent isFinite
      isNaN parseFloat parseInt undefined frontmatter`),
  ]
    .map((name): [string, ReadonlySet<string> | undefined] => [name, undefined])
    .concat([
      ["Object", words("entries fromEntries groupBy hasOwn is keys values")],
      [
        "Intl",
        words(
          "Collator DisplayNames ListFormat NumberFormat PluralRules Segmenter",
        ),
      ],
      [
        "Math",
        new Set(
          Object.getOwnPropertyNames(Math).filter((name) => name !== "random"),
        ),
      ],
    ]),
);

/** Properties that lead from any value to the code behind it. */
const inner = words(
  "__defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__ __proto__ caller constructor prototype",
);

/** What always gives a number, so that a property chosen by it is a place in a list: [-1], [i % 2]; not +, which joins. */
const counting = words("- * / % ** & | ^ ~ << >> >>>");

const takeOut = "Take it out: a text computes only from what stands in it.";
const unread: Slip = [
  "This code cannot be read.",
  "Write it simpler, or say it in words.",
];
const spread: Slip = [
  "Attributes are taken from code.",
  "Write each attribute out.",
];
const address: Slip = [
  "An address is made by code.",
  'Write it out, like href="https://example.org/".',
];
const chosen: Slip = [
  "A property is chosen by code.",
  "Write its name, or .at(…) for a place in a list.",
];
const changed: Slip = [
  "Code changes a value that others use.",
  "Make a new value instead, like [...list, 4].",
];

/** Code in MDX computes from what stands in the text, and reaches nothing else. */
export const mdxCodeRule: Rule = {
  words: [
    {
      name: "article/mdx-code",
      severity: "error",
      about:
        "Code in MDX computes from what stands in the text: it reaches no file, no network, no clock and nothing of the machine.",
    },
  ],
  check: ({ collections }) =>
    collections.articles.flatMap(({ file, linesBefore, contents }) =>
      toSlips(contents.code).map(
        ({ line, column, slip: [problem, remedy] }): Finding => ({
          file,
          line: line + linesBefore,
          column,
          problem,
          remedy,
          rule: "article/mdx-code",
        }),
      ),
    ),
};

/** What is refused in the code of one text, with places in its body. What a module declares is known everywhere. */
export function toSlips(
  codes: readonly BodyCode[],
): (Place & { slip: Slip })[] {
  const declared = new Set<string>();
  const trees = codes.map((code) => ({
    code,
    ...(code.kind === "spread" ? {} : parseCode(code)),
  }));
  for (const { code, tree } of trees)
    if (code.kind === "module" && tree?.type === "Program")
      for (const name of declaredIn(tree.body)) declared.add(name);

  return trees.flatMap(
    ({ code, tree, placeOf }): (Place & { slip: Slip })[] => {
      const { line, column, kind } = code;
      if (kind === "spread") return [{ line, column, slip: spread }];
      if (kind === "address") return [{ line, column, slip: address }];
      const slips: (Place & { slip: Slip })[] = [];
      if (!tree || !placeOf) return [{ line, column, slip: unread }];
      try {
        walkCode(tree, declared, (place) => {
          const slip = toSlip(place);
          if (slip) slips.push({ ...placeOf(place.node), slip });
        });
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        return [{ line, column, slip: unread }];
      }
      return slips;
    },
  );
}

function toSlip(place: CodePlace): Slip | undefined {
  const { node, parent, part } = place;
  const slip = isName(place) ? toNameSlip(place) : undefined;
  if (slip) return slip;
  switch (node.type) {
    case "ThisExpression":
      return ["this is nothing in a text.", takeOut];
    case "MetaProperty":
      // import.meta is the rule for imports' own.
      return node.meta.name === "new"
        ? ["new.target is nothing in a text.", takeOut]
        : undefined;
    case "MemberExpression":
      return isChanged(place) ? changed : undefined;
    case "JSXSpreadAttribute":
      return spread;
    case "JSXMemberExpression":
      // <a.b> is an element that nobody knows, which the rule for HTML says.
      return node.object.type === "JSXIdentifier" &&
        /^[^a-z]/.test(node.object.name)
        ? ["A component has no parts.", "Use the component itself."]
        : undefined;
    case "JSXAttribute":
      return isAddress(node, parent) ? address : undefined;
  }
  if (parent?.type === "MemberExpression" && part === "property")
    return toPropertySlip(node, parent.computed);
  if (parent?.type === "Property" && part === "key")
    return toPropertySlip(
      node,
      parent.computed && place.grandparent?.type === "ObjectPattern",
    );
  return undefined;
}

function toNameSlip({
  node,
  parent,
  part,
  ...place
}: CodePlace): Slip | undefined {
  const { name } = node as Identifier | JSXIdentifier;
  if (reaching.has(name))
    return [
      `${name} leads out of the text.`,
      "Take it out, or give what is meant another name.",
    ];
  if (place.isDeclared(name)) return undefined;
  if (isChanged({ node, parent, part, ...place })) return changed;
  const member =
    parent?.type === "MemberExpression" &&
    part === "object" &&
    !parent.computed &&
    parent.property.type === "Identifier"
      ? parent.property.name
      : undefined;
  const written = member === undefined ? name : `${name}.${member}`;
  if (changing.has(name) || written === "Math.random")
    return [
      `${written} gives another answer with every build.`,
      "Write the value itself.",
    ];
  if (!computing.has(name))
    return node.type === "JSXIdentifier"
      ? [
          `Nothing imports <${name}>.`,
          `Import it from #components/, or take it out.`,
        ]
      : [
          `Nothing in this text is called ${name}.`,
          `Write the value itself, export const ${name} = …; above, or \\{ for the sign.`,
        ];
  const parts = computing.get(name);
  return parts && !(member !== undefined && parts.has(member))
    ? [`${written} is not for texts.`, takeOut]
    : undefined;
}

function toPropertySlip(node: Node, isComputed: boolean): Slip | undefined {
  const name =
    node.type === "Identifier" && !isComputed
      ? node.name
      : node.type === "Literal"
        ? String(node.value)
        : undefined;
  if (name !== undefined)
    return inner.has(name)
      ? [`${name} leads to the code behind a value.`, takeOut]
      : undefined;
  const isNumber =
    node.type === "UpdateExpression" ||
    ((node.type === "UnaryExpression" || node.type === "BinaryExpression") &&
      counting.has(node.operator)) ||
    (node.type === "UnaryExpression" && node.operator === "+");
  return isComputed && !isNumber ? chosen : undefined;
}

/** <a href={…}>, on an element: the rules for links could not look at it. */
const isAddress = (
  { name, value }: JSXAttribute,
  parent: Node | undefined,
): boolean =>
  parent?.type === "JSXOpeningElement" &&
  parent.name.type === "JSXIdentifier" &&
  /^[a-z]/.test(parent.name.name) &&
  name.type === "JSXIdentifier" &&
  addressAttributes.includes(name.name) &&
  value?.type !== "Literal";
