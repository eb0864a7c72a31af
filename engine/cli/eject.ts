import { readCall, type Command } from "./command.ts";
import { listEjectable, planEjecting, toList } from "./eject-file.ts";
import { carryOut } from "./plan.ts";

const usage = `npm run eject -- [ROUTE or COMPONENT]

Copies a route or a component of the engine to where your own is used instead: src/pages/ or src/components/. Updates
of the engine no longer change it. Without a name it lists everything that can be copied. Quote names with brackets:
npm run eject -- "articles/[slug]"

  --dry-run   print what it would do, without doing it
  --json      print the result as JSON`;

const eject: Command = async (root, args, terminal) => {
  const { values, words } = readCall(
    args,
    usage,
    { "dry-run": { type: "boolean" }, json: { type: "boolean" } },
    1,
  );
  const [name] = words;

  if (name !== undefined)
    await carryOut(root, planEjecting(root, name), values, terminal.say);
  else {
    const all = listEjectable(root);
    terminal.say(values.json ? JSON.stringify(all) : toList(all));
  }
};
export default eject;
