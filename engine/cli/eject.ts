import { readCall } from "./command.ts";
import { listEjectable, planEjecting, toList } from "./eject-file.ts";
import { carryOut } from "./plan.ts";

const usage = `npm run eject -- [ROUTE or COMPONENT]

Copies a route or a component of the engine to where your own is used instead: src/pages/ or src/components/. Updates
of the engine no longer change it. Without a name it lists everything that can be copied. Quote names with brackets:
npm run eject -- "articles/[slug]"

  --dry-run   says what it would do
  --json      says what it did as JSON`;

const { values, words } = readCall(
  usage,
  { "dry-run": { type: "boolean" }, json: { type: "boolean" } },
  1,
);
const root = process.cwd();
const [name] = words;

if (name !== undefined)
  await carryOut(root, () => planEjecting(root, name), values);
else {
  const all = listEjectable(root);
  console.log(values.json ? JSON.stringify(all) : toList(all));
}
