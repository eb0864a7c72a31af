import { stringify } from "yaml";

/** The text of an article that passes every rule, with the given fields; undefined removes a field. */
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
