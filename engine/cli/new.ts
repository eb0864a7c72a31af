import { nouns } from "#model/collections.ts";
import { readContent, type Content } from "#files/content.ts";
import { contentFolder } from "#files/find-files.ts";
import { toArticleText } from "#files/front-matter.ts";
import { readNow } from "#model/dates.ts";
import { mostSlugCharacters, quote, slugForm } from "#model/fields.ts";
import { articleSchema, pathOnly } from "#model/schema.ts";
import { toSlug } from "#model/slug.ts";
import { toHint, toSuggestion } from "#model/suggestion.ts";
import { todo, toPrompt } from "#text/todo.ts";
import { addresses } from "#urls.ts";
import { toFreeSlug, whyTaken } from "./article-files.ts";
import { readList, type Ask } from "./ask.ts";
import { readCall, refuseCall, withProgress, type Command } from "./command.ts";
import { toLocalDay } from "./local-date.ts";
import { carryOut, Refusal } from "./plan.ts";

const usage = `npm run new -- "A title" --category equipment

Writes a draft: its front matter, and the questions that an article answers. Nothing is ever overwritten.

  --category NAME      a category in use
  --tags A,B           tags, in use or new
  --description TEXT   what the reader will know afterwards
  --slug NAME          the last part of the address, instead of the words of the title
  --author NAME        repeat it for several authors
  --title TEXT         the same as the words
  --folder             a folder of its own, for pictures
  --mdx                for components in the text
  --yes                ask nothing`;

const newCommand: Command = async (root, args, terminal) => {
  const { values, words } = readCall(
    args,
    usage,
    {
      title: { type: "string" },
      slug: { type: "string" },
      category: { type: "string" },
      tags: { type: "string" },
      description: { type: "string" },
      author: { type: "string", multiple: true },
      folder: { type: "boolean" },
      mdx: { type: "boolean" },
      yes: { type: "boolean" },
    },
    1,
  );
  const ask = values.yes ? undefined : terminal.ask;
  const content = await withProgress("Reading", (step) =>
    readContent(root, undefined, step),
  );
  const names = namesInUse(content);
  const { categories } = names;
  if (categories.length === 0)
    throw new Refusal(
      `There is no category yet.\nWrite one in ${contentFolder}/categories/ first.`,
    );
  const authors = (values.author ?? []).map((author) =>
    readName("authors", author, names.authors),
  );
  /** A flag's value or the answer to a question; undefined if there is nobody to ask. */
  const get = async <T>(
    value: string | undefined,
    question: string,
    read: (written: string) => T,
    choices?: string[],
  ) => (value === undefined ? ask?.(question, read, choices) : read(value));

  const title =
    (await get(values.title ?? words[0], "What is the title?", readTitle)) ??
    refuseCall("There is no title.", usage);
  const slug = await readSlug(content, title, values.slug, ask);
  const question = `Which category: ${categories.join(", ")}?`;
  const category =
    (await get(
      values.category,
      question,
      (written) => readName("categories", written, categories),
      categories,
    )) ?? refuseCall(`${question} Write --category NAME.`, usage);
  const tags = await get(
    values.tags,
    "Which tags? (a, b; Tab completes; Enter: none)",
    (written) => readList(written).map(readTag),
    names.tags,
  );
  const description = await get(
    values.description,
    "What will the reader know afterwards? (Enter: later)",
    (written) => written.trim(),
  );

  const format = values.mdx ? "mdx" : "md";
  const file = `${contentFolder}/articles/${slug}${values.folder ? "/index" : ""}.${format}`;
  const text = toArticleText(
    {
      title,
      description: description || todo,
      pubDate: toLocalDay(readNow()),
      category,
      tags: toDistinct(tags),
      draft: true,
      authors: toDistinct(authors),
    },
    skeleton
      .map((line) => (line.startsWith("#") ? line : toPrompt(line, format)))
      .join("\n\n"),
  );
  await carryOut(
    root,
    {
      writes: new Map([[file, text]]),
      messages: [
        `${file}: a draft, for ${addresses.article(slug)}`,
        ...(toDistinct(tags) ?? [])
          .filter((tag) => !names.tags.includes(tag))
          .map(
            (tag) =>
              `"${tag}" is a new tag.${toHint(toSuggestion(tag, names.tags))}`,
          ),
      ],
      next: `write it, with npm run dev to see it; when it is done: npm run publish -- ${slug}`,
    },
    false,
    terminal.say,
  );
};
export default newCommand;

const toDistinct = (names: readonly string[] = []): string[] | undefined =>
  names.length > 0 ? [...new Set(names)] : undefined;

const { title: titleField } = articleSchema(pathOnly).shape;

/** @throws a Refusal for a title that the schema does not accept */
function readTitle(written: string): string {
  const title = written.trim();
  const [issue] = titleField.safeParse(title).error?.issues ?? [];
  if (issue) throw new Refusal(`The title: ${issue.message}`, 2);
  return title;
}

/** The slug of a new article: the given one, or the words of its title. If it cannot be used, it asks for another. */
async function readSlug(
  content: Content,
  title: string,
  slug: string | undefined,
  ask: Ask | undefined,
): Promise<string> {
  try {
    return readNewSlug(content, title, slug);
  } catch (error) {
    if (!(error instanceof Refusal) || !ask) throw error;
    return ask(`${error.message.split("\n")[0]} Which other slug?`, (answer) =>
      readNewSlug(content, title, answer),
    );
  }
}

/** @throws a Refusal with a free slug if this one cannot be used */
function readNewSlug(
  content: Content,
  title: string,
  given: string | undefined,
): string {
  const slug = given ?? toSlug(title);
  if (!slug)
    throw new Refusal(
      `"${title}" has no letters or digits for an address.\nWrite one: --slug a-short-name`,
      2,
    );
  const taken = whyTaken(content, slug);
  if (!taken) return slug;
  const free = slugForm.test(slug)
    ? toFreeSlug(content, slug)
    : toSlug(slug).slice(0, 60).replace(/-+$/, "");
  throw new Refusal(
    `${taken}\nWrite another one: --slug ${free || "a-short-name"}`,
    slugForm.test(slug) ? 1 : 2,
  );
}

function namesInUse(content: Content) {
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

/** @throws a Refusal for a name that is not in use */
function readName(
  collection: "categories" | "authors",
  name: string,
  names: readonly string[],
): string {
  if (names.includes(name)) return name;
  throw new Refusal(
    `There is no ${nouns[collection]} "${name}".${toHint(toSuggestion(name, names))}\nThere are: ${names.join(", ")}.`,
    2,
  );
}

/** @throws a Refusal for a tag that cannot be part of an address */
function readTag(tag: string): string {
  if (tag.length > mostSlugCharacters)
    throw new Refusal(
      `A tag has at most ${mostSlugCharacters} characters; ${quote(tag)} has ${tag.length}.`,
      2,
    );
  if (slugForm.test(tag)) return tag;
  throw new Refusal(
    `"${tag}" is not a valid tag: use lower-case words with hyphens. Write ${toSlug(tag) || "a-short-name"}.`,
    2,
  );
}

/** A heading, and questions for the writer that no reader sees. */
const skeleton = [
  "The answer: one paragraph that would do if they read no further.",
  "## Why",
  "What makes the answer true, with a link to each source. Let every heading say something: “Why” is a placeholder.",
  "What the reader does now.",
];
