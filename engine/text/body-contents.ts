import type { LeafDirective } from "./leaf-directives.ts";
import type { Issue, Place } from "#files/finding.ts";

/** A picture, its address unescaped; empty if its reference is undefined. */
export type BodyPicture = Place & {
  address: string;
  markup: "markdown" | "html";
  /** Undefined if the writer gave none; Markdown cannot express an empty alt text, `<img alt="">` can. */
  alt?: string;
};

/** A component, with the node types of its children: mdast's types, and "tasks" for a task list. */
export type JsxComponent = Place & { name: string; holds: string[] };

/** Everything found in a body. Positions count from the body's first line. */
export type BodyContents = ReturnType<typeof noContents>;
export const noContents = () => ({
  /** By which the reading time and the style rules go. */
  words: 0,
  isEmpty: false,
  pictures: [] as BodyPicture[],
  links: [] as (Place & { address: string; isEmpty: boolean })[],
  headings: [] as (Place & {
    depth: number;
    text: string;
    id?: string;
    isEmpty: boolean;
  })[],
  /** Every id that a #fragment can link to. */
  anchors: [] as string[],
  leafDirectives: [] as LeafDirective[],
  /** Prompts that `new` and `import` left for the writer. */
  todos: [] as (Place & { written: string })[],
  /** Every component; MDX only. */
  components: [] as JsxComponent[],
  /** The components that an MDX body imports by name. */
  imports: [] as (Place & { name: string })[],
  /** All other statements in an MDX body; articles may have none. */
  statements: [] as (Place & { written: string })[],
  /** The problems of the text itself. If it could not be parsed, all other fields are empty. */
  issues: [] as Issue[],
});

/** HTML and JSX add their content here, and the elements and attributes that articles may not use. */
export type HtmlParts = Pick<
  BodyContents,
  "pictures" | "links" | "headings" | "anchors"
> & { refused: (Place & { element: string; attribute?: string })[] };
