import { readNow } from "#model/dates.ts";
import { readCall, refuseCall, type Command } from "./command.ts";
import { carryOut } from "./plan.ts";
import { planRenaming } from "./rename-article.ts";

const usage = `npm run rename -- OLD-SLUG NEW-SLUG

Gives an article another address: moves its file or folder and mends every link to it. If it was published, the old
address leads to the new one and feed readers go on knowing it.

  --dry-run   print what it would do, without doing it
  --yes       accepted, though it never asks
  --json      print the result as JSON`;

const rename: Command = async (root, args, terminal) => {
  const { values, words } = readCall(
    args,
    usage,
    {
      "dry-run": { type: "boolean" },
      yes: { type: "boolean" },
      json: { type: "boolean" },
    },
    2,
  );
  const [old, next] = words;
  if (old === undefined || next === undefined)
    refuseCall("Give two names: the old one and the new one.", usage);

  const plan = await planRenaming(root, [old, next], readNow());
  await carryOut(root, plan, values, terminal.say);
};
export default rename;
