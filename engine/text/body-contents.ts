import type { AbbreviationIssue } from "./abbreviations.ts";
import type { HtmlParts } from "./body-html.ts";
import type { BodyPicture } from "./body-tree.ts";
import type { CodeIssue, JsxComponent } from "./body-mdx.ts";
import type { ParseLimit } from "./body-limits.ts";
import type { CalloutIssue } from "./callouts.ts";
import type { FenceIssue } from "./fence.ts";
import { noLeafDirectives, type LeafDirectives } from "./leaf-directives.ts";
import type { Place } from "#files/finding.ts";

/** What a body holds, found by the parser that renders it. Places count from the body's own first line. */
export type BodyContents = {
  words: number;
  isEmpty: boolean;
  pictures: BodyPicture[];
  links: HtmlParts["links"];
  headings: HtmlParts["headings"];
  /** Every id that a link with # can lead to. */
  anchors: string[];
  /** HTML, and attributes of JSX, that are not for articles. */
  refused: HtmlParts["refused"];
  /** HTML and fences of code that open and never close: all that follows would vanish into them. */
  unclosed: (Place & { markup: string })[];
  /** References to links and notes that are defined nowhere: `[a][b]`, `[^1]`. */
  missing: (Place & { written: string })[];
  /** What looks like a callout and is not written as one. */
  callouts: CalloutIssue[];
  /** What a block of code asks for behind its language and cannot be meant so. */
  fences: FenceIssue[];
  leafDirectives: LeafDirectives;
  /** Definitions of abbreviations that explain nothing. */
  abbreviations: AbbreviationIssue[];
  /** What `new` and `import` left to a writer. */
  todos: (Place & { written: string })[];
  /** Every component, MDX only. */
  components: JsxComponent[];
  /** The components that an MDX body imports. */
  imports: (Place & { name: string })[];
  /** All other JavaScript in an MDX body. */
  code: CodeIssue[];
  /** Why nothing of all this was read: it would have been too much. */
  parseLimit?: ParseLimit;
  /** Why the parser gave up, MDX only: plain Markdown always parses. */
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
