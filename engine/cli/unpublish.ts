import { readNow } from "#model/dates.ts";
import { readCall, refuseCall, type Command } from "./command.ts";
import { carryOut } from "./plan.ts";
import { planUnpublishing } from "./unpublish-article.ts";

const usage = `npm run unpublish -- SLUG [--reason "The tool is no longer made."]

Makes an article a draft again. If readers could have seen it, its address tells them that it was taken back, when, and
why if you say so.

  --reason TEXT   the reason, as a sentence for readers
  --dry-run       print what it would do, without doing it
  --yes           do not ask
  --json          print the result as JSON`;

const unpublish: Command = async (root, args, terminal) => {
  const { values, words } = readCall(
    args,
    usage,
    {
      reason: { type: "string" },
      "dry-run": { type: "boolean" },
      yes: { type: "boolean" },
      json: { type: "boolean" },
    },
    1,
  );
  const [slug] = words;
  if (slug === undefined) refuseCall("Which article?", usage);

  let { reason } = values;
  if (!values.yes && !values.json)
    reason ??= await terminal.ask?.(
      "Why, in a sentence for readers? (Enter: no reason)",
      (answer) => answer || undefined,
    );
  const plan = await planUnpublishing(root, slug, reason, readNow());
  await carryOut(root, plan, values, terminal.say);
};
export default unpublish;
