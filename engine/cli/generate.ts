import { count } from "#check/report.ts";
import { readCall, stop } from "./command.ts";
import { writeExtensionFiles } from "./editor/astro-extension.ts";
import { generateFiles, products } from "./editor/products.ts";
import { applyPlan, stopRefused } from "./plan.ts";

const usage = `npm run generate [-- --check]

Writes what editors and forms read of the schema (engine/model/schema.ts) and of the names in src/content:
${products.map(({ file }) => `  ${file}`).join("\n")}

  --check   writes nothing; names the files that are not as they ought to be, and exits 1 if there is one`;

const { values } = readCall(usage, { check: { type: "boolean" } }, 0);
const root = process.cwd();
const old = (await generateFiles(root)).filter(({ isCurrent }) => !isCurrent);
const list = old.map(({ file }) => `  ${file}`).join("\n");

if (!values.check) await writeExtensionFiles(root);
if (old.length === 0)
  console.log(
    `${count(products.length, "file")}: each is as the schema says. There is nothing to do.`,
  );
else if (values.check)
  stop(
    `Not as the schema says: ${count(old.length, "file")}.\n${list}\n\nRun: npm run generate`,
  );
else {
  const writes = new Map(old.map(({ file, text }) => [file, text]));
  await applyPlan(root, { writes }).catch(stopRefused);
  console.log(
    `Written: ${count(old.length, "file")}.\n${list}\n\nNext: look at them with git diff, and commit them.`,
  );
}
