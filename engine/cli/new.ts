import { readNow } from "#model/dates.ts";
import { readContent, type Content } from "#files/content.ts";
import { readList, type Ask } from "./ask.ts";
import { readCall, refuseCall, withProgress, type Command } from "./command.ts";
import {
  namesInUse,
  planNew,
  readName,
  readNewSlug,
  readTag,
  readTitle,
} from "./new-article.ts";
import { carryOut, Refusal } from "./plan.ts";

const usage = `npm run new -- "A title" --category equipment

Writes a draft: its file, its front matter, the questions that an article answers. Nothing is ever overwritten.

  --category NAME      a category in use
  --tags A,B           tags, those in use or new ones
  --description TEXT   what the reader will know afterwards
  --slug NAME          the address, where the title's words will not do
  --author NAME        once for each author
  --title TEXT         the same as the words
  --folder             a folder of its own, for pictures
  --mdx                for components in the text
  --yes                asks nothing
  --json               print the result as JSON`;

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
      json: { type: "boolean" },
    },
    1,
  );
  const ask = values.yes || values.json ? undefined : terminal.ask;
  const content = await withProgress("Reading", (step) =>
    readContent(root, undefined, step),
  );
  const names = namesInUse(content);
  let { slug, category, description } = values;
  let tags = values.tags === undefined ? undefined : readList(values.tags);
  let title = values.title ?? words[0];
  if (title === undefined && !ask) refuseCall("There is no title.", usage);
  title ??= await ask!(
    "What is the title?",
    (answer) => readTitle(answer).title,
  );
  if (ask) {
    slug = await chooseSlug(content, title, slug, ask);
    const { categories } = names;
    category ??= await ask(
      `Which category: ${categories.join(", ")}?`,
      (answer) => readName("categories", answer, categories),
      categories,
    );
    tags ??= await ask(
      "Which tags? (a, b; Tab completes; Enter: none)",
      (answer) => readList(answer).map(readTag),
      names.tags,
    );
    description ??= await ask(
      "What will the reader know afterwards? (Enter: later)",
      String,
    );
  }
  const plan = planNew(
    content,
    {
      title,
      slug,
      category,
      tags: tags ?? [],
      description,
      authors: values.author ?? [],
      isFolder: values.folder === true,
      format: values.mdx ? "mdx" : "md",
    },
    readNow(),
  );
  await carryOut(root, plan, values, terminal.say);
};

/** The slug that was asked for, or one that the writer chooses when it is taken or nothing in the title makes one. */
async function chooseSlug(
  content: Content,
  title: string,
  slug: string | undefined,
  ask: Ask,
): Promise<string> {
  try {
    return readNewSlug(content, title, slug);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return ask(`${error.message.split("\n")[0]} Which other slug?`, (answer) =>
      readNewSlug(content, title, answer),
    );
  }
}
export default newCommand;
