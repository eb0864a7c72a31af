import { toSuggestion } from "#model/suggestion.ts";
import { nouns } from "#files/words.ts";
import { slugForm } from "#model/fields.ts";
import { toArticleText } from "#files/front-matter.ts";
import { articleSchema, pathOnly } from "#model/schema.ts";
import { toSlug } from "#model/slug.ts";
import { todo, toPrompt } from "#text/todo.ts";
import type { Content } from "#files/content.ts";
import { contentFolder } from "#files/find-files.ts";
import { addresses } from "#urls.ts";
import { toFreeSlug, whyTaken } from "./article-files.ts";
import { toLocalDay } from "./local-date.ts";
import { Refusal, type Plan } from "./plan.ts";

/** What a writer said about a new article. */
export type Options = {
  title: string;
  slug?: string | undefined;
  category?: string | undefined;
  tags: readonly string[];
  description?: string | undefined;
  authors: readonly string[];
  isFolder: boolean;
  format: "md" | "mdx";
};

const { title: titleField } = articleSchema(pathOnly).shape;

/** Trims a title. One that is only too long is accepted with a note. */
export function readTitle(written: string): { title: string; note?: string } {
  const title = written.trim();
  const issues = titleField.safeParse(title).error?.issues ?? [];
  const [refused] = issues.filter(
    ({ message }) => !message.includes("the limit is"),
  );
  if (refused) throw new Refusal(`The title: ${refused.message}`, 2);
  return issues[0]
    ? {
        title,
        note: `The title is long. ${issues[0].message} \`check\` will ask for a shorter one.`,
      }
    : { title };
}

/** The slug of a new article: the wished one, or the title's words. */
export function readNewSlug(
  content: Content,
  title: string,
  wished: string | undefined,
): string {
  const slug = wished ?? toSlug(title);
  if (!slug)
    throw new Refusal(
      `Nothing in "${title}" makes an address.\nName one: --slug a-short-name`,
      2,
    );
  const taken = whyTaken(content, slug);
  if (!taken) return slug;
  const free =
    slugForm.test(slug) && slug.length < 200
      ? toFreeSlug(content, slug)
      : toSlug(slug).slice(0, 60).replace(/-+$/, "");
  throw new Refusal(
    `${taken}\nName another one: --slug ${free || "a-short-name"}`,
    slugForm.test(slug) ? 1 : 2,
  );
}

/** The names in use, for a writer to choose among. */
export function namesInUse(content: Content): {
  categories: string[];
  tags: string[];
  authors: string[];
} {
  const { articles, categories, tags, authors } = content.collections;
  const used = articles.flatMap(({ data }) =>
    Array.isArray(data.tags) ? data.tags.map(String) : [],
  );
  const ids = (files: readonly { id: string }[]) => files.map(({ id }) => id);
  return {
    categories: ids(categories),
    tags: [...new Set([...used, ...ids(tags)])].sort(),
    authors: ids(authors),
  };
}

/** Plans a new article: one file, a draft with the questions that an article answers. */
export function planNew(content: Content, options: Options, now: Date): Plan {
  const names = namesInUse(content);
  const { title, note } = readTitle(options.title);
  const slug = readNewSlug(content, title, options.slug);
  if (options.category === undefined)
    throw new Refusal(
      `Which category? Name it: --category ${names.categories.join(" or --category ")}`,
      2,
    );
  readName("categories", options.category, names.categories);
  const authors = [...new Set(options.authors)];
  for (const author of authors) readName("authors", author, names.authors);

  const tags = [...new Set(options.tags.map(readTag))];
  const messages = tags
    .filter((tag) => !names.tags.includes(tag))
    .map(
      (tag) =>
        `"${tag}" is a new tag.${toQuestion(toSuggestion(tag, names.tags))}`,
    );

  const { isFolder, format } = options;
  const file = `${contentFolder}/articles/${slug}${isFolder ? "/index" : ""}.${format}`;
  const text = toArticleText(
    {
      title,
      description: options.description?.trim() || todo,
      pubDate: toLocalDay(now),
      category: options.category,
      tags: tags.length > 0 ? tags : undefined,
      draft: true,
      authors: authors.length > 0 ? authors : undefined,
    },
    toSkeleton(format),
  );
  return {
    writes: new Map([[file, text]]),
    messages: [
      `${file}: a draft, for ${addresses.article(slug)}`,
      ...messages,
      ...(note ? [note] : []),
    ],
    next: `write it, with npm run dev to see it; when it is done: npm run publish -- ${slug}`,
    facts: { file, slug, address: addresses.article(slug), notes: messages },
  };
}

const toQuestion = (meant: string | undefined): string =>
  meant ? ` Did you mean "${meant}"?` : "";

/** @throws a Refusal for a name that is not in use */
export function readName(
  collection: "categories" | "authors",
  name: string,
  names: readonly string[],
): string {
  if (names.includes(name)) return name;
  throw new Refusal(
    `There is no ${nouns[collection]} "${name}".${toQuestion(toSuggestion(name, names))}\nThere are: ${names.join(", ")}.`,
    2,
  );
}

/** @throws a Refusal for a tag that cannot be part of an address */
export function readTag(tag: string): string {
  if (slugForm.test(tag)) return tag;
  throw new Refusal(
    `"${tag}" is not a valid tag: use lower-case words with hyphens. Write ${toSlug(tag) || "a-short-name"}.`,
    2,
  );
}

/** The shape of an article, as questions that no reader sees. */
function toSkeleton(format: "md" | "mdx"): string {
  const ask = (question: string) => toPrompt(question, format);
  return [
    ask("The question your reader came with, in their words."),
    ask(
      "The short answer: one paragraph that would do if they read no further.",
    ),
    "## Why",
    ask(
      "What makes the answer true. Let every heading say something: “Why” is a placeholder.",
    ),
    "## What people usually try",
    ask("And where it leaves them."),
    "## What works",
    ask("In numbered steps: 1., 2., 3. With a link to another article."),
    "## This week",
    ask("One thing to do before Friday."),
  ].join("\n\n");
}
