import { unescapeAddress } from "./escapes.ts";
import Slugger from "github-slugger";
import { readAbbreviations } from "./abbreviations.ts";
import {
  noContents,
  type BodyContents,
  type HtmlParts,
} from "./body-contents.ts";
import { readHtml } from "./body-html.ts";
import {
  expressionMessage,
  isComment,
  readJsx,
  readModule,
  toFailure,
} from "./body-mdx.ts";
import { findDepth, findParseLimit } from "./body-limits.ts";
import { readTags } from "./body-tags.ts";
import { toRefusal } from "./html.ts";
import { readForeignMarkup } from "./foreign-markup.ts";
import { readLeafDirectives } from "./leaf-directives.ts";
import { findUnclosed, readMissing } from "./body-issues.ts";
import {
  append,
  blankComments,
  comment,
  isSilent,
  placeOf,
  textBlocks,
  textOf,
  toPlacer,
  walk,
  type Node,
} from "./body-tree.ts";
import type { Place } from "#files/finding.ts";
import { parseSource, toSource } from "./parse-body.ts";
import { readCalloutIssues } from "./callouts.ts";
import { readFenceIssues } from "./fence.ts";
import { countWords } from "#model/reading-time.ts";
import { findPrompts, readTodo } from "./todo.ts";

const codeComment = /\/\*[^]*?\*\//g;

/** Parses a body without rendering it. */
export function readBody(body: string, format: "md" | "mdx"): BodyContents {
  const contents = noContents();
  let root: Node;
  try {
    const limit = findParseLimit(body, format);
    if (limit) return { ...contents, issues: [limit] };
    root = parseSource(toSource(body, format), format);
    const tooDeep = findDepth(root);
    if (tooDeep) return { ...contents, issues: [tooDeep] };
  } catch (error) {
    return { ...contents, issues: [toFailure(error)] };
  }

  const tags = readTags(root);
  if (tags.isTooDeep) return { ...contents, issues: tags.issues };
  append(contents.issues, tags.issues);
  const parts: BodyContents & HtmlParts = { ...contents, refused: [] };
  const { issues, paragraphs } = readAbbreviations(root);
  append(contents.issues, issues);
  const definitions = new Map<string, string>();
  for (const { node } of walk(root))
    // As in all Markdown, the first of two definitions counts.
    if (node.type === "definition" && !definitions.has(node.identifier ?? ""))
      definitions.set(node.identifier ?? "", node.url ?? "");
  let hasMore = false;
  const comments: Place[] = [];

  for (const { node, parent } of walk(root)) {
    const place = placeOf(node);
    const address = node.url ?? definitions.get(node.identifier ?? "") ?? "";
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
          address: unescapeAddress(address),
          markup: "markdown",
          ...(node.alt ? { alt: node.alt } : {}),
        });
        break;
      case "link":
      case "linkReference":
        contents.links.push({ ...place, address, isEmpty: isSilent(node) });
        break;
      case "code":
        hasMore = true;
        append(contents.issues, readFenceIssues(node, body));
        addTodos(place, readTodo(node.value ?? ""));
        break;
      case "inlineCode":
        addTodos(place, readTodo(node.value ?? ""));
        break;
      case "html":
        hasMore ||= blankComments(node.value ?? "").trim() !== "";
        addTodos(place, findPrompts(node.value ?? ""));
        addComments(node, comment);
        readHtml(node, parts, isClosedAtOnce(node, parent));
        break;
      case "mdxjsEsm":
        readModule(node, contents);
        break;
      case "mdxFlowExpression":
      case "mdxTextExpression":
        addTodos(place, findPrompts(node.value ?? ""));
        if (isComment(node.value ?? "")) {
          addComments(node, codeComment);
          break;
        }
        hasMore = true;
        contents.issues.push({ ...place, ...expressionMessage });
        break;
      case "mdxJsxFlowElement":
      case "mdxJsxTextElement":
        hasMore = true;
        readJsx(node, parts);
    }
  }

  const unclosed = findUnclosed(root, body);
  for (const { markup, ...place } of unclosed)
    contents.issues.push({
      ...place,
      problem: `${markup} is never closed: the text after it would disappear.`,
      remedy: "Close it, or remove it.",
      rule: "content/unclosed-html",
    });
  for (const { element, attribute, ...place } of parts.refused)
    // An unclosed element is reported already.
    if (
      !unclosed.some(
        ({ markup, line }) => markup === `<${element}` && line === place.line,
      )
    )
      contents.issues.push({ ...place, ...toRefusal(element, attribute) });
  for (const { isEmpty, address, line, column } of contents.links)
    if (isEmpty)
      contents.issues.push({
        line,
        column,
        problem: `The link to "${address}" has no text.`,
        remedy: "Write between the brackets what the reader will find there.",
        rule: "content/link-text",
      });
  const [first] = comments;
  if (first)
    contents.issues.push({
      ...first,
      problem: `Readers never see ${comments.length === 1 ? "this comment" : `the ${comments.length} comments in this text`}.`,
      remedy: "Leave it as it is, or write what they should see as text.",
      rule: "content/comment",
    });
  append(contents.issues, readMissing(root, body));
  append(contents.issues, readForeignMarkup(root, body));
  append(contents.issues, readCalloutIssues(root, body));
  contents.leafDirectives = readLeafDirectives(root, body);
  for (const { poster, line, column } of contents.leafDirectives)
    if (poster !== undefined)
      contents.pictures.push({
        line,
        column,
        address: poster,
        markup: "markdown",
        alt: "A video",
      });
  contents.headings.sort((a, b) => a.line - b.line || a.column - b.column);
  const slugger = new Slugger();
  for (const { text, id } of contents.headings)
    contents.anchors.push(id ?? slugger.slug(text));
  contents.words = Math.ceil(contents.words);
  contents.isEmpty =
    contents.words === 0 && contents.pictures.length === 0 && !hasMore;
  return contents;

  function addComments(node: Node, pattern: RegExp) {
    const html = node.value ?? "";
    const toPlace = toPlacer(html, placeOf(node));
    for (const { 0: written, 1: open, index } of html.matchAll(pattern))
      if (!open && findPrompts(written).length === 0)
        comments.push(toPlace(index));
  }
  function addTodos(place: ReturnType<typeof placeOf>, todos: string[]) {
    for (const written of todos) contents.todos.push({ ...place, written });
  }
}

/** An empty inline link, <a href="/about/"></a>, is two adjacent tag nodes. */
const isClosedAtOnce = (node: Node, parent: Node): boolean =>
  /^<a\s/i.test(node.value ?? "") &&
  /^<\/a/i.test(
    parent.children?.[parent.children.indexOf(node) + 1]?.value ?? "",
  );
