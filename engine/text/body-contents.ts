import type { AbbreviationIssue } from "./abbreviations.ts";
import type { HtmlParts } from "./body-html.ts";
import type { BodyPicture } from "./body-tree.ts";
import type { CodeIssue, JsxComponent } from "./body-mdx.ts";
import type { ParseLimit } from "./body-limits.ts";
import type { CalloutIssue } from "./callouts.ts";
import type { FenceIssue } from "./fence.ts";
import { noLeafDirectives, type LeafDirectives } from "./leaf-directives.ts";
import type { Place } from "#files/finding.ts";

/** Everything found in a body. Positions count from the body's first line. */
export type BodyContents = {
  words: number;
  isEmpty: boolean;
  pictures: BodyPicture[];
  links: HtmlParts["links"];
  headings: HtmlParts["headings"];
  /** Every id that a #fragment can link to. */
  anchors: string[];
  /** HTML elements, HTML attributes and JSX attributes that articles may not use. */
  refused: HtmlParts["refused"];
  /** HTML elements and code fences that are never closed, so that all following text would disappear into them. */
  unclosed: (Place & { markup: string })[];
  /** References to undefined links and footnotes: `[a][b]`, `[^1]`. */
  missing: (Place & { written: string })[];
  /** Text that looks like a callout but is not a valid one. */
  callouts: CalloutIssue[];
  /** Invalid words after the language of a code block. */
  fences: FenceIssue[];
  leafDirectives: LeafDirectives;
  /** Definitions of abbreviations that have no effect. */
  abbreviations: AbbreviationIssue[];
  /** Prompts that `new` and `import` left for the writer. */
  todos: (Place & { written: string })[];
  /** Every component; MDX only. */
  components: JsxComponent[];
  imports: (Place & { name: string })[];
  /** All other JavaScript in an MDX body. */
  code: CodeIssue[];
  /** The parse limit that the body exceeds; nothing else is filled in then. */
  parseLimit?: ParseLimit;
  /** The parser's error; MDX only, since plain Markdown always parses. */
  failure?: Place & { message: string };
};

export const noContents = (): BodyContents => ({
  words: 0,
  isEmpty: false,
  pictures: [],
  links: [],
  headings: [],
  anchors: [],
  refused: [],
  unclosed: [],
  missing: [],
  callouts: [],
  fences: [],
  abbreviations: [],
  leafDirectives: noLeafDirectives(),
  todos: [],
  components: [],
  imports: [],
  code: [],
});
