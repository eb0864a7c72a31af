import { stringify } from "yaml";

/** An article's file that passes every rule, with some fields of its own; undefined takes one out. */
export function anArticleFile(
  fields: Record<string, unknown> = {},
  body = "A text.\n",
): string {
  const all = {
    title: "A title",
    description: "What a reader of this article will know afterwards.",
    pubDate: "2026-01-02",
    category: "work",
    ...fields,
  };
  return `---\n${stringify(all)}---\n\n${body}`;
}
