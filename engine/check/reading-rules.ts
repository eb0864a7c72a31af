import { alertKinds } from "#text/callouts.ts";
import { fenceOptions } from "#text/fence.ts";
import type { RuleTable } from "./rule.ts";

/** The rules that `files/` and `text/` apply while they read a file. */
export const readingRules: RuleTable = {
  errors: {
    "content/place":
      "Every file in src/content is in a folder that the engine reads, and holds text or a picture.",
    "content/extension":
      "A text ends in .md, an article with components in .mdx.",
    "content/broken-link": "A symbolic link leads to a file in src/content.",
    "content/unreadable": "Every file and folder can be read.",
    "content/encoding":
      "Every text is UTF-8 without a byte order mark or a NUL.",
    "content/merge": "There are no conflict markers from git.",
    "content/characters":
      "There are no control characters, bidirectional overrides or halves of a character.",
    "content/front-matter":
      "Front matter is between two lines of three hyphens, with one field per line.",
    "content/yaml": "Front matter is valid YAML.",
    "content/repeated-field": "No field appears twice.",
    "content/published":
      "The record of published articles, src/content/published.json, is valid: one address per line, each with its id and day.",
    "content/size":
      "A text is quick to parse: at most 250,000 characters and 100 levels of nesting.",
    "content/unclosed-html":
      "Code fences, and HTML that would swallow the text after it, are closed.",
    "content/callout": `A callout is :::note, :::tip, :::warning, a kind from \`callouts\` in src/site.ts, or a quotation that begins with ${Object.keys(
      alertKinds,
    )
      .map((name) => `[!${name.toUpperCase()}]`)
      .join(", ")}.`,
    "content/callout-open": "A callout ends with ::: on a line of its own.",
    "content/callout-attributes":
      "A callout has a kind and an optional label, but no {attributes}.",
    "content/callout-line":
      "A line that begins with ::: opens or closes a callout, with nothing else on it but the label.",
    "content/link-text": "A link has text, or a picture with alt text.",
    "content/link-reference":
      "Everything that `[text][name]` and `[^note]` refer to is defined in the text.",
    "content/html":
      "HTML in a text uses only the elements and attributes listed in engine/text/html.ts: never script, style, iframe, form, base, meta or on….",
    "article/mdx-code":
      "MDX holds no JavaScript: braces hold comments only, and attributes are plain text.",
  },
  warnings: {
    "content/unbalanced-html":
      "Every HTML element in a text is closed, and every end tag closes one.",
    "content/code-fence": `A code block has a language that has colours, or text. After it, a block may have ${fenceOptions}, with line numbers that exist.`,
    "content/foreign-markup":
      "A text has no markup of other programs, which readers would see as typed, and no paragraph that is read as a heading or as code. docs/writing.md has a table of what works.",
    "content/abbreviation":
      "Each abbreviation is defined once, in a paragraph of definitions only, and used outside headings, links and code.",
  },
  reminders: {
    "content/comment":
      "A comment in a text is for its writers. Readers never see it: it is in no page, feed or copy.",
  },
};
