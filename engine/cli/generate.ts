import { count } from "#check/report.ts";
import { readCall, type Command } from "./command.ts";
import { writeExtensionFiles } from "./editor/astro-extension.ts";
import { generateFiles, products } from "./editor/products.ts";
import { applyPlan, Refusal } from "./plan.ts";

const usage = `npm run generate [-- --check]

Writes what editors and forms read of the schema (engine/model/schema.ts) and of the names in src/content:
${products.map(({ file }) => `  ${file}`).join("\n")}

  --check   write nothing; list the files that are out of date, and exit 1 if there are any`;

const generate: Command = async (root, args, { say }) => {
  const { values } = readCall(args, usage, { check: { type: "boolean" } }, 0);
  const old = (await generateFiles(root)).filter(({ isCurrent }) => !isCurrent);
  const list = old.map(({ file }) => `  ${file}`).join("\n");

  if (!values.check) await writeExtensionFiles(root);
  if (old.length === 0)
    say(`${count(products.length, "file")}: all up to date.`);
  else if (values.check)
    throw new Refusal(
      `Out of date: ${count(old.length, "file")}.\n${list}\n\nRun: npm run generate`,
    );
  else {
    const writes = new Map(old.map(({ file, text }) => [file, text]));
    await applyPlan(root, { writes });
    say(
      `Written: ${count(old.length, "file")}.\n${list}\n\nNext: review them with git diff, and commit them.`,
    );
  }
};
export default generate;
