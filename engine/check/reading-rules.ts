import type { RuleWords } from "./rule.ts";

const error = (name: string, about: string): RuleWords => ({
  name: `content/${name}`,
  severity: "error",
  about,
});

/** The rules for a file's place, its bytes and its front matter as such: files/ tells them while it reads. */
export const readingRules: readonly RuleWords[] = [
  error("place", "Every file under src/content is where something reads it."),
  error("extension", "A text ends in .md, an article with components in .mdx."),
  error("broken-link", "A link in the file system leads to a file."),
  error("unreadable", "Every file can be read."),
  error("encoding", "Every text is UTF-8 without a byte order mark or a NUL."),
  error("merge", "Nothing stands between marks that git left of two versions."),
  error(
    "characters",
    "No text holds control characters, marks that turn the direction of what follows, or halves of a character.",
  ),
  error(
    "front-matter",
    "Front matter stands between two lines of three hyphens, one field a line.",
  ),
  error("yaml", "Front matter can be read as YAML."),
  error("repeated-field", "Every field is there once."),
  error(
    "published",
    "The record of what was published, src/content/published.json, can be read: an address a line, each with its id and day.",
  ),
];
