import { count } from "#check/report.ts";
import { readCall, type Command } from "./command.ts";
import { writeExtensionFiles } from "./editor/astro-extension.ts";
import { generateFiles, products } from "./editor/products.ts";
import { applyPlan, Refusal } from "./plan.ts";

const usage = `npm run generate [-- --check]

Writes what editors and forms read of the schema (engine/model/schema.ts) and of the names in src/content:
${products.map(({ file }) => `  ${file}`).join("\n")}

  --check   writes nothing; names the files that are not as they ought to be, and exits 1 if there is one`;

const generate: Command = async (root, args, { say }) => {
  const { values } = readCall(args, usage, { check: { type: "boolean" } }, 0);
  const old = (await generateFiles(root)).filter(({ isCurrent }) => !isCurrent);
  const list = old.map(({ file }) => `  ${file}`).join("\n");

  if (!values.check) await writeExtensionFiles(root);
  if (old.length === 0)
    say(
      `${count(products.length, "file")}: each is as the schema says. There is nothing to do.`,
    );
  else if (values.check)
    throw new Refusal(
      `Not as the schema says: ${count(old.length, "file")}.\n${list}\n\nRun: npm run generate`,
    );
  else {
    const writes = new Map(old.map(({ file, text }) => [file, text]));
    await applyPlan(root, { writes });
    say(
      `Written: ${count(old.length, "file")}.\n${list}\n\nNext: look at them with git diff, and commit them.`,
    );
  }
};
export default generate;
