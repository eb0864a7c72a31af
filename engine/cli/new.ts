import { autocompleteMultiselect, select, text } from "@clack/prompts";
import { readNow } from "#model/dates.ts";
import { readContent } from "#files/content.ts";
import { toAnswer } from "./ask.ts";
import { readCall, refuseCall, withProgress, type Command } from "./command.ts";
import { namesInUse, planNew, readNewSlug, readTitle } from "./new-article.ts";
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

/** What a prompt says while an answer will not do. */
const toProblem = (read: () => unknown): string | undefined => {
  try {
    read();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
};

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
  const asks = terminal.canAsk && !values.yes && !values.json;

  const content = await withProgress("Reading", (step) =>
    readContent(root, undefined, step),
  );
  const names = namesInUse(content);
  let { slug, category, description } = values;
  let tags = values.tags
    ?.split(",")
    .map((tag) => tag.trim())
    .filter(Boolean);
  let title = values.title ?? words[0];
  if (title === undefined && !asks) refuseCall("There is no title.", usage);
  title ??= await toAnswer(
    text({
      message: "What is the title?",
      placeholder: "Cast iron: is it worth it?",
      validate: (written = "") => toProblem(() => readTitle(written)),
    }),
  );
  const trouble = toProblem(() => readNewSlug(content, title, slug));
  if (asks && trouble)
    slug = await toAnswer(
      text({
        message: `${trouble.split("\n")[0]} Which other name?`,
        validate: (written = "") =>
          toProblem(() => readNewSlug(content, title, written)),
      }),
    );
  if (asks) {
    category ??= await toAnswer(
      select({
        message: "Which category?",
        options: names.categories.map((value) => ({ value })),
      }),
    );
    if (names.tags.length > 0)
      tags ??= await toAnswer(
        autocompleteMultiselect({
          message: "Which tags?",
          options: names.tags.map((value) => ({ value })),
        }),
      );
    description ??=
      (await toAnswer(
        text({
          message: "What will the reader know afterwards? (Enter: later)",
        }),
      )) || undefined;
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
export default newCommand;
