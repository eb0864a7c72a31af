import { join } from "node:path";
import { readEntries, toEntryProblem } from "#files/entries.ts";
import { contentFolder } from "#files/find-files.ts";
import type { Finding } from "#files/finding.ts";
import { atTop, type Rule } from "#check/rule.ts";

/** Vite reads whatever is here, and would wait for a pipe for ever. */
const folders = ["src", "public"];

export const ownFileRule: Rule = {
  errors: {
    "own/file":
      "Everything in src and public is a file, a folder or a link to one, with a name in UTF-8.",
  },
  check: async ({ root }) =>
    (await Promise.all(folders.map((folder) => find(root, folder)))).flat(),
};

async function find(root: string, folder: string): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const entry of await readEntries(join(root, folder))) {
    const file = `${folder}/${entry.name}`;
    // Has rules of its own.
    if (file === contentFolder) continue;
    const problem = toEntryProblem(entry);
    if (problem) found.push(atTop(file, { ...problem, rule: "own/file" }));
    else if (entry.kind === "folder") found.push(...(await find(root, file)));
  }
  return found;
}
