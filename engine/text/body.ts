import { unescapeAddress } from "./escapes.ts";
import Slugger from "github-slugger";
import { readAbbreviations } from "./abbreviations.ts";
import { noContents, type BodyContents } from "./body-contents.ts";
import { readHtml, type HtmlParts } from "./body-html.ts";
import { isComment, readJsx, readModule, toFailure } from "./body-mdx.ts";
import { findDepth, findParseLimit } from "./body-limits.ts";
import { readLeafDirectives } from "./leaf-directives.ts";
import { readMissing, readUnclosed } from "./body-issues.ts";
import {
  append,
  blankComments,
  isSilent,
  placeOf,
  textOf,
  walk,
  type Node,
} from "./body-tree.ts";
import { parseSource, toSource } from "./parse-body.ts";
import { readCalloutIssues } from "./callouts.ts";
import { readFenceIssues } from "./fence.ts";
import { countWords } from "#model/reading-time.ts";
import { findPrompts, readTodo } from "./todo.ts";

/** Blocks whose text needs a space between it and its neighbours' text. */
const textBlocks = ["paragraph", "heading", "tableCell"];

/** Parses a body without rendering it. */
export function readBody(body: string, format: "md" | "mdx"): BodyContents {
  const contents = noContents();
  let parseLimit = findParseLimit(body, format);
  if (parseLimit) return { ...contents, parseLimit };
  let root: Node;
  try {
    root = parseSource(toSource(body, format), format);
    parseLimit = findDepth(root);
    if (parseLimit) return { ...contents, parseLimit };
  } catch (error) {
    return { ...contents, failure: toFailure(error) };
  }

  const { issues, paragraphs } = readAbbreviations(root);
  contents.abbreviations = issues;
  const definitions = new Map<string, string>();
  for (const { node } of walk(root))
    // As in all Markdown, the first of two definitions counts.
    if (node.type === "definition" && !definitions.has(node.identifier ?? ""))
      definitions.set(node.identifier ?? "", node.url ?? "");
  let hasMore = false;

  for (const { node, parent } of walk(root)) {
    const place = placeOf(node);
    const target = definitions.get(node.identifier ?? "") ?? "";
    if (textBlocks.includes(node.type) && !paragraphs.has(node))
      contents.words += countWords(textOf(node));
    switch (node.type) {
      case "text":
        if (parent.type === "mdxJsxFlowElement")
          contents.words += countWords(node.value ?? "");
        break;
      case "heading":
        contents.headings.push({
          ...place,
          depth: node.depth ?? 1,
          text: textOf(node),
          isEmpty: isSilent(node),
        });
        break;
      case "image":
      case "imageReference":
        contents.pictures.push({
          ...place,
          address: unescapeAddress(node.url ?? target),
          markup: "markdown",
          ...(node.alt ? { alt: node.alt } : {}),
        });
        break;
      case "link":
      case "linkReference":
        contents.links.push({
          ...place,
          address: node.url ?? target,
          isEmpty: isSilent(node),
        });
        break;
      case "code":
      case "inlineCode":
        hasMore ||= node.type === "code";
        if (node.type === "code")
          append(contents.fences, readFenceIssues(node, body));
        for (const written of readTodo(node.value ?? ""))
          contents.todos.push({ ...place, written });
        break;
      case "html":
        addPrompts(node);
        hasMore ||= blankComments(node.value ?? "").trim() !== "";
        add(readHtml(node, isClosedAtOnce(node, parent)));
        break;
      case "mdxjsEsm": {
        const { imports, issues } = readModule(node);
        append(contents.imports, imports);
        append(contents.code, issues);
        break;
      }
      case "mdxFlowExpression":
      case "mdxTextExpression":
        addPrompts(node);
        if (isComment(node.value ?? "")) break;
        hasMore = true;
        contents.code.push({
          ...place,
          in: "expression",
          written: node.value ?? "",
        });
        break;
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement": {
        const { component, issues, ...parts } = readJsx(node);
        hasMore = true;
        if (component) contents.components.push(component);
        append(contents.code, issues);
        add(parts);
      }
    }
  }
  contents.unclosed = readUnclosed(root, body);
  contents.missing = readMissing(root, body);
  contents.callouts = readCalloutIssues(root, body);
  const { posters, ...leafDirectives } = readLeafDirectives(root, body);
  contents.leafDirectives = leafDirectives;
  append(contents.pictures, posters);
  contents.headings.sort((a, b) => a.line - b.line || a.column - b.column);
  const slugger = new Slugger();
  for (const { text, id } of contents.headings)
    contents.anchors.push(id ?? slugger.slug(text));
  contents.isEmpty =
    contents.words === 0 && contents.pictures.length === 0 && !hasMore;
  return contents;

  function addPrompts(node: Node) {
    for (const written of findPrompts(node.value ?? ""))
      contents.todos.push({ ...placeOf(node), written });
  }

  function add({ refused, pictures, links, headings, ids }: HtmlParts) {
    append(contents.refused, refused);
    append(contents.links, links);
    append(contents.headings, headings);
    append(contents.anchors, ids);
    for (const { isAlone, ...picture } of pictures)
      contents.pictures.push({
        ...picture,
        address: isAlone ? unescapeAddress(picture.address) : picture.address,
        // The pipeline treats a lone <img> as ![…](…).
        markup: isAlone ? "markdown" : "html",
      });
  }
}

/** An empty inline link, <a href="/about/"></a>, is two adjacent tag nodes. */
const isClosedAtOnce = (node: Node, parent: Node): boolean =>
  /^<a\s/i.test(node.value ?? "") &&
  /^<\/a/i.test(
    parent.children?.[parent.children.indexOf(node) + 1]?.value ?? "",
  );
